/** The areas in Chinese that every first page brings, a party's phone too. A new area: its file here and in `en/`, and a line in both lists (here, or in `desk.ts`). */
import { casePeople } from '#web/i18n/zh/casePeople.ts';
import { cases } from '#web/i18n/zh/cases.ts';
import { court } from '#web/i18n/zh/court.ts';
import { demonstration } from '#web/i18n/zh/demonstration.ts';
import { evidence } from '#web/i18n/zh/evidence.ts';
import { filing } from '#web/i18n/zh/filing.ts';
import { happenings } from '#web/i18n/zh/happenings.ts';
import { livestream } from '#web/i18n/zh/livestream.ts';
import { party } from '#web/i18n/zh/party.ts';
import { recordings } from '#web/i18n/zh/recordings.ts';
import { room } from '#web/i18n/zh/room.ts';
import { scheduling } from '#web/i18n/zh/scheduling.ts';
import { shell } from '#web/i18n/zh/shell.ts';
import { signing } from '#web/i18n/zh/signing.ts';
import { tasks } from '#web/i18n/zh/tasks.ts';
import { transcript } from '#web/i18n/zh/transcript.ts';
import type { SameKeys } from '#web/i18n/shape.ts';

const chinese = { casePeople, cases, court, demonstration, evidence, filing, happenings, livestream, party, recordings, room, scheduling, shell, signing, tasks, transcript } as const;
export type EverybodyWords = SameKeys<typeof chinese>;
export const everybody: EverybodyWords = chinese;
