import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const mediationForms = ['mediationDocument', 'inTheTranscript'] as const;

export const writeMediationAgreement = defineTask({
  kind: 'write-mediation-agreement',
  title: { zh: '制作调解协议', en: 'Write the mediation agreement' },
  why: { zh: '调解达成协议的，写明协议内容，由各方当事人签名；未达成协议的，应当及时判决。', en: 'If the parties agreed, the terms are written down and signed by all; if not, the case goes on to judgment.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    reached: { zh: '各方当事人收到协议，逐一签名。', en: 'Every party gets the terms and signs.' },
    notReached: { zh: '调解未成，案件继续审理。', en: 'No agreement was reached, and the case goes on.' },
  },
  role: 'clerk',
  alsoBy: ['judge'],
  articles: ['CPL-99', 'CPL-100', 'CPL-101', 'CPL-102'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('reached'), { zh: '达成协议', en: 'They agreed' }),
      terms: field(z.string().trim().min(2).max(10_000), { zh: '协议内容', en: 'The terms' }, { widget: 'textarea', hint: { zh: '逐项写明给付内容和期限，一行一项', en: 'Item by item, one a line: what is to be done, and until when' } }),
      form: field(z.enum(mediationForms), { zh: '形式', en: 'Form' }, { hint: { zh: '法律规定不需要制作调解书的，记入笔录', en: 'Where the law needs no mediation document, it is noted in the transcript' } }),
    }),
    z.strictObject({ decision: field(z.literal('notReached'), { zh: '未达成协议', en: 'No agreement' }), reason: reason() }),
  ]),
});
