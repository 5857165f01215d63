import { z } from 'zod';
import { defineTask, field } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const enterJudgment = defineTask({
  kind: 'enter-judgment',
  title: { zh: '提交判决书', en: 'Hand in the judgment' },
  why: { zh: '宣判后制作判决书，盖章并送达各方当事人；当庭宣判的应当在十日内（刑事案件五日以内）发送，定期宣判的立即发给。', en: 'The judgment that was pronounced is sealed and served: within ten days (five in a criminal case) after a pronouncement in court, at once after one on a fixed day.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    answer: { zh: '判决书盖章，送达各方当事人。', en: 'The judgment is sealed and served on every party.' },
  },
  role: 'judge',
  articles: ['CPL-151', 'APL-80', 'CRPL-202'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 5 },
  outcome: () => z.strictObject({
    findings: field(z.string().trim().min(2).max(20_000), { zh: '事实和理由', en: 'Facts and reasons' }, { widget: 'textarea' }),
    operative: field(z.string().trim().min(2).max(5000), { zh: '判决结果', en: 'What is decided' }, { widget: 'textarea', hint: { zh: '一行一项', en: 'One a line' } }),
    appeal: field(z.string().trim().min(2).max(1000), { zh: '上诉权利、期限和上诉的法院', en: 'Right, time and court of appeal' }, { widget: 'textarea' }),
  }),
});
