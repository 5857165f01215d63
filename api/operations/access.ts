/** The policy, asked by operations: what the person is to the case is looked up, and a "no" becomes the contract's error. */
import type { Access, ApiContext, CreateAccess, CurrentUser, SignedInContext } from '#api/context.ts';
import { notFound, refused } from '#api/errors.ts';
import { findFileSubject } from '#db/queries/file-subject.ts';
import { standingOf, standingOfHearing, standingsOf, type HearingStanding } from '#db/queries/standing.ts';
import { findTask, taskSubjects, type TaskFound } from '#db/queries/task-detail.ts';
import { keepStaffLook } from '#db/queries/viewings.ts';
import { allowedAs } from '#domain/access/looks.ts';
import { may, type Operation, type Standing, type Viewer } from '#domain/access/policy.ts';

export const viewerOf = (user: CurrentUser): Viewer => ({ personId: user.personId, roles: user.roles, verified: user.verified });

/** @throws NOT_FOUND when the person may not know of it, REFUSED when they may but not do this. */
export function ensure(context: SignedInContext, standing: Standing | null, operation: Operation): void {
  const permission = may(viewerOf(context.user), standing, operation);
  if (permission.allowed) return;
  throw permission.hide ? notFound() : refused(permission.refusal);
}

/** What the person is to the case, once the policy allows the operation. @throws as `ensure`. */
export async function inCase(context: SignedInContext, caseId: string, operation: Operation): Promise<Standing> {
  note(context, caseId, null);
  const standing = await standingOf(context.sql, caseId, context.user.personId);
  ensure(context, standing, operation);
  await keepLook(context, caseId, operation, standing, null);
  return standing as Standing;
}

/** The same for a hearing. */
export async function inHearing(context: SignedInContext, hearingId: string, operation: (standing: HearingStanding) => Operation): Promise<HearingStanding> {
  note(context, null, hearingId);
  const standing = await standingOfHearing(context.sql, hearingId, context.user.personId);
  if (!standing) throw notFound();
  note(context, standing.caseId, hearingId);
  const asked = operation(standing);
  ensure(context, standing, asked);
  await keepLook(context, standing.caseId, asked, standing, hearingId);
  return standing;
}

/** A task that the policy allows the operation on. @throws as `ensure`. */
export async function allowedTask(context: SignedInContext, taskId: string, what: 'see-task' | 'answer-task' | 'claim-task' | 'assign-task' | 'snooze-task' | 'read-comments' | 'comment-task'): Promise<TaskFound & { standing: Standing }> {
  note(context, null, taskId);
  const task = await findTask(context.sql, taskId, viewerOf(context.user));
  if (!task) throw notFound();
  note(context, task.caseId, taskId);
  const standing = await standingOf(context.sql, task.caseId, context.user.personId);
  ensure(context, standing, { do: what, task: task.subject });
  await keepLook(context, task.caseId, { do: what, task: task.subject }, standing, taskId);
  return { ...task, standing: standing as Standing };
}

/** G10: what the court's staff look at is on record, with as what they were allowed to. A page that reads again is the same look. */
async function keepLook({ user, sql }: SignedInContext, caseId: string, operation: Operation, standing: Standing | null, subject: string | null): Promise<void> {
  const what = looksKept[operation.do];
  if (what === undefined || !user.staff) return;
  await keepStaffLook(sql, { personId: user.personId, caseId, what, why: allowedAs(user, standing), subject });
}

/** Reads of a case that are a look of their own; the history, the recordings' files and the audit keep theirs themselves. */
const looksKept: Partial<Record<Operation['do'], string>> = {
  'see-case': 'case', 'see-timeline': 'case', 'see-task': 'task', 'see-hearing': 'hearing', 'see-transcript': 'transcript', 'see-recording': 'recording-page', 'see-livestream-approval': 'livestream-approval-page',
};

/** What a refused attempt was about. */
function note(context: ApiContext, caseId: string | null, subject: string | null): void {
  context.attempt.caseId = caseId;
  context.attempt.subject = subject;
}

/** What the streams (files, live changes) ask. */
export const createAccess: CreateAccess = ({ sql }): Access => ({
  async mayKnowOf(user, caseId) {
    return may(viewerOf(user), await standingOf(sql, caseId, user.personId), { do: 'see-case' }).allowed;
  },
  async allowedAs(user, caseId) {
    return allowedAs(user, await standingOf(sql, caseId, user.personId));
  },
  async audible(users, caseId, taskIds) {
    const [standings, tasks] = await Promise.all([
      standingsOf(sql, caseId, [...new Set(users.map(({ personId }) => personId))]), taskIds.length === 0 ? [] : taskSubjects(sql, taskIds),
    ]);
    return users.map((user) => {
      const standing = standings.get(user.personId);
      if (standing === undefined) return { knows: false, tasks: [] };
      const viewer = viewerOf(user);
      return {
        knows: may(viewer, standing, { do: 'see-case' }).allowed,
        tasks: tasks.filter((task) => may(viewer, standing, { do: 'see-task', task }).allowed).map(({ taskId }) => taskId),
      };
    });
  },
  async mayReadFile(user, file) {
    const subject = (await findFileSubject(sql, file.id)) ?? { purpose: file.purpose, uploadedBy: file.uploadedBy, caseId: file.caseId };
    const standing = subject.caseId === null ? null : await standingOf(sql, subject.caseId, user.personId);
    return may(viewerOf(user), standing, { do: 'see-file', file: subject }).allowed;
  },
});
