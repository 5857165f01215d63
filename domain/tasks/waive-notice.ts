import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const waiveNotice = defineTask({
  kind: 'waive-notice',
  title: { zh: '决定是否免除收悉证明', en: 'Waive the proof of notice' },
  why: { zh: '电话亦未接通，须由法官决定是否在无收悉证明的情况下开庭。', en: 'The phone notice failed as well; the judge decides whether the hearing may open without proof.' },
  ifNobodyActs: { zh: '不得开庭。', en: 'The hearing cannot open.' },
  follows: {
    waive: { zh: '没有收悉证明也可以开庭，理由附卷。', en: 'The hearing may open without the proof; the reasons go into the file.' },
    postpone: { zh: '取消本次开庭，另行排期并通知各方。', en: 'This hearing is cancelled; another is scheduled and everybody told.' },
  },
  role: 'judge',
  articles: ['G4'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('waive'), { zh: '免除，说明理由', en: 'Waive, with reason' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('postpone'), { zh: '延期另行排期', en: 'Postpone' }), reason: reason() }),
  ]),
});
