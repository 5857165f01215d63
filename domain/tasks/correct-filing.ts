import { z } from 'zod';
import { correctionPattern } from '#domain/filing/corrections.ts';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const correctFiling = defineTask({
  kind: 'correct-filing',
  title: { zh: '补正起诉材料', en: 'Correct the filing' },
  why: { zh: '立案庭要求补正材料。', en: 'The filing clerk asked for corrections.' },
  ifNobodyActs: { zh: '逾期不补正的，本次网上立案终止。', en: 'Not corrected in time, the filing lapses.' },
  follows: {
    answer: { zh: '立案庭按补正后的材料重新审查。', en: 'The filing clerk reviews it again as corrected.' },
  },
  role: 'participant',
  articles: ['G3', 'ONL-9', 'REG-7'],
  // As many days as the court set.
  due: { in: 'givenByStage' },
  outcome: () => z.strictObject({
    explanation: field(z.string().trim().min(2).max(2000), { zh: '补正说明', en: 'What was corrected' }, { widget: 'textarea' }),
    materials: field(z.array(z.uuid()).max(20), { zh: '补充材料', en: 'Further materials' }, { widget: 'files' }),
    /** The version of the filing's text that was kept for this correction, and what it changes (api/operations/cases/correct-filing.ts). */
    version: field(z.number().int().min(2).optional(), { zh: '版本', en: 'Version' }, { widget: 'hidden' }),
    changed: field(z.array(z.string().regex(correctionPattern)).max(20).optional(), { zh: '已补正事项', en: 'What was corrected' }, { widget: 'hidden' }),
  }),
});
