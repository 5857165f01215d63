/** The work queue of the court's staff: its lists, what people say and put off, saved views, and many tasks at once. */
import { z } from 'zod';
import { base, instant, personRef, words } from '#api/contract/shared.ts';
import { taskRow } from '#api/contract/tasks.ts';
import { givenMoment } from '#domain/calendar/given-day.ts';
import { mostInBulk } from '#domain/tasks/bulk.ts';
import { queueFilters, queueViews, savedViewContent } from '#domain/tasks/queue-views.ts';
import { staffRoles } from '#domain/people/roles.ts';

export const queueRow = taskRow.extend({
  stage: z.string().nullable(),
  division: z.string().nullable(),
  /** Working days until the due day, that day included; negative: since it has passed; null without a due time. */
  workingDaysLeft: z.number().int().nullable(),
  comments: z.number().int(),
  /** The absent colleague whom it waits for and whose deputy asks. */
  insteadOf: personRef.nullable(),
  /** Put off by whoever asks, and by nobody else's doing. */
  snoozed: z.object({ until: instant, reason: z.string() }).nullable(),
});
export type QueueRow = z.infer<typeof queueRow>;

const viewCount = z.object({ total: z.number().int(), overdue: z.number().int(), kinds: z.record(z.string(), z.number().int()) });
export const queuePage = z.object({
  rows: z.array(queueRow),
  next: z.string().nullable(),
  counts: z.object({ mine: viewCount, roles: viewCount, division: viewCount, snoozed: viewCount }),
  /** Null: this person has no list of a division. Empty: of every division. */
  division: z.string().nullable(),
  /** When the next task that was put off comes back. */
  wakesAt: instant.nullable(),
});
export type QueuePage = z.infer<typeof queuePage>;

export const taskComment = z.object({ commentId: z.uuid(), by: personRef, text: z.string(), at: instant });
export type TaskComment = z.infer<typeof taskComment>;

/** Shared with everybody who holds the role, or belongs to the division of the owner; with neither: one's own. */
const sharing = { sharedRole: z.enum(staffRoles).nullable().default(null), sharedWithDivision: z.boolean().default(false) };
export const savedView = z.object({
  viewId: z.uuid(), name: z.string(), content: savedViewContent, owner: personRef, mine: z.boolean(),
  sharedRole: z.enum(staffRoles).nullable(), sharedDivision: z.string().nullable(),
});
export type SavedView = z.infer<typeof savedView>;

const id = { taskId: z.uuid() };
const name = z.string().trim().min(1).max(60);
const text = z.string().trim().min(1).max(2000);
const snoozing = { until: givenMoment, reason: z.string().trim().min(2).max(500) };

export const bulkAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('claim') }),
  z.strictObject({ do: z.literal('release') }),
  z.strictObject({ do: z.literal('snooze'), ...snoozing }),
  /** All of one kind, with an answer that the kind allows for many (domain/tasks/bulk.ts). */
  z.strictObject({ do: z.literal('complete'), outcome: z.unknown() }),
]);
export type BulkAction = z.infer<typeof bulkAction>;
/** What became of each: `pending`: kept, and sent until it is answered. */
const bulkResult = z.object({ taskId: z.uuid(), state: z.enum(['done', 'pending', 'failed']), code: z.string().optional(), message: words.optional(), articles: z.array(z.string()).optional() });
export type BulkResult = z.infer<typeof bulkResult>;

export const queue = {
  page: base.route({ method: 'GET', path: '/queue' })
    .input(z.strictObject({ view: z.enum(queueViews).default('mine'), ...queueFilters, after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }))
    .output(queuePage),
  comments: base.route({ method: 'GET', path: '/tasks/{taskId}/comments' }).input(z.strictObject(id)).output(z.object({ comments: z.array(taskComment) })),
  comment: base.route({ method: 'POST', path: '/tasks/{taskId}/comments' }).input(z.strictObject({ ...id, text })).output(taskComment),
  snooze: base.route({ method: 'PUT', path: '/tasks/{taskId}/snooze' }).input(z.strictObject({ ...id, ...snoozing })).output(z.object({ until: instant })),
  wake: base.route({ method: 'DELETE', path: '/tasks/{taskId}/snooze' }).input(z.strictObject(id)).output(z.object({})),
  bulk: base.route({ method: 'POST', path: '/queue/bulk' })
    .input(z.strictObject({ taskIds: z.array(z.uuid()).min(1).max(mostInBulk), action: bulkAction }))
    .output(z.object({ results: z.array(bulkResult) })),
  views: base.route({ method: 'GET', path: '/queue/views' }).input(z.strictObject({})).output(z.object({ views: z.array(savedView) })),
  saveView: base.route({ method: 'POST', path: '/queue/views' }).input(z.strictObject({ name, content: savedViewContent, ...sharing })).output(savedView),
  changeView: base.route({ method: 'PUT', path: '/queue/views/{viewId}' }).input(z.strictObject({ viewId: z.uuid(), name, content: savedViewContent, ...sharing })).output(savedView),
  removeView: base.route({ method: 'DELETE', path: '/queue/views/{viewId}' }).input(z.strictObject({ viewId: z.uuid() })).output(z.object({})),
};
