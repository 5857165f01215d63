import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const recordRefusalToSign = defineTask({
  kind: 'record-refusal-to-sign',
  title: { zh: '记明拒绝签名', en: 'Record the refusal to sign' },
  why: { zh: '参与人拒绝签名或逾期未签，须记明情况附卷。', en: 'A participant refused or did not sign in time; the circumstances are recorded in the file.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '情况附卷，签名程序不再等待该参与人。', en: 'The circumstances go into the file; the signing no longer waits for this person.' },
  },
  role: 'clerk',
  articles: ['G9'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.strictObject({ circumstances: reason({ zh: '情况记载', en: 'Circumstances' }) }),
});
