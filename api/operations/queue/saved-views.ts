/** Named views of the queue, kept on the server; whoever made one changes it, those it is shared with use it. */
import { randomUUID } from 'node:crypto';
import type { SignedInContext } from '#api/context.ts';
import type { SavedView } from '#api/contract/queue.ts';
import { invalid, notFound } from '#api/errors.ts';
import { ensure } from '#api/operations/access.ts';
import { isKeptBy, keepView, removeKeptView, savedViewsFor } from '#db/queries/saved-views.ts';
import { divisionOfStaff } from '#db/queries/absences.ts';
import type { StaffRole } from '#domain/people/roles.ts';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';

export interface ViewInput { name: string; content: SavedViewContent; sharedRole: StaffRole | null; sharedWithDivision: boolean }

export async function listViews(context: SignedInContext): Promise<{ views: SavedView[] }> {
  ensure(context, null, { do: 'use-queue' });
  const { personId, roles } = context.user;
  return { views: await savedViewsFor(context.sql, { personId, roles, division: await divisionOfStaff(context.sql, personId) }) };
}

export async function saveView(context: SignedInContext, input: ViewInput): Promise<SavedView> {
  ensure(context, null, { do: 'use-queue' });
  // A click that is sent again is one view.
  return keep(context, context.idempotencyKey ?? randomUUID(), input);
}

export async function changeView(context: SignedInContext, { viewId, ...input }: ViewInput & { viewId: string }): Promise<SavedView> {
  ensure(context, null, { do: 'use-queue' });
  if (!(await isKeptBy(context.sql, viewId, context.user.personId))) throw notFound();
  return keep(context, viewId, input);
}

export async function removeView(context: SignedInContext, viewId: string): Promise<Record<string, never>> {
  ensure(context, null, { do: 'use-queue' });
  if (!(await removeKeptView(context.sql, viewId, context.user.personId))) throw notFound();
  return {};
}

async function keep(context: SignedInContext, id: string, { name, content, sharedRole, sharedWithDivision }: ViewInput): Promise<SavedView> {
  const { personId, roles } = context.user;
  if (sharedRole !== null && !roles.includes(sharedRole)) throw invalid([{ path: 'sharedRole', message: { zh: '只能与本人的岗位共享。', en: 'Share it with a role of your own.' } }]);
  const division = await divisionOfStaff(context.sql, personId);
  if (sharedWithDivision && !division) throw invalid([{ path: 'sharedWithDivision', message: { zh: '您没有所属庭室。', en: 'You belong to no division.' } }]);
  const sharedDivision = sharedWithDivision ? division : null;
  if (!(await keepView(context.sql, { id, ownerId: personId, name, content, sharedRole, sharedDivision }))) throw notFound();
  return { viewId: id, name, content, owner: { personId, name: context.user.name }, mine: true, sharedRole, sharedDivision };
}
