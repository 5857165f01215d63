import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const verifyRepresentative = defineTask({
  kind: 'verify-representative',
  title: { zh: '核对委托代理手续', en: 'Verify a change of agent' },
  why: { zh: '当事人委托、变更或者解除诉讼代理人，应当书面告知法院；核对授权委托书后生效，并由法院通知对方当事人。', en: 'A party names, changes or ends an agent in writing; verified against the power of attorney it takes effect, and the court tells the other side.' },
  ifNobodyActs: { zh: '核对前，原代理人继续代理；逾期的，标为逾期，继续等待。', en: 'Until then nothing changes; it is marked overdue and stays open.' },
  follows: {
    verified: { zh: '代理的变更生效，法院通知对方当事人。', en: 'The change takes effect, and the court tells the other side.' },
    rejected: { zh: '代理不变，当事人得知原因。', en: 'Nothing changes, and the party learns why.' },
  },
  role: 'clerk',
  of: ['identity', 'phone'],
  articles: ['G5', 'CPL-62', 'CPL-63'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('verified'), { zh: '手续齐备', en: 'In order' }),
      authority: field(z.enum(['generalAuthority', 'specialAuthority', 'authorityEnded']), { zh: '代理权限', en: 'Authority' }, { hint: { zh: '代为承认、放弃、变更诉讼请求，和解，反诉或者上诉的，须有特别授权。', en: 'Admitting, waiving or changing claims, settling, counterclaiming or appealing needs special authority.' } }),
      checked: field(z.string().trim().min(2).max(500), { zh: '核对的材料', en: 'Documents checked' }),
    }),
    z.strictObject({ decision: field(z.literal('rejected'), { zh: '手续不全，不予确认', en: 'Not in order' }), reason: reason() }),
  ]),
});
