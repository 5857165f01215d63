import { z } from 'zod';
import { opinionSchema } from '#domain/evidence/item.ts';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const confirmEvidence = defineTask({
  kind: 'confirm-evidence',
  title: { zh: '确认对方证据的真实性', en: 'Confirm the other side’s evidence' },
  why: { zh: '对其他当事人证据的真实性、合法性、关联性逐项发表意见；有异议的说明理由。', en: 'Give an opinion on authenticity, legality and relevance of each item of the others; say why you dispute it.' },
  ifNobodyActs: { zh: '逾期未发表意见的，留待庭审质证。', en: 'Without an opinion in time, the items are examined at the hearing.' },
  follows: {
    answer: { zh: '意见附在各项证据之后，法官和对方可以看到；有异议的，在庭审中质证。', en: 'Your opinions stand with the items for the judge and the other side; what is disputed is examined at the hearing.' },
  },
  role: 'participant',
  byAgent: 'general',
  articles: ['G8', 'CPL-71', 'ONL-14'],
  due: { in: 'workingDays', count: 7 },
  outcome: () => z.strictObject({
    opinions: field(z.array(opinionSchema).max(200), { zh: '逐项意见', en: 'Opinion on each item' }, { widget: 'opinions' }),
  }),
});
