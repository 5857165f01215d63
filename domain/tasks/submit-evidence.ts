import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const submitEvidence = defineTask({
  kind: 'submit-evidence',
  title: { zh: '提交证据', en: 'Submit evidence' },
  why: { zh: '证据一般应在开庭前完成交换。', en: 'Evidence is exchanged before the hearing as a rule.' },
  ifNobodyActs: { zh: '逾期视为本次不提交证据。', en: 'No answer in time counts as no evidence submitted.' },
  role: 'participant',
  articles: ['G8'],
  due: { in: 'workingDays', count: 7 },
  outcome: () => z.strictObject({
    items: field(z.array(z.strictObject({
      title: z.string().trim().min(1).max(200),
      source: z.string().trim().min(1).max(200),
      proves: z.string().trim().min(1).max(1000),
      fileId: z.uuid(),
    })).max(50), { zh: '证据清单（可为空）', en: 'List of evidence (may be empty)' }, { widget: 'evidenceList' }),
  }),
});
