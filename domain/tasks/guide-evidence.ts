import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const guideEvidence = defineTask({
  kind: 'guide-evidence',
  title: { zh: '举证技术指导', en: 'Guide a party with its evidence' },
  why: { zh: '当事人申请技术人员就上传、整理证据进行指导。', en: 'A party asks a technician for help with uploading or preparing evidence.' },
  ifNobodyActs: { zh: '当事人可能无法按期提交证据。', en: 'The party may be unable to submit its evidence in time.' },
  follows: {
    answer: { zh: '指导情况记入案件经过；举证期限不变。', en: 'What was done goes on record; the time for evidence stays as it is.' },
  },
  role: 'technician',
  articles: ['G8'],
  due: { in: 'workingDays', count: 1 },
  of: ['phone'],
  outcome: () => z.strictObject({
    result: field(z.enum(['guided', 'notReached']), { zh: '结果', en: 'Result' }),
    record: reason({ zh: '指导情况', en: 'What was done' }),
  }),
});
