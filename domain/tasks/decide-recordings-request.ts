import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';
import { longestAccessDays, recordingAccesses } from '#domain/recordings/access.ts';

export const decideRecordingsRequest = defineTask({
  kind: 'decide-recordings-request',
  title: { zh: '审查查阅、复制录音录像的申请', en: 'Decide an application for a recording' },
  why: { zh: '当事人申请查看、复制庭审录音录像，由法官审查决定；准许的，限定期限并加注姓名。', en: 'A party applies to view or copy the recording; the judge decides, with reasons. What is granted is limited in time and marked with the name.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待；申请人不能查阅。', en: 'It is marked overdue and stays open; the applicant sees nothing.' },
  follows: {
    grant: { zh: '制作加注姓名的录音录像，申请人在期限内可以查阅。', en: 'A copy marked with the name is made; the applicant has access for the time set.' },
    refuse: { zh: '申请人得知理由，不能查阅。', en: 'The applicant learns why, and has no access.' },
  },
  role: 'judge',
  articles: ['G10', 'REC-10', 'REC-11'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('grant'), { zh: '准许', en: 'Grant' }),
      how: field(z.enum(recordingAccesses), { zh: '准许的方式', en: 'What is granted' }, { hint: { zh: '复制仅限录音，画面不提供复制。', en: 'Only the sound may be copied, not the picture.' } }),
      days: field(z.int().min(1).max(longestAccessDays), { zh: '期限（日）', en: 'For how many days' }),
      reason: reason(),
    }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不准许', en: 'Refuse' }), reason: reason() }),
  ]),
});
