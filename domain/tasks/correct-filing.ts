import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const correctFiling = defineTask({
  kind: 'correct-filing',
  title: { zh: '补正起诉材料', en: 'Correct the filing' },
  why: { zh: '立案庭要求补正材料。', en: 'The filing clerk asked for corrections.' },
  ifNobodyActs: { zh: '逾期不补正的，本次网上立案终止。', en: 'Not corrected in time, the filing lapses.' },
  role: 'participant',
  articles: ['G3'],
  due: { in: 'workingDays', count: 7 },
  outcome: () => z.strictObject({
    explanation: field(z.string().trim().min(2).max(2000), { zh: '补正说明', en: 'What was corrected' }, { widget: 'textarea' }),
    materials: field(z.array(z.uuid()).max(20), { zh: '补充材料', en: 'Further materials' }, { widget: 'files' }),
  }),
});
