import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const finishTranscript = defineTask({
  kind: 'finish-transcript',
  title: { zh: '完成庭审笔录', en: 'Finish the transcript' },
  why: { zh: '书记员在线完成笔录，生成固定版本供签名。', en: 'The clerk finishes the transcript; a fixed version is made for signing.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '生成固定版本；参与人签名，其后书记员、法官签名。', en: 'A fixed version is made; the participants sign it, then the clerk, then the judge.' },
  },
  role: 'clerk',
  articles: ['G9'],
  personal: personally.transcript,
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.strictObject({ finished: field(z.literal(true), { zh: '笔录已核对，生成签名版本', en: 'Checked: make the version to sign' }) }),
  page: 'transcript',
});
