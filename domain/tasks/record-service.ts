import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const recordService = defineTask({
  kind: 'record-service',
  title: { zh: '以其他方式送达并记明', en: 'Serve in another way, and record it' },
  why: { zh: '受送达人要求纸质文书、拒收或者逾期未签收的，以其他方式送达，记明时间和收件人。', en: 'Who is served wants paper, refuses, or does not answer: the document is served in another way, and the record says when and on whom.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    served: { zh: '送达完成，制作送达回证。', en: 'Service is complete, and the receipt is made.' },
    notServed: { zh: '记明未能送达及原因。', en: 'It is on record that it was not served, and why.' },
  },
  role: 'clerk',
  articles: ['CPL-87', 'CPL-89'],
  due: { in: 'workingDays', count: 10 },
  outcome: () => z.discriminatedUnion('result', [
    z.strictObject({
      result: field(z.literal('served'), { zh: '已送达', en: 'Served' }),
      how: field(z.enum(['inPerson', 'byPost', 'leftBehind']), { zh: '送达方式', en: 'How' }),
      servedOn: field(givenDay, { zh: '送达日期', en: 'Day of service' }, { widget: 'day' }),
      receivedBy: field(z.string().trim().min(1).max(100), { zh: '签收人或者见证人', en: 'Who received or witnessed it' }),
      circumstances: reason({ zh: '送达经过', en: 'What happened' }),
    }),
    z.strictObject({ result: field(z.literal('notServed'), { zh: '未能送达', en: 'Not served' }), circumstances: reason({ zh: '未能送达的情况', en: 'Why not' }) }),
  ]),
  of: ['phone'],
});
