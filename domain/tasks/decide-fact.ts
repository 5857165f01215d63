import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const decideFact = defineTask({
  kind: 'decide-fact',
  title: { zh: '审查主张的新事实', en: 'Decide on a claimed fact' },
  why: { zh: '诉讼参与人主张出现可能影响在线审理的新事实；认定属实的，立即重新审查是否适用在线审理。', en: 'Somebody claims a fact that may keep the case from being heard online; if it is so, the scope is decided again at once.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，案件照常进行。', en: 'It is marked overdue; the case goes on.' },
  follows: {
    accept: { zh: '记入案件情况，立即重新审查是否适用在线审理和庭审直播。', en: 'It becomes a fact of the case; the scope and the livestream are decided again at once.' },
    reject: { zh: '案件照常进行，理由记入案件经过。', en: 'The case goes on; the reasons are on record.' },
  },
  role: 'judge',
  articles: ['G1', 'ONL-21'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('accept'), { zh: '属实', en: 'It is so' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('reject'), { zh: '不予认定', en: 'Not found to be so' }), reason: reason() }),
  ]),
});
