import { z } from 'zod';
import { givenDay } from '#domain/calendar/given-day.ts';
import { defineTask, field, reason } from '#domain/tasks/task-kind.ts';
import { sessionKinds } from '#domain/case/types.ts';

export const scheduleHearing = defineTask({
  kind: 'schedule-hearing',
  title: { zh: '排期开庭', en: 'Schedule the hearing' },
  why: { zh: '须至少于庭审三个工作日前完成排期并通知。', en: 'At least three working days before the hearing it is scheduled and everyone is told.' },
  ifNobodyActs: { zh: '超过期限的，标为逾期，继续等待。', en: 'It is marked overdue and stays open.' },
  follows: {
    schedule: { zh: '预订法庭和人员，向各方发出开庭通知，进入庭前准备。', en: 'Courtroom and people are booked, everybody gets the notice, and the preparation begins.' },
    offline: { zh: '本案转为线下审理。', en: 'The case moves offline.' },
  },
  role: 'clerk',
  articles: ['G4', 'CPL-139'],
  due: { in: 'workingDays', count: 3 },
  outcome: () => z.discriminatedUnion('decision', [
    z.strictObject({
      decision: field(z.literal('schedule'), { zh: '排期', en: 'Schedule' }),
      kind: field(z.enum(sessionKinds), { zh: '庭次类型', en: 'Session kind' }, { widget: 'sessionKind' }),
      day: field(givenDay, { zh: '日期', en: 'Day' }, { widget: 'day' }),
      startTime: field(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), { zh: '开始时间', en: 'Start' }, { widget: 'time' }),
      durationMinutes: field(z.int().min(15).max(480), { zh: '预计时长（分钟）', en: 'Duration (minutes)' }),
      courtroomId: field(z.string().min(1).max(64), { zh: '法庭', en: 'Courtroom' }, { widget: 'courtroom' }),
    }),
    z.strictObject({ decision: field(z.literal('offline'), { zh: '转线下审理', en: 'Move offline' }), reason: reason() }),
  ]),
});
