import { z } from 'zod';
import { describedEvidence } from '#domain/evidence/item.ts';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const submitEvidence = defineTask({
  kind: 'submit-evidence',
  title: { zh: '提交证据', en: 'Submit evidence' },
  why: { zh: '证据一般应在开庭前完成交换；请在举证期限内提交证据清单。', en: 'Evidence is exchanged before the hearing as a rule: submit your list within the time for evidence.' },
  ifNobodyActs: { zh: '期限届满未提交的，视为本次不提交；之后提交须说明理由。', en: 'No answer in time counts as no evidence submitted; what comes later needs reasons.' },
  follows: {
    answer: { zh: '证据清单交其他当事人发表意见；之后再提交的，须说明理由。', en: 'The others give their opinions on your list; what comes later needs reasons.' },
  },
  role: 'participant',
  byAgent: 'general',
  articles: ['G8', 'CPL-66', 'CPL-68', 'EVD-19', 'EVD-51'],
  due: { in: 'givenByStage' },
  outcome: () => z.strictObject({
    items: field(z.array(describedEvidence).max(50), { zh: '证据清单（可为空）', en: 'List of evidence (may be empty)' }, { widget: 'evidenceList' }),
  }),
});
