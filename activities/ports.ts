/** What the court's activities act through. The worker puts it together (worker/worker.ts), tests put together their own. */
import type { Client } from '@temporalio/client';
import type { CalendarSource } from '#adapters/calendar/port.ts';
import type { DiscWriter } from '#adapters/disc/port.ts';
import type { PdfRenderer } from '#adapters/pdf/port.ts';
import type { Seal } from '#adapters/seal/port.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import type { Sql } from '#db/connect.ts';

export interface CourtPorts {
  sql: Sql;
  calendar: CalendarSource;
  sms: SmsGateway;
  pdf: PdfRenderer;
  seal: Seal;
  storage: Storage;
  disc: DiscWriter;
  /** Where finished archives lie: a folder a case. */
  archivesFolder: string;
  /** Only to export histories. */
  temporal: Client;
  baseUrl: string;
  mediaHosts: readonly string[];
}
