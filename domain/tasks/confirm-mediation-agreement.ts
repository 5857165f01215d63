import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const confirmMediationAgreement = defineTask({
  kind: 'confirm-mediation-agreement',
  title: { zh: '审查确认调解协议', en: 'Confirm the mediation agreement' },
  why: { zh: '审查协议是否自愿、内容是否合法；确认后生效或者制作调解书送达。', en: 'The judge looks whether it is of the parties’ own will and lawful; then it takes effect, or is served as a mediation document.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    confirm: { zh: '记入笔录的，协议生效；需要调解书的，制作后送达各方签收。', en: 'Noted in the transcript, it takes effect; otherwise a mediation document is made and served for signature.' },
    refuse: { zh: '协议不生效，案件继续审理。', en: 'It has no effect, and the case goes on.' },
  },
  role: 'judge',
  articles: ['CPL-99', 'CPL-100'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('confirm'), { zh: '确认', en: 'Confirm' }) }),
    z.strictObject({ decision: field(z.literal('refuse'), { zh: '不予确认', en: 'Do not confirm' }), reason: reason() }),
  ]),
});
