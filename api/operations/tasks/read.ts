/** Reading the work queue and one task. */
import type { SignedInContext } from '#api/context.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { invalid } from '#api/errors.ts';
import { allowedTask, inCase, viewerOf } from '#api/operations/access.ts';
import { assessorInvitation } from '#db/queries/assessor-invitation.ts';
import { namesOfPersons } from '#db/queries/case-people.ts';
import { taskQueue, type TaskFilter, type TaskPage } from '#db/queries/task-queue.ts';
import { participantData } from '#db/queries/task-detail.ts';
import { isDeputyFor, may } from '#domain/access/policy.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';

export async function listTasks(context: SignedInContext, input: Omit<TaskFilter, 'standing'>): Promise<TaskPage> {
  const viewer = viewerOf(context.user);
  if (input.view !== 'case') return taskQueue(context.sql, viewer, input);
  if (input.caseId === undefined) throw invalid([{ path: 'caseId', message: { zh: '请指定案件。', en: 'Name the case.' } }]);
  const standing = await inCase(context, input.caseId, { do: 'see-case' });
  return taskQueue(context.sql, viewer, { ...input, standing });
}

/** Facts that hold the id of a person. */
const namedIn = ['of', 'by', 'agentPersonId', 'invitedBy'] as const;

export async function getTask(context: SignedInContext, taskId: string): Promise<TaskDetail> {
  const { view, subject, standing } = await allowedTask(context, taskId, 'see-task');
  const mayAnswer = view.state === 'open' && may(viewerOf(context.user), standing, { do: 'answer-task', task: subject }).allowed;
  const needed = mayAnswer && isTaskKind(view.kind) ? (taskCatalogue[view.kind] as TaskKind).of : undefined;
  // An agent who is being verified takes no part yet: the facts name the person.
  const about = view.participant?.personId ?? (typeof view.facts['agentPersonId'] === 'string' ? view.facts['agentPersonId'] : undefined);
  const ids = namedIn.flatMap((key) => (typeof view.facts[key] === 'string' ? [view.facts[key]] : []));
  const insteadOf = isDeputyFor(viewerOf(context.user), standing, subject) ? view.assignee : null;
  const mayAssign = view.state === 'open' && may(viewerOf(context.user), standing, { do: 'assign-task', task: subject }).allowed;
  return { ...view, mayAnswer, mayAssign, insteadOf, names: await namesOfPersons(context.sql, ids), invitedInto: await invitedInto(context, view), participantData: needed && about ? await participantData(context.sql, about, needed) : null };
}

/** Who was drawn for a panel and answers for themselves reads who takes part; the file opens with the acceptance (PAL-18). */
async function invitedInto({ sql, user }: SignedInContext, { kind, state, caseId, assignee }: Pick<TaskDetail, 'kind' | 'state' | 'caseId' | 'assignee'>): Promise<TaskDetail['invitedInto']> {
  return kind === 'answer-assessor-invitation' && state === 'open' && assignee?.personId === user.personId ? assessorInvitation(sql, caseId, user.personId) : null;
}
