/** The desk of the court's staff: what a day holds, who was given what, who stands in for whom, what went up because it is overdue. */
import { z } from 'zod';
import { givenDay, givenMoment } from '#domain/calendar/given-day.ts';
import { hearingFields } from '#api/contract/hearing-fields.ts';
import { base, instant, personRef, words } from '#api/contract/shared.ts';
import { taskRow } from '#api/contract/tasks.ts';

const reasonText = z.string().trim().min(2).max(500);
const taskId = z.strictObject({ taskId: z.uuid() });

export const readinessItem = z.object({
  what: z.enum(['notice', 'deviceTest', 'identity', 'authority', 'courtroom', 'technology']),
  participantId: z.uuid().nullable(),
  state: z.enum(['done', 'waiting', 'failed']),
  /** The open task that would mend it; `mine`: the reader may answer it. */
  task: z.object({ taskId: z.uuid(), kind: z.string(), mine: z.boolean(), who: z.string().nullable() }).nullable(),
});

export const homeHearing = z.object({
  ...hearingFields,
  parties: z.string(),
  roomOpen: z.boolean(),
  /** The absent person in whose place the reader sees it. */
  insteadOf: personRef.nullable(),
  interruption: z.object({ who: z.string(), cause: z.string(), since: instant }).nullable(),
  participants: z.array(z.object({
    participantId: z.uuid(), name: z.string(), role: z.string(),
    noticeProven: z.enum(['confirmed', 'phone', 'waived']).nullable(),
    test: z.object({ score: z.number(), verdict: z.enum(['passed', 'weak', 'failed']), at: instant }).nullable(),
    agent: z.boolean(),
  })),
  items: z.array(readinessItem),
});
export type HomeHearing = z.infer<typeof homeHearing>;

/** A task of the home: whose it is where it is a deputy's, who gave it, who reminded. */
export const homeTask = taskRow.extend({
  insteadOf: personRef.nullable(),
  /** Answerable by the absent person alone. */
  personal: z.boolean(),
  assigned: z.object({ by: z.string(), reason: z.string(), at: instant }).nullable(),
  reminded: z.object({ by: z.string(), note: z.string(), at: instant }).nullable(),
});
export type HomeTask = z.infer<typeof homeTask>;

export const homeView = z.object({
  now: instant,
  hearings: z.array(homeHearing),
  /** Overdue, due by the end of today, given to me, or reminded of: the first 50, those that are due first. */
  due: z.array(homeTask),
  /** What others did since then in my cases. */
  news: z.object({ since: instant, until: instant, more: z.boolean(), entries: z.array(z.object({ caseId: z.uuid(), caseNumber: z.string().nullable(), seq: z.number(), stream: z.string(), at: instant, who: z.string().nullable(), title: words })) }),
  standsInFor: z.array(z.object({ person: personRef, until: instant })),
  counts: z.object({ open: z.number(), overdue: z.number(), roles: z.number() }),
});
export type HomeView = z.infer<typeof homeView>;

export const colleague = z.object({ personId: z.uuid(), name: z.string(), title: z.string(), away: z.boolean(), open: z.number() });

export const absence = z.object({
  absenceId: z.uuid(), person: personRef, deputy: personRef, from: instant, until: instant, reason: z.string(), enteredAt: instant, endedAt: instant.nullable(), inForce: z.boolean(),
});
export type Absence = z.infer<typeof absence>;
const absencesView = z.object({
  mine: z.array(absence),
  /** Of others, for the head of their division and the manager; null for everybody else. */
  others: z.array(absence).nullable(),
  /** Who may stand in for the reader: the same role. */
  deputies: z.array(z.object({ personId: z.uuid(), name: z.string(), title: z.string() })),
});

export const escalatedTask = taskRow.extend({
  escalatedAt: instant,
  /** Whom it waits for: the person, or the participant; null: anybody of the role. */
  waitsFor: z.string().nullable(),
  mayAssign: z.boolean(),
  assigned: z.object({ to: z.string(), by: z.string(), reason: z.string(), at: instant }).nullable(),
  reminded: z.object({ by: z.string(), to: z.string().nullable(), note: z.string(), at: instant }).nullable(),
});
export type EscalatedTask = z.infer<typeof escalatedTask>;

export const desk = {
  home: base.route({ method: 'GET', path: '/desk/home' }).output(homeView),
  /** What others did until then was seen. */
  seen: base.route({ method: 'PUT', path: '/desk/home/seen' }).input(z.strictObject({ until: givenMoment })).output(z.object({ until: instant })),
  /** Who could be given the task: holders of its role. */
  colleagues: base.route({ method: 'GET', path: '/tasks/{taskId}/colleagues' }).input(taskId)
    .output(z.object({ colleagues: z.array(colleague), assigned: z.object({ to: personRef, by: z.string(), reason: z.string(), at: instant }).nullable() })),
  assign: base.route({ method: 'PUT', path: '/tasks/{taskId}/assignment' }).input(taskId.extend({ to: z.uuid(), reason: reasonText })).output(taskRow),
  takeBack: base.route({ method: 'POST', path: '/tasks/{taskId}/assignment/removal' }).input(taskId.extend({ reason: reasonText })).output(taskRow),
  escalated: base.route({ method: 'GET', path: '/desk/escalated' }).output(z.object({ rows: z.array(escalatedTask), /** What waits for anybody of a role in the head's division and nobody has claimed: she may give it to one. */ open: z.array(taskRow) })),
  remind: base.route({ method: 'POST', path: '/tasks/{taskId}/reminders' }).input(taskId.extend({ note: reasonText })).output(z.object({ to: z.string().nullable(), at: instant })),
  absences: base.route({ method: 'GET', path: '/desk/absences' }).output(absencesView),
  enterAbsence: base.route({ method: 'POST', path: '/desk/absences' })
    .input(z.strictObject({ from: givenDay, until: givenDay, deputy: z.uuid(), reason: reasonText })).output(absencesView),
  endAbsence: base.route({ method: 'POST', path: '/desk/absences/{absenceId}/end' }).input(z.strictObject({ absenceId: z.uuid() })).output(absencesView),
};
