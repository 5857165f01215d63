import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const signMediationAgreement = defineTask({
  kind: 'sign-mediation-agreement',
  title: { zh: '签署调解协议', en: 'Sign the mediation agreement' },
  why: { zh: '调解协议必须双方自愿，由各方当事人本人确认签名。', en: 'An agreement must be of the parties’ own will: each reads and signs it.' },
  ifNobodyActs: { zh: '逾期未签的，视为未达成协议，案件继续审理。', en: 'Not signed in time, there is no agreement, and the case goes on.' },
  follows: {
    sign: { zh: '各方都签名后，由法官审查确认。', en: 'When all have signed, the judge looks whether it can be confirmed.' },
    refuse: { zh: '视为未达成协议，案件继续审理。', en: 'There is no agreement, and the case goes on.' },
  },
  role: 'participant',
  articles: ['CPL-99', 'CPL-101', 'ONL-33'],
  personal: personally.signature,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('sign'), { zh: '签名', en: 'Sign' }),
      versionHash: field(z.string().regex(/^[0-9a-f]{64}$/), { zh: '版本哈希', en: 'Hash of the version' }, { widget: 'hidden' }),
      signatureFileId: field(z.uuid(), { zh: '签名', en: 'Signature' }, { widget: 'hidden' }),
      verifiedBy: field(z.enum(['phoneCode', 'password']), { zh: '身份确认方式', en: 'How the person was verified' }, { widget: 'hidden' }),
    }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不同意签署', en: 'Do not sign' }), reason: reason() }),
  ]),
  page: 'signing',
});
