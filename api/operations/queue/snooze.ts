/** Out of one person's sight for a while, by themselves and for themselves; it comes back alone, and before it is due. */
import type { SignedInContext } from '#api/context.ts';
import { alreadyDone, notFound, refused } from '#api/errors.ts';
import { allowedTask } from '#api/operations/access.ts';
import { checkSnooze } from '#domain/tasks/snooze.ts';

export async function snoozeTask(context: SignedInContext, { taskId, until, reason }: { taskId: string; until: string; reason: string }): Promise<{ until: string }> {
  const { state, view, completedBy, completedAt } = await allowedTask(context, taskId, 'snooze-task');
  if (state === 'completed') throw alreadyDone(completedBy?.name ?? null, completedAt);
  if (state === 'withdrawn') throw notFound({ zh: '该事项已撤回，无需办理。', en: 'This was taken back; there is nothing to do.' });
  const { now } = await context.courtNow();
  const refusal = checkSnooze(view, until, now);
  if (refusal) throw refused(refusal);
  const { personId } = context.user;
  await context.sql`
    insert into task_snoozes (person_id, task_id, until, reason, at) values (${personId}, ${taskId}, ${until}, ${reason}, ${now})
    on conflict (person_id, task_id) do update set until = excluded.until, reason = excluded.reason, at = excluded.at`;
  return { until: new Date(until).toISOString() };
}

/** Back in sight at once. */
export async function wakeTask(context: SignedInContext, taskId: string): Promise<Record<string, never>> {
  await context.sql`delete from task_snoozes where person_id = ${context.user.personId} and task_id = ${taskId}`;
  return {};
}
