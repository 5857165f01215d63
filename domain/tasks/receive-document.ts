import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const receiveDocument = defineTask({
  kind: 'receive-document',
  title: { zh: '签收文书', en: 'Sign for a document' },
  why: { zh: '法院向您电子送达文书，请阅读后签收；需要纸质文书的，法院应当提供。', en: 'The court serves a document on you electronically: read it and sign for it. If you want it on paper, the court provides it.' },
  ifNobodyActs: { zh: '逾期未签收的，书记员以其他方式送达。', en: 'Not signed for in time, the clerk serves it in another way.' },
  follows: {
    received: { zh: '送达完成，制作送达回证。', en: 'Service is complete, and the receipt is made.' },
    paper: { zh: '由书记员以纸质方式送达并记明。', en: 'The clerk serves it on paper and records it.' },
    refuse: { zh: '由书记员以其他方式送达并记明。', en: 'The clerk serves it in another way and records it.' },
  },
  role: 'participant',
  articles: ['CPL-87', 'CPL-90', 'ONL-29'],
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('answer', [
    z.strictObject({ answer: field(z.literal('received'), { zh: '已收到，同意电子送达', en: 'Received; I agree to electronic service' }) }),
    z.strictObject({ answer: field(z.literal('paper'), { zh: '请提供纸质文书', en: 'I want it on paper' }), address: field(z.string().trim().min(2).max(200), { zh: '送达地址', en: 'Address for service' }) }),
    z.strictObject({ answer: field(z.literal('refuse'), { zh: '拒绝签收', en: 'I refuse to sign for it' }), reason: reason() }),
  ]),
});
