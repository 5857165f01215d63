import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const ruleOnWithdrawal = defineTask({
  kind: 'rule-on-withdrawal',
  title: { zh: '裁定是否准许撤诉', en: 'Rule on the withdrawal' },
  why: { zh: '当事人申请撤诉（第二审撤回上诉，自诉案件撤回自诉），是否准许，由人民法院裁定；裁定书发给各方。准许的，本案结案；已开庭的，录音录像、笔录照常归档。', en: 'A party applied to withdraw the action (on appeal the appeal, in a private prosecution the prosecution); the court rules, and everybody gets the ruling. Permitted, the case is closed; what was held is archived.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，案件照常进行。', en: 'It is marked overdue; the case goes on.' },
  follows: {
    permit: { zh: '裁定书发给各方，案件办结；已经开庭的，先行归档。', en: 'Everybody gets the ruling and the case is closed; what was held is archived first.' },
    refuse: { zh: '裁定书发给各方，案件继续审理。', en: 'Everybody gets the ruling, and the case goes on.' },
  },
  role: 'judge',
  articles: ['CPL-148', 'CPL-180', 'APL-62', 'CRPL-212', 'CPL-157'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('permit'), { zh: '准许撤诉', en: 'Permit' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不准许撤诉', en: 'Refuse' }), reason: reason() }),
  ]),
});
