import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const decideReplacement = defineTask({
  kind: 'decide-replacement',
  title: { zh: '决定更换审判人员、书记员', en: 'Decide on a change of judge or clerk' },
  why: { zh: '审判人员、书记员因故不能继续办理本案，须由庭长决定是否更换；更换后三日内告知当事人。', en: 'Somebody can no longer sit in the case; the division head decides on a change, of which the parties are told within three days.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    replace: { zh: '另行分配接任者，未办事项转交接任者，并告知当事人。', en: 'A successor is allotted and takes over what is open; the parties are told.' },
    keep: { zh: '原人员继续办理本案。', en: 'The person goes on with the case.' },
  },
  role: 'divisionHead',
  articles: ['CPL-44', 'CPL-131'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('replace'), { zh: '更换', en: 'Replace' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('keep'), { zh: '不更换', en: 'Keep' }), reason: reason() }),
  ]),
});
