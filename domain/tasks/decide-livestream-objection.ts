import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const decideLivestreamObjection = defineTask({
  kind: 'decide-livestream-objection',
  title: { zh: '审查直播异议', en: 'Decide an objection to the livestream' },
  why: { zh: '检察机关、当事人等明确提出不宜直播的，审查有无正当理由；理由正当的不得直播。', en: 'Somebody objects: with good reason it may not be livestreamed; undecided, it holds the approval.' },
  ifNobodyActs: { zh: '开庭时尚未决定的，不直播。', en: 'Not decided by the opening: not livestreamed.' },
  follows: {
    wellFounded: { zh: '本次庭审不直播，庭审照常进行。', en: 'Not livestreamed; the hearing takes place all the same.' },
    unfounded: { zh: '异议不影响直播审批，理由记入案件经过。', en: 'The approval goes on; the reasons are on record.' },
  },
  role: 'judge',
  articles: ['N4(3)', 'N4(4)', 'N4(5)'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({ decision: field(z.literal('wellFounded'), { zh: '理由正当，不直播', en: 'Well-founded: not livestreamed' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('unfounded'), { zh: '理由不成立', en: 'Unfounded' }), reason: reason() }),
  ]),
});
