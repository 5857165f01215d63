/**
 * Another system of the court answers a task (N2: an approval given in the office system): by its own credential, for the
 * kinds of task that the credential names, in the name of a person who may answer it. The same checks as in the browser,
 * then a Signal. Whatever is refused is kept: here among the refused attempts, in the workflow in the journal.
 */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { ApiContext, CurrentUser, SignedInContext } from '#api/context.ts';
import { alreadyDone, invalid, notFound, refused, tooMany, unauthenticated } from '#api/errors.ts';
import { checkFields } from '#api/operations/field-problems.ts';
import { viewerOf } from '#api/operations/access.ts';
import type { Sql } from '#db/connect.ts';
import { standingOf } from '#db/queries/standing.ts';
import { findTask } from '#db/queries/task-detail.ts';
import { systemOf, type KnownSystem } from '#db/system-credentials.ts';
import { may } from '#domain/access/policy.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { signals, type CompleteTask } from '#domain/messages/messages.ts';
import { staffRoles, type StaffRole } from '#domain/people/roles.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

interface SystemAnswer { taskId: string; caseId: string; username: string; outcome?: unknown }

export async function answerTaskForSystem(context: ApiContext, input: SystemAnswer): Promise<CommandAnswer> {
  const system = await known(context);
  context.attempt.system = system.system;
  context.attempt.subject = input.taskId;
  const user = await personOf(context.sql, input.username);
  if (!user) throw refused(noSuchPerson);
  const signedIn: SignedInContext = { ...context, user };
  return context.commands.send(signedIn, {
    operation: 'systems.answerTask', body: input,
    prepare: async (_tx, commandId) => {
      const task = await findTask(context.sql, input.taskId, viewerOf(user));
      if (!task) throw notFound();
      context.attempt.caseId = task.caseId;
      if (task.caseId !== input.caseId) throw refused(anotherCase);
      const { kind } = task.subject;
      if (!system.taskKinds.includes(kind)) throw refused(notInScope);
      const permission = may(viewerOf(user), await standingOf(context.sql, task.caseId, user.personId), { do: 'answer-task', task: task.subject });
      if (!permission.allowed) throw refused(permission.refusal);
      if (task.state === 'completed') throw alreadyDone(task.completedBy?.name ?? null, task.completedAt);
      if (task.state === 'withdrawn') throw notFound({ zh: '该事项已撤回，无需办理。', en: 'This was taken back; there is nothing to do.' });
      const checked = checkFields(taskCatalogue[kind].outcome, input.outcome);
      if (!checked.ok) throw invalid(checked.fields.map(({ path, message }) => ({ path: path === '' ? 'outcome' : `outcome.${path}`, message })));
      const message: CompleteTask = { taskId: input.taskId, outcome: checked.value, personId: user.personId, commandId, system: system.system };
      return { kind: 'signal', workflowId: task.stream, signal: signals.answerTask, args: [message] };
    },
  });
}

/** Wrong credentials that were looked at, by the minute: each is kept, and nobody may fill the record with them. */
const wrong = { minute: 0, count: 0 };
const mostWrongAMinute = 30;

async function known({ sql, credential }: ApiContext): Promise<KnownSystem> {
  const minute = Math.floor(Date.now() / 60_000);
  if (wrong.minute !== minute) Object.assign(wrong, { minute, count: 0 });
  const system = credential === undefined ? null : await systemOf(sql, credential);
  if (system) return system;
  wrong.count += 1;
  if (wrong.count > mostWrongAMinute) throw tooMany();
  throw unauthenticated({ zh: '系统凭证无效或者已被撤销。', en: 'The credential of the system is wrong or was revoked.' });
}

/** Of the court's people in office; parties answer for themselves. */
async function personOf(sql: Sql, username: string): Promise<CurrentUser | null> {
  const [row] = await sql<{ id: string; name: string; roles: string[] }[]>`
    select p.id, p.name, coalesce((select array_agg(r.role) from staff_roles r where r.person_id = p.id), '{}') as roles
    from staff s join persons p on p.id = s.person_id where s.username = ${username} and s.active`;
  if (!row) return null;
  const roles = row.roles.filter((role): role is StaffRole => (staffRoles as readonly string[]).includes(role));
  return { personId: row.id, name: row.name, staff: true, roles, verified: true, phone: null, accountId: '', sessionId: '' };
}

const rule = (code: string, zh: string, en: string): Refusal => ({ code, articles: [], message: { zh, en } });
const noSuchPerson = rule('no-such-person', '没有该名在职人员。', 'There is no such person in office.');
const anotherCase = rule('another-case', '该任务不属于所指案件。', 'This task is not of the case that was named.');
const notInScope = rule('not-in-scope', '该系统凭证不能办理此类事项。', 'The credential of this system is not for this kind of task.');
