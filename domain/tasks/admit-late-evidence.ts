import { z } from 'zod';
import { lateDecisions, latenesses } from '#domain/evidence/lateness.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

/** Which decisions the finding leaves is checked by `checkLateDecision`. */
export const admitLateEvidence = defineTask({
  kind: 'admit-late-evidence',
  title: { zh: '决定是否采纳逾期证据', en: 'Admit late evidence?' },
  why: { zh: '当事人在举证期限届满后提交证据并说明了理由，由法官决定是否采纳。', en: 'A party offers evidence after the deadline, with reasons; the judge decides whether it is admitted.' },
  ifNobodyActs: { zh: '未决定前，该证据不出示、不质证。', en: 'Until it is decided, the evidence is neither shown nor examined.' },
  follows: {
    answer: { zh: '采纳的，交其他当事人质证；不采纳的，不出示、不质证。决定和理由记入案件经过。', en: 'Admitted, the others examine it; not admitted, it is neither shown nor examined. Decision and reasons go on record.' },
  },
  role: 'judge',
  articles: ['CPL-68', 'INT-101', 'INT-102'],
  personal: personally.ruling,
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.strictObject({
    lateness: field(z.enum(latenesses), { zh: '逾期的原因', en: 'Why it is late' }),
    basicFact: field(z.boolean(), { zh: '与案件基本事实有关', en: 'It has to do with the basic facts of the case' }),
    decision: field(z.enum(lateDecisions), { zh: '决定', en: 'Decision' }),
    fineYuan: field(z.int().min(1).max(1_000_000).optional(), { zh: '罚款金额（元）', en: 'Fine (yuan)' }, { hint: { zh: '决定罚款的才填写；须经院长批准并制作决定书（民事诉讼法第一百一十九条）。', en: 'Only with a fine, which needs the president’s approval and a written decision (CPL-119).' } }),
    unit: field(z.boolean().optional(), { zh: '被罚款人是单位', en: 'Who is fined is a unit, not a person' }),
    reason: reason(),
  }),
});
