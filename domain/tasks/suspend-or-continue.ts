import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const suspendOrContinue = defineTask({
  kind: 'suspend-or-continue',
  title: { zh: '庭审中断：中止还是等待', en: 'Interruption: suspend or wait' },
  why: { zh: '一名必须到庭的参与人离线，法官可视情况中止连线审理。', en: 'A required participant is gone; the judge may suspend the hearing.' },
  ifNobodyActs: { zh: '庭审停留在中断状态。', en: 'The hearing stays interrupted.' },
  follows: {
    wait: { zh: '庭审停在原处，等待其返回。', en: 'The hearing waits where it is.' },
    suspend: { zh: '中止连线审理，核实中断原因。', en: 'The hearing is suspended, and the cause is verified.' },
    adjourn: { zh: '本次庭审结束，笔录签名后另行排期。', en: 'This session ends; after the transcript is signed, another one is scheduled.' },
  },
  role: 'judge',
  articles: ['G6', 'G12'],
  personal: personally.presiding,
  due: { in: 'minutes', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('wait'), { zh: '等待其返回', en: 'Wait' }) }),
    z.strictObject({ decision: field(z.literal('suspend'), { zh: '中止审理', en: 'Suspend' }) }),
    z.strictObject({ decision: field(z.literal('adjourn'), { zh: '延期审理', en: 'Adjourn' }), reason: reason() }),
  ]),
  page: 'hearingRoom',
});
