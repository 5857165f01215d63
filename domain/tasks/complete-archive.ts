import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';

export const completeArchive = defineTask({
  kind: 'complete-archive',
  title: { zh: '核对卷宗并归档', en: 'Check the file and archive' },
  why: { zh: '录音录像、笔录、证据等装入正卷、副卷，光盘装入副卷。', en: 'Recordings, transcripts and evidence go into the two volumes, the disc into the confidential one.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '制作正卷、副卷和光盘，加盖电子印章封存，案件办结。', en: 'The two volumes and the disc are made and sealed, and the case is closed.' },
  },
  role: 'clerk',
  articles: ['G10', 'N1'],
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.strictObject({
    checked: field(z.literal(true), { zh: '卷内材料已核对', en: 'The file has been checked' }),
    registrationNumber: field(z.string().trim().min(1).max(60), { zh: '录音录像备案号', en: 'Registration number of the recording' }),
  }),
});
