/** Every area of the pages in Chinese. A new area: its file here and in `en/`, and a line in both catalogues. */
import { audit } from '#web/i18n/zh/audit.ts';
import { casePeople } from '#web/i18n/zh/casePeople.ts';
import { cases } from '#web/i18n/zh/cases.ts';
import { court } from '#web/i18n/zh/court.ts';
import { demonstration } from '#web/i18n/zh/demonstration.ts';
import { filing } from '#web/i18n/zh/filing.ts';
import { evidence } from '#web/i18n/zh/evidence.ts';
import { home } from '#web/i18n/zh/home.ts';
import { livestream } from '#web/i18n/zh/livestream.ts';
import { happenings } from '#web/i18n/zh/happenings.ts';
import { health } from '#web/i18n/zh/health.ts';
import { party } from '#web/i18n/zh/party.ts';
import { queue } from '#web/i18n/zh/queue.ts';
import { recordings } from '#web/i18n/zh/recordings.ts';
import { repairs } from '#web/i18n/zh/repairs.ts';
import { resets } from '#web/i18n/zh/resets.ts';
import { room } from '#web/i18n/zh/room.ts';
import { scheduling } from '#web/i18n/zh/scheduling.ts';
import { shell } from '#web/i18n/zh/shell.ts';
import { signing } from '#web/i18n/zh/signing.ts';
import { staff } from '#web/i18n/zh/staff.ts';
import { tasks } from '#web/i18n/zh/tasks.ts';
import { transcript } from '#web/i18n/zh/transcript.ts';
import type { SameKeys } from '#web/i18n/shape.ts';

const chinese = { audit, casePeople, cases, court, demonstration, evidence, health, filing, happenings, home, livestream, party, queue, recordings, repairs, resets, room, scheduling, shell, signing, staff, tasks, transcript } as const;
export type Catalogue = SameKeys<typeof chinese>;
export const catalogue: Catalogue = chinese;
