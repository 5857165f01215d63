import { z } from 'zod';
import { rulingCodes } from '#domain/hearing/departure.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const ruleOnDeparture = defineTask({
  kind: 'rule-on-departure',
  title: { zh: '裁决擅自离线的后果', en: 'Rule on a departure without reason' },
  why: { zh: '经核实，参与人无正当理由离开；经提示、警告后如何处理，由法官依法决定，系统不自动认定。', en: 'The participant left without good reason; what follows after prompt and warning is for the judge to rule on, never automatic.' },
  ifNobodyActs: { zh: '庭审继续中止，等待其返回或者延期审理。', en: 'The hearing stays suspended until the person is back or it is adjourned.' },
  follows: {
    answer: { zh: '按裁决继续审理、延期，或者按撤诉、缺席处理；裁决和理由记入笔录。', en: 'As ruled: the hearing goes on, is adjourned, or the absence has its consequence; ruling and reasons go on record.' },
  },
  role: 'judge',
  articles: ['G6(1)', 'ONL-25', 'CPL-146', 'CPL-147'],
  personal: personally.ruling,
  due: { in: 'minutes', count: 10 },
  outcome: () => z.strictObject({
    ruling: field(z.enum(rulingCodes), { zh: '裁决', en: 'Ruling' }),
    prompted: field(z.boolean(), { zh: '已经提示', en: 'The person was prompted' }),
    warned: field(z.boolean(), { zh: '已经警告', en: 'The person was warned' }),
    counterclaim: field(z.boolean(), { zh: '对方已提起反诉', en: 'The other side has counterclaimed' }),
    reason: reason(),
  }),
  page: 'hearingRoom',
});
