import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const explainGap = defineTask({
  kind: 'explain-gap',
  title: { zh: '说明录音录像中断', en: 'Explain a gap in the recording' },
  why: { zh: '录音录像出现无法由已知原因解释的中断，须书面说明并签名附卷。', en: 'The recording has a gap that no known cause explains; it is explained in writing for the file.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '书面说明附卷，归档程序继续。', en: 'The explanation goes into the file, and the archiving goes on.' },
  },
  bulk: { answers: ['answer'], why: { zh: '同一故障造成多份录音录像中断，说明相同，分别附卷。', en: 'One fault interrupted many recordings; the same explanation goes into the file of each.' } },
  role: 'technician',
  alsoBy: ['clerk'],
  articles: ['REC-3', 'REC-4'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.strictObject({ explanation: reason({ zh: '书面说明', en: 'Explanation' }) }),
});
