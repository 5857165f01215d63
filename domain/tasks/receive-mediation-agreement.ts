import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const receiveMediationAgreement = defineTask({
  kind: 'receive-mediation-agreement',
  title: { zh: '签收调解书', en: 'Sign for the mediation agreement' },
  why: { zh: '调解书经双方当事人签收后，即具有法律效力。签收前可以反悔，反悔的，案件继续审理。请先阅读案件文件中的调解书。', en: 'The agreement takes legal effect when all parties have signed for it. Until then you may go back on it, and the case goes on. Read it first: it is among the documents of the case.' },
  ifNobodyActs: { zh: '逾期未签收的，调解书不生效，案件照常进行。', en: 'Not signed for in time, it has no effect, and the case goes on.' },
  follows: {
    received: { zh: '各方都签收后，调解书生效。', en: 'When all have signed for it, the agreement takes effect.' },
    refused: { zh: '调解书不生效，案件继续审理。', en: 'The agreement has no effect, and the case goes on.' },
  },
  role: 'participant',
  articles: ['CPL-100', 'CPL-102', 'ONL-33'],
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('received'), { zh: '已阅读，签收', en: 'I have read it and sign for it' }) }),
    z.strictObject({ decision: field(z.literal('refused'), { zh: '反悔，不签收', en: 'I go back on it' }), reason: reason() }),
  ]),
});
