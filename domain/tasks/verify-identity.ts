import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const verifyIdentity = defineTask({
  kind: 'verify-identity',
  title: { zh: '核对身份与授权', en: 'Verify identity and authority' },
  why: { zh: '书记员庭前在线核对身份及授权委托材料，并听取各方意见。', en: 'The clerk verifies identity and powers of attorney online and hears the parties’ views.' },
  ifNobodyActs: { zh: '未核对身份的，不得开庭。', en: 'The hearing cannot open.' },
  follows: {
    verified: { zh: '该参与人可以到庭；全部核对完成后可以开庭。', en: 'The participant can attend; the hearing opens once all are verified.' },
    postpone: { zh: '取消本次开庭，另行排期并通知各方。', en: 'This hearing is cancelled; another is scheduled and everybody told.' },
    offline: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'clerk',
  of: ['identity', 'phone'],
  articles: ['G5', 'CPL-62'],
  due: { in: 'givenByStage' },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('verified'), { zh: '身份无误', en: 'Verified' }),
      documents: field(z.string().trim().min(2).max(500), { zh: '核对的材料', en: 'Documents checked' }),
      // CPL-62: asked of agents alone; the case refuses an agent's verification without it.
      powerOfAttorney: field(z.literal(true).optional(), { zh: '授权委托书核对无误', en: 'The power of attorney is in order' }),
      views: field(z.array(z.strictObject({
        participantId: z.uuid(), view: z.enum(['noObjection', 'objection']), remark: z.string().trim().max(500).default(''),
      })).max(100), { zh: '其他各方对其身份的意见', en: 'The other parties’ views on the identity' }, { widget: 'views' }),
    }),
    z.strictObject({ decision: field(z.literal('postpone'), { zh: '延期', en: 'Postpone' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('offline'), { zh: '转线下', en: 'Offline' }), reason: reason() }),
  ]),
});
