import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const settleIssues = defineTask({
  kind: 'settle-issues',
  title: { zh: '归纳争议焦点', en: 'Put the issues on record' },
  why: { zh: '证据交换后，记明当事人无争议的事实和证据、争议的主要问题，供开庭审理。', en: 'After the exchange: what is agreed and what is in dispute, for the trial.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '制作争议焦点归纳表附卷，供开庭审理。', en: 'The list of issues goes into the file, for the trial.' },
  },
  role: 'judge',
  articles: ['CPL-136', 'G8'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.strictObject({
    agreed: field(z.string().trim().min(1).max(5000), { zh: '无争议的事实和证据', en: 'Facts and evidence that are agreed' }, { widget: 'textarea', hint: { zh: '一行一项；没有的，写“无”', en: 'One a line; write “none” if there are none' } }),
    disputed: field(z.string().trim().min(1).max(5000), { zh: '争议焦点', en: 'What is in dispute' }, { widget: 'textarea', hint: { zh: '一行一项', en: 'One a line' } }),
  }),
});
