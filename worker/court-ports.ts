/** The ports of the court's activities as this installation has them. */
import path from 'node:path';
import type { CourtPorts } from '#activities/ports.ts';
import type { Environment } from '#adapters/config/environment.ts';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { weasyprintRenderer } from '#adapters/pdf/weasyprint-renderer.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { chooseSmsGateway } from '#adapters/sms/choose.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { xorrisoDisc } from '#adapters/disc/xorriso-disc.ts';
import { connectSql } from '#db/connect.ts';
import { temporalClient } from './temporal-connection.ts';

type Needed = Environment<'database' | 'temporal' | 'web' | 'media' | 'outside' | 'seal' | 'programs'>;

export async function courtPorts(environment: Needed): Promise<{ ports: CourtPorts; end: () => Promise<void> }> {
  const sql = connectSql(environment.database.url);
  const temporal = temporalClient(environment.temporal);
  const seal = await openCourtSeal({ ...environment.seal, python: environment.programs.python });
  const ports: CourtPorts = {
    sql,
    calendar: stateCouncilCalendar(),
    sms: chooseSmsGateway(environment, sql),
    pdf: weasyprintRenderer(environment.programs.python),
    seal,
    storage: createLocalStorage(path.join(environment.court.data, 'files')),
    disc: xorrisoDisc(environment.programs.xorriso),
    archivesFolder: path.join(environment.court.data, 'archives'),
    temporal: temporal.client,
    baseUrl: environment.web.baseUrl,
    mediaHosts: [environment.media.host],
  };
  return { ports, end: async () => { await sql.end({ timeout: 5 }); await temporal.close(); } };
}
