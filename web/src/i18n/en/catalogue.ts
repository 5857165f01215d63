/** Every area of the pages in English. */
import { audit } from '#web/i18n/en/audit.ts';
import { casePeople } from '#web/i18n/en/casePeople.ts';
import { cases } from '#web/i18n/en/cases.ts';
import { court } from '#web/i18n/en/court.ts';
import { demonstration } from '#web/i18n/en/demonstration.ts';
import { filing } from '#web/i18n/en/filing.ts';
import { evidence } from '#web/i18n/en/evidence.ts';
import { home } from '#web/i18n/en/home.ts';
import { livestream } from '#web/i18n/en/livestream.ts';
import { happenings } from '#web/i18n/en/happenings.ts';
import { health } from '#web/i18n/en/health.ts';
import { party } from '#web/i18n/en/party.ts';
import { queue } from '#web/i18n/en/queue.ts';
import { recordings } from '#web/i18n/en/recordings.ts';
import { repairs } from '#web/i18n/en/repairs.ts';
import { resets } from '#web/i18n/en/resets.ts';
import { room } from '#web/i18n/en/room.ts';
import { scheduling } from '#web/i18n/en/scheduling.ts';
import { shell } from '#web/i18n/en/shell.ts';
import { signing } from '#web/i18n/en/signing.ts';
import { staff } from '#web/i18n/en/staff.ts';
import { tasks } from '#web/i18n/en/tasks.ts';
import { transcript } from '#web/i18n/en/transcript.ts';

import type { Catalogue } from '#web/i18n/zh/catalogue.ts';

export const catalogue: Catalogue = { audit, casePeople, cases, court, demonstration, evidence, health, filing, happenings, home, livestream, party, queue, recordings, repairs, resets, room, scheduling, shell, signing, staff, tasks, transcript };
