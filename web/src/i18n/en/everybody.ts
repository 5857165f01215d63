/** The areas in English that every first page brings, a party's phone too. A new area: its file here and in `zh/`, and a line in both lists (here, or in `desk.ts`). */
import { casePeople } from '#web/i18n/en/casePeople.ts';
import { cases } from '#web/i18n/en/cases.ts';
import { court } from '#web/i18n/en/court.ts';
import { demonstration } from '#web/i18n/en/demonstration.ts';
import { evidence } from '#web/i18n/en/evidence.ts';
import { filing } from '#web/i18n/en/filing.ts';
import { happenings } from '#web/i18n/en/happenings.ts';
import { livestream } from '#web/i18n/en/livestream.ts';
import { party } from '#web/i18n/en/party.ts';
import { recordings } from '#web/i18n/en/recordings.ts';
import { room } from '#web/i18n/en/room.ts';
import { scheduling } from '#web/i18n/en/scheduling.ts';
import { shell } from '#web/i18n/en/shell.ts';
import { signing } from '#web/i18n/en/signing.ts';
import { tasks } from '#web/i18n/en/tasks.ts';
import { transcript } from '#web/i18n/en/transcript.ts';
import type { EverybodyWords } from '#web/i18n/zh/everybody.ts';

export const everybody: EverybodyWords = { casePeople, cases, court, demonstration, evidence, filing, happenings, livestream, party, recordings, room, scheduling, shell, signing, tasks, transcript };
