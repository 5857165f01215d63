import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const acceptInvitation = defineTask({
  kind: 'accept-invitation',
  title: { zh: '是否参加诉讼', en: 'Take part in the case' },
  why: { zh: '法院邀请您以所列身份参加本案诉讼。确认后您将收到开庭通知；证人不参与证据交换，也不看案件材料。', en: 'The court invites you to take part in the role named. You will then get the notice of the hearing; a witness neither exchanges evidence nor sees the case file.' },
  ifNobodyActs: { zh: '逾期未答复的，邀请失效，法院可以再次邀请。', en: 'Without an answer in time the invitation lapses; the court may invite again.' },
  follows: {
    accept: { zh: '以所列身份参加本案，收到开庭通知和庭前任务。', en: 'You take part in the role named, and get the notice and what is to be done before the hearing.' },
    decline: { zh: '不参加本案；理由告知法院，法院可以再次邀请。', en: 'You take no part; the court learns why, and may invite again.' },
  },
  role: 'participant',
  articles: ['G3', 'ONL-7'],
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('accept'), { zh: '参加', en: 'Take part' }), understood: field(z.literal(true), { zh: '我已知道自己的身份、权利和义务，愿意在线参加', en: 'I know my role, rights and duties, and will take part online' }) }),
    z.strictObject({ decision: field(z.literal('decline'), { zh: '不参加', en: 'Decline' }), reason: reason() }),
  ]),
});
