import { z } from 'zod';
import { terminationGrounds } from '#domain/case/suspension.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const ruleOnSuspension = defineTask({
  kind: 'rule-on-suspension',
  title: { zh: '裁定是否中止诉讼', en: 'Rule on the suspension' },
  why: { zh: '有人报告应当中止诉讼的情形。中止的，期间停止，待办事项撤回，已定的庭期取消并通知各方；法律规定终结的，裁定终结诉讼。', en: 'A ground for suspension was reported. Suspended, periods stop, open tasks are taken back, a hearing that is fixed is cancelled and everybody told; where the law says so, the proceedings are terminated.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，案件照常进行。', en: 'It is marked overdue; the case goes on.' },
  follows: {
    suspend: { zh: '期间停止，待办事项撤回，已定的庭期取消，各方得到通知。', en: 'Periods stop, open tasks are taken back, a fixed hearing is cancelled, and everybody is told.' },
    terminate: { zh: '裁定终结诉讼，案件办结。', en: 'The proceedings are terminated and the case is closed.' },
    reject: { zh: '案件照常进行。', en: 'The case goes on.' },
  },
  role: 'judge',
  articles: ['CPL-153', 'CPL-154', 'APL-101', 'CRPL-206', 'CRPL-16'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('suspend'), { zh: '裁定中止诉讼', en: 'Suspend the proceedings' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('terminate'), { zh: '裁定终结诉讼', en: 'Terminate the proceedings' }), ground: field(z.enum(terminationGrounds), { zh: '终结诉讼的情形', en: 'Ground' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('reject'), { zh: '不符合中止情形，继续审理', en: 'No ground; the case goes on' }), reason: reason() }),
  ]),
});
