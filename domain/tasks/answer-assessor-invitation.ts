import { z } from 'zod';
import { recusalGrounds } from '#domain/court/recusal.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { personally } from '#domain/tasks/personal.ts';

export const answerAssessorInvitation = defineTask({
  kind: 'answer-assessor-invitation',
  title: { zh: '是否参加合议庭审判', en: 'Sit as people’s assessor' },
  why: { zh: '您从人民陪审员名单中被抽取参加本案合议庭。请核对当事人和合议庭其他人员，说明有无应当回避的情形；接受后方可查阅案卷。', en: 'You were drawn from the list of people’s assessors for this panel. Check the parties and the rest of the panel for any ground of recusal; the case file opens to you once you accept.' },
  ifNobodyActs: { zh: '逾期未答复的，视为不参加，另行抽取下一名；被邀请人接受前不得开庭。', en: 'Without an answer in time it counts as declined and the next one is drawn; the session is not opened before whoever is invited accepts.' },
  follows: {
    accept: { zh: '您是本案合议庭成员，可以查阅案卷，参加庭审和评议。', en: 'You sit in the panel: the case file opens, and you take part in the session and the deliberation.' },
    decline: { zh: '另行抽取下一名，理由记入案卷，变更告知当事人。', en: 'The next one is drawn; the reason goes on record and the parties are told of the change.' },
    recuse: { zh: '您不参加本案审判，另行抽取下一名；回避的情形记入案卷。', en: 'You take no part; the next one is drawn, and the ground goes on record.' },
  },
  role: 'peoplesAssessor',
  articles: ['PAL-2', 'PAL-18', 'PAL-19', 'PAI-3'],
  personal: personally.assessor,
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('accept'), { zh: '参加', en: 'Take part' }),
      noGround: field(z.literal(true), { zh: '我与本案和当事人、诉讼代理人没有应当回避的情形，将忠实履职、保守审判秘密', en: 'No ground of recusal ties me to this case, its parties or agents; I will serve faithfully and keep the court’s secrets' }),
    }),
    z.strictObject({
      decision: field(z.literal('decline'), { zh: '因故不能参加', en: 'Cannot take part' }),
      reason: field(z.string().trim().min(2).max(2000), { zh: '正当理由', en: 'Good reason' }, {
        widget: 'textarea', hint: { zh: '无正当理由拒绝参加审判活动，影响审判工作正常进行的，依法可以免除陪审员职务。', en: 'Who refuses without good reason and disturbs the court’s work may be removed from office.' },
      }),
    }),
    z.strictObject({ decision: field(z.literal('recuse'), { zh: '应当回避', en: 'Recuse myself' }), ground: field(z.enum(recusalGrounds), { zh: '回避的情形', en: 'Ground' }), reason: reason() }),
  ]),
});
