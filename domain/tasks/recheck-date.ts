import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';

export const recheckDate = defineTask({
  kind: 'recheck-date',
  title: { zh: '开庭日期不再符合日历', en: 'The date of the hearing no longer holds' },
  why: { zh: '工作日历有变动（公布放假安排或者本院休息日变动），已排定的开庭日期不再是工作日，或者通知期不足三个工作日。', en: 'The calendar has changed (holidays were published, or the court closes on a day): the date is no working day any more, or the notice is too short now.' },
  ifNobodyActs: { zh: '按原定时间开庭。', en: 'The hearing stays at its time.' },
  follows: {
    move: { zh: '原通知作废，按新的时间重新通知各方。', en: 'The old notices are void; everybody is told of the new time.' },
    keep: { zh: '按原定时间开庭，理由记入案件经过。', en: 'The hearing stays at its time; the reasons are on record.' },
  },
  bulk: { answers: ['keep'], why: { zh: '日历的同一变动影响多个庭期，维持的理由相同。', en: 'One change of the calendar concerns many dates, and the reason to keep them is the same.' } },
  role: 'clerk',
  articles: ['G4', 'CPL-85', 'CPL-139'],
  due: { in: 'workingDays', count: 1 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('move'), { zh: '改期', en: 'Move it' }),
      day: field(givenDay, { zh: '日期', en: 'Day' }, { widget: 'day' }),
      startTime: field(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), { zh: '开始时间', en: 'Start' }, { widget: 'time' }),
      durationMinutes: field(z.int().min(15).max(480), { zh: '预计时长（分钟）', en: 'Duration (minutes)' }),
      courtroomId: field(z.string().min(1).max(64), { zh: '法庭', en: 'Courtroom' }, { widget: 'courtroom' }),
      reason: reason(),
    }),
    z.strictObject({ decision: field(z.literal('keep'), { zh: '维持原日期，说明理由', en: 'Keep it, with reason' }), reason: reason() }),
  ]),
});
