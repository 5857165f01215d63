import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const ruleOnSettlement = defineTask({
  kind: 'rule-on-settlement',
  title: { zh: '审查当事人和解', en: 'Decide on the settlement' },
  why: { zh: '各方当事人已确认自行和解。可以裁定准许撤诉，或者依申请制作调解书；调解书经双方签收后生效。和解内容不得违反法律规定。', en: 'All parties confirmed their settlement. The withdrawal is permitted by ruling, or a mediation agreement is made, which takes effect when all have signed for it. The terms may not be unlawful.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，案件照常进行。', en: 'It is marked overdue; the case goes on.' },
  follows: {
    mediationAgreement: { zh: '制作调解书，各方签收后生效。', en: 'A mediation agreement is made and takes effect when all have signed for it.' },
    withdrawal: { zh: '裁定准许撤诉，案件办结。', en: 'The withdrawal is permitted and the case is closed.' },
    refuse: { zh: '案件继续审理，理由告知当事人。', en: 'The case goes on; the parties learn why.' },
  },
  role: 'judge',
  articles: ['CPL-53', 'MED-2', 'CPL-100', 'CPL-148'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('mediationAgreement'), { zh: '制作调解书', en: 'Make a mediation agreement' }), terms: reason({ zh: '调解书写明的协议内容', en: 'Terms as the agreement states them' }) }),
    z.strictObject({ decision: field(z.literal('withdrawal'), { zh: '裁定准许撤诉', en: 'Permit the withdrawal by ruling' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不予确认，继续审理', en: 'Not confirmed; the case goes on' }), reason: reason() }),
  ]),
});
