/** The areas in Chinese of the court's own pages: loaded with the desk, and with nothing else. */
import { audit } from '#web/i18n/zh/audit.ts';
import { health } from '#web/i18n/zh/health.ts';
import { home } from '#web/i18n/zh/home.ts';
import { queue } from '#web/i18n/zh/queue.ts';
import { repairs } from '#web/i18n/zh/repairs.ts';
import { resets } from '#web/i18n/zh/resets.ts';
import { staff } from '#web/i18n/zh/staff.ts';
import type { SameKeys } from '#web/i18n/shape.ts';

const chinese = { audit, health, home, queue, repairs, resets, staff } as const;
export type DeskWords = SameKeys<typeof chinese>;
export const desk: DeskWords = chinese;
