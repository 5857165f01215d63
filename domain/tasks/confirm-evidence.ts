import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const confirmEvidence = defineTask({
  kind: 'confirm-evidence',
  title: { zh: '确认对方证据的真实性', en: 'Confirm the other side’s evidence' },
  why: { zh: '开庭前对证据的真实性予以确认，并发表意见。', en: 'Authenticity is confirmed before the hearing, with an opinion on each item.' },
  ifNobodyActs: { zh: '逾期未发表意见的，留待庭审质证。', en: 'Without an opinion in time, the items are examined at the hearing.' },
  role: 'participant',
  articles: ['G8'],
  due: { in: 'workingDays', count: 7 },
  outcome: () => z.strictObject({
    opinions: field(z.array(z.strictObject({
      evidenceId: z.string().min(1).max(100),
      authenticity: z.boolean(),
      legality: z.boolean(),
      relevance: z.boolean(),
      remark: z.string().trim().max(1000),
    })).max(200), { zh: '逐项意见', en: 'Opinion on each item' }, { widget: 'opinions' }),
  }),
});
