import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const signTranscript = defineTask({
  kind: 'sign-transcript',
  title: { zh: '签署庭审笔录', en: 'Sign the transcript' },
  why: { zh: '诉讼参与人在线确认并签名；其后书记员、法官签名。', en: 'Participants confirm and sign online, then the clerk, then the judge.' },
  ifNobodyActs: { zh: '逾期的，由书记员记明拒绝签名。', en: 'Overdue, the clerk records the refusal to sign.' },
  follows: {
    sign: { zh: '签名与笔录版本一并封存；各方签完后，书记员、法官签名。', en: 'The signature is sealed with this version; after all participants the clerk and the judge sign.' },
    refuse: { zh: '由书记员记明拒绝签名的情况附卷。', en: 'The clerk records the refusal in the file.' },
  },
  role: 'participant',
  alsoBy: ['clerk', 'judge'],
  articles: ['G9', 'CPL-150'],
  personal: personally.signature,
  // CPL-150: the transcript may be read within five days; nobody counts as refusing before.
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('sign'), { zh: '签名', en: 'Sign' }),
      versionHash: field(z.string().regex(/^[0-9a-f]{64}$/), { zh: '版本哈希', en: 'Hash of the version' }, { widget: 'hidden' }),
      signatureFileId: field(z.uuid(), { zh: '签名', en: 'Signature' }, { widget: 'hidden' }),
      verifiedBy: field(z.enum(['phoneCode', 'password']), { zh: '身份确认方式', en: 'How the person was verified' }, { widget: 'hidden' }),
      next: field(z.enum(['archive', 'anotherSession']).optional(), { zh: '下一步（仅法官）', en: 'What follows (judge only)' }),
    }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '拒绝签名', en: 'Refuse to sign' }), reason: reason() }),
  ]),
  page: 'signing',
});
