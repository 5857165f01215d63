import { z } from 'zod';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const fillAssessorSeat = defineTask({
  kind: 'fill-assessor-seat',
  title: { zh: '决定由谁补足合议庭', en: 'Decide who completes the panel' },
  why: { zh: '人民陪审员不参加本案，且没有可以递补的人民陪审员，合议庭缺员，不得开庭。', en: 'A people’s assessor does not take part and no other is left to be drawn: the panel is incomplete, and the session is not opened.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待；决定前不得开庭。', en: 'It is marked overdue and stays open; until it is decided the session is not opened.' },
  follows: {
    judge: { zh: '按轮次由一名法官补足合议庭，并告知当事人。', en: 'The next judge in turn completes the panel; the parties are told.' },
    again: { zh: '从补充后的名单中再次抽取并邀请；仍无人可以抽取的，再次提请决定。', en: 'Another is drawn from the list as it now is, and invited; with nobody to draw it is asked again.' },
  },
  role: 'divisionHead',
  articles: ['CPL-40', 'PAL-15', 'PAL-19', 'PAI-3'],
  due: { in: 'workingDays', count: 2 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('judge'), { zh: '由法官补足', en: 'A judge completes the panel' }, { hint: { zh: '依法应当由人民陪审员参加审判的案件，不得因此全部由法官组成合议庭。', en: 'A case that the law gives to a panel with assessors must not end with judges alone.' } }),
      reason: reason(),
    }),
    z.strictObject({ decision: field(z.literal('again'), { zh: '名单已经补充，再次抽取', en: 'The list was added to: draw again' }), reason: reason() }),
  ]),
});
