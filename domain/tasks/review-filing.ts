import { z } from 'zod';
import { compositions, procedures } from '#domain/court/composition.ts';
import { correctionDays } from '#domain/court/court.ts';
import { recusalGrounds } from '#domain/court/recusal.ts';
import { correctionPattern } from '#domain/filing/corrections.ts';
import { rejectionGrounds } from '#domain/filing/rejection-grounds.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const reviewFiling = defineTask({
  kind: 'review-filing',
  title: { zh: '立案审查', en: 'Review the filing' },
  why: { zh: '当事人网上提交了起诉材料，须审查是否受理。', en: 'A party filed online; the court decides whether to accept.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    accept: { zh: '编立案号、分配审判组织并通知当事人，进入在线审理确认。', en: 'The case gets its number and its bench, the parties are told, and consent to the online hearing is asked.' },
    correct: { zh: '当事人收到补正要求；逾期不补正的，本次网上立案终止。', en: 'The party is asked to correct; not corrected in time, the filing lapses.' },
    reject: { zh: '不予立案并说明理由，当事人依法可以上诉或者另行起诉。', en: 'It is not accepted and the party is told why; remedies are as the law has them.' },
    recuse: { zh: '本件由立案庭其他人员审查，审查期限不变；回避的情形记入案卷。', en: 'A colleague reviews it within the same time; the ground of the recusal goes on record.' },
  },
  role: 'filingClerk',
  articles: ['G3', 'ONL-9', 'REG-8', 'CPL-40'],
  // Seven or fifteen days, five on appeal: domain/filing/periods.ts.
  due: { in: 'givenByStage' },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('accept'), { zh: '受理', en: 'Accept' }),
      // Not chosen: what the law says of this case (domain/court/composition.ts).
      procedure: field(z.enum(procedures).optional(), { zh: '适用程序', en: 'Procedure' }, { hint: { zh: '不选的，民事案件适用简易程序，行政、刑事案件适用普通程序。', en: 'Not chosen: the simple procedure for civil cases, the ordinary one for administrative and criminal ones.' } }),
      composition: field(z.enum(compositions).optional(), { zh: '审判组织', en: 'Heard by' }, { hint: { zh: '不选的，依照所适用的程序确定。', en: 'Not chosen: as the procedure has it.' } }),
      soleJudgeOnAppeal: field(z.boolean().optional(), { zh: '第二审可以独任审理', en: 'A sole judge may hear the appeal' }, { hint: {
        zh: '仅民事第二审案件：第一审适用简易程序审结或者不服裁定上诉，事实清楚、权利义务关系明确，双方当事人同意（民事诉讼法第四十一条）。',
        en: 'Civil appeals alone: first instance in simple procedure or an appeal against a ruling, facts and rights clear, both parties consent (CPL-41).' } }),
    }),
    z.strictObject({
      decision: field(z.literal('correct'), { zh: '要求补正', en: 'Ask for corrections' }),
      corrections: field(z.array(z.strictObject({ what: z.string().min(1).regex(correctionPattern), why: z.string().trim().min(2).max(500) })).min(1).max(20), { zh: '补正事项', en: 'What to correct' }, { widget: 'corrections' }),
      days: field(z.number().int().min(correctionDays.fewest).max(correctionDays.most), { zh: '补正期限（日）', en: 'Days for the corrections' }, {
        hint: { zh: `${correctionDays.fewest}至${correctionDays.most}日，次日起算；最后一日是休息日的顺延。`, en: `${correctionDays.fewest} to ${correctionDays.most}, counted from tomorrow; a last day off moves on.` },
      }),
    }),
    z.strictObject({ decision: field(z.literal('reject'), { zh: '不予立案（公诉案件：退回人民检察院）', en: 'Reject (a public prosecution: send it back)' }), ground: field(z.enum(rejectionGrounds), { zh: '依据', en: 'Ground' }), reason: reason() }),
    z.strictObject({ decision: field(z.literal('recuse'), { zh: '本人回避', en: 'Recuse myself' }), conflict: field(z.enum(recusalGrounds), { zh: '回避的情形', en: 'Ground' }), reason: reason() }),
  ]),
});
