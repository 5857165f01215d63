/** The areas in English of the court's own pages: loaded with the desk, and with nothing else. */
import { audit } from '#web/i18n/en/audit.ts';
import { health } from '#web/i18n/en/health.ts';
import { home } from '#web/i18n/en/home.ts';
import { queue } from '#web/i18n/en/queue.ts';
import { repairs } from '#web/i18n/en/repairs.ts';
import { resets } from '#web/i18n/en/resets.ts';
import { staff } from '#web/i18n/en/staff.ts';
import type { DeskWords } from '#web/i18n/zh/desk.ts';

export const desk: DeskWords = { audit, health, home, queue, repairs, resets, staff };
