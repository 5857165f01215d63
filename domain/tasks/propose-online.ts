import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const proposeOnline = defineTask({
  kind: 'propose-online',
  title: { zh: '决定是否建议在线审理', en: 'Propose an online hearing' },
  why: { zh: '当事人未申请在线审理，法院可视情形推送并征得各方同意。', en: 'No party applied; the court may propose it to all parties.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    propose: { zh: '各方当事人收到征询；都同意的，在线审理。', en: 'Every party is asked; if all consent, the case is heard online.' },
    offline: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'judge',
  articles: ['G1'],
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('propose'), { zh: '建议在线审理', en: 'Propose' }), explanation: reason({ zh: '向当事人说明的事项', en: 'What is explained to the parties' }) }),
    z.strictObject({ decision: field(z.literal('offline'), { zh: '线下审理', en: 'Offline' }), reason: reason() }),
  ]),
});
