import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const permitOnline = defineTask({
  kind: 'permit-online',
  title: { zh: '决定是否准许在线审理', en: 'Permit the online hearing' },
  why: { zh: '各方当事人申请在线审理，须经法院准许。', en: 'The parties applied for an online hearing; it needs the permission of the court.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    permit: { zh: '本案在线审理，进入证据交换。', en: 'The case is heard online; the exchange of evidence begins.' },
    refuse: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'judge',
  articles: ['G1'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('permit'), { zh: '准许', en: 'Permit' }) }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不准许，线下审理', en: 'Refuse: offline' }), reason: reason() }),
  ]),
});
