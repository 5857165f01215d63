/** A row of the work queue, as every list and page of tasks shows it: one select, one shape. */
import type postgres from 'postgres';
import type { TaskSubject, Viewer } from '#domain/access/policy.ts';
import type { Authority } from '#domain/filing/kinds.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import type { TaskRole } from '#domain/people/roles.ts';
import { taskCatalogue, taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';

/** A connection or a transaction: whoever reads. */
export type Reader = postgres.ISql<Record<never, never>>;

export interface TaskRecord {
  id: string;
  case_id: string;
  kind: TaskKindName;
  role: TaskRole;
  state: 'open' | 'completed' | 'withdrawn';
  person_id: string | null;
  participant_id: string | null;
  hearing_id: string | null;
  articles: string[];
  opened_at: Date;
  due_at: Date | null;
  due_provisional: boolean;
  overdue: boolean;
  claimed_by: string | null;
  completed_at: Date | null;
  case_number: string | null;
  cause_of_action: string | null;
  particulars: CaseKind | null;
  parties: string | null;
  assignee_name: string | null;
  claimer_name: string | null;
  participant_person_id: string | null;
  participant_role: string | null;
  participant_name: string | null;
  /** Only for kinds that agents may answer for their principals. */
  agents: { personId: string; authority: Authority }[] | null;
}

/** "张三 诉 李四、王五" of the case whose id the expression gives; in a public prosecution the procuratorate stands first. */
export const partiesOf = (sql: Reader, caseId: postgres.PendingQuery<postgres.Row[]>) => sql`(
  select concat_ws(' 诉 ',
    string_agg(coalesce(o.name, p.name), '、' order by coalesce(o.name, p.name)) filter (where x.role = 'plaintiff' or (x.role = 'prosecutor' and x.organisation_id is not null)),
    string_agg(coalesce(o.name, p.name), '、' order by coalesce(o.name, p.name)) filter (where x.role = 'defendant'))
  from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id where x.case_id = ${caseId})`;

/** Type and instance of a case, from its filing `f`: what the parties are called depends on them. */
export const caseKindOf = (sql: Reader) => sql`jsonb_strip_nulls(jsonb_build_object(
  'caseType', coalesce(f.particulars->>'caseType', 'civil'), 'instance', coalesce(f.particulars->>'instance', 'first'), 'publicProsecution', f.particulars->'publicProsecution'))`;

/** Kinds that an agent may answer for the party (CPL-62). */
export const kindsByAgents: readonly TaskKindName[] = taskKindNames.filter((kind) => (taskCatalogue[kind] as { byAgent?: Authority }).byAgent !== undefined);

/** Of the task `t`: the agents of the participant whom it is for. */
export const agentsOfTask = (sql: Reader) => sql`case when t.kind = any(${kindsByAgents as string[]}) then (
  select jsonb_agg(jsonb_build_object('personId', agent.person_id, 'authority', agent.agency->>'authority')) from participants agent
  where agent.case_id = t.case_id and agent.left_at is null and agent.agency->'principals' @> to_jsonb(t.participant_id::text)) end`;

/** What the policy must know of it. */
export const subjectOf = ({ kind, role, person_id: personId, agents }: Pick<TaskRecord, 'kind' | 'role' | 'person_id' | 'agents'>): TaskSubject => ({ kind, role, personId, agents });

/** The columns of `TaskRecord`; follow with `where` over `t` (tasks) and `c` (cases). */
export const selectTasks = (sql: Reader) => sql`
  select t.id, t.case_id, t.kind, t.role, t.state, t.person_id, t.participant_id, t.hearing_id, t.articles, t.opened_at, t.due_at, t.due_provisional,
    t.overdue, t.claimed_by, t.completed_at, c.case_number, f.cause_of_action, ${caseKindOf(sql)} as particulars, ${partiesOf(sql, sql`t.case_id`)} as parties,
    assignee.name as assignee_name, claimer.name as claimer_name,
    x.person_id as participant_person_id, x.role as participant_role, p.name as participant_name, ${agentsOfTask(sql)} as agents
  from tasks t
    left join cases c on c.id = t.case_id
    left join filings f on f.case_id = t.case_id
    left join persons assignee on assignee.id = t.person_id
    left join persons claimer on claimer.id = t.claimed_by
    left join participants x on x.id = t.participant_id
    left join persons p on p.id = x.person_id`;

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The row as `api/contract/tasks.ts` tells it. */
export function taskRowFrom(record: TaskRecord, viewer: Viewer) {
  return {
    taskId: record.id,
    caseId: record.case_id,
    caseNumber: record.case_number,
    causeOfAction: record.cause_of_action ?? '',
    caseType: record.particulars?.caseType ?? 'civil', instance: record.particulars?.instance ?? 'first',
    parties: record.parties ?? '',
    kind: record.kind,
    role: record.role,
    state: record.state,
    assignee: record.person_id === null ? null : { personId: record.person_id, name: record.assignee_name ?? '' },
    participant: record.participant_id === null || record.participant_person_id === null ? null
      : { participantId: record.participant_id, personId: record.participant_person_id, name: record.participant_name ?? '', role: record.participant_role ?? '' },
    hearingId: record.hearing_id,
    articles: record.articles,
    openedAt: record.opened_at.toISOString(),
    dueAt: iso(record.due_at),
    dueProvisional: record.due_provisional,
    overdue: record.overdue,
    claimedBy: record.claimed_by === null ? null : { personId: record.claimed_by, name: record.claimer_name ?? '' },
    mine: record.person_id === viewer.personId || record.claimed_by === viewer.personId || record.agents?.some(({ personId }) => personId === viewer.personId) === true,
  };
}
export type TaskRowView = ReturnType<typeof taskRowFrom>;
