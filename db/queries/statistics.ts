/**
 * The figures of the supervision desk. Each measure is one statement that answers (case_id, key, value), in the order of
 * `domain/audit/statistics.ts`; its numbers are counted over it and its cases listed from it, so that they cannot differ.
 */
import { ageBuckets, measureNames, measures, type Measure, type MeasureName } from '#domain/audit/statistics.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { Sql } from '#db/connect.ts';
import { partiesOf } from '#db/queries/task-row.ts';

/** `from`, `to`: the first and the last moment (ISO 8601). `now`: by the court's clock. */
export interface Period { from: string; to: string; now: string }

export interface StatisticRow { key: string; label: Words; count: number; cases: number; average: number | null; longest: number | null }
export interface Statistic { measure: MeasureName; title: Words; over: 'now' | 'period'; unit: 'days' | 'seconds' | null; articles: string[]; rows: StatisticRow[] }

function statementOf(sql: Sql, measure: MeasureName, { from, to, now }: Period) {
  const days = (since: ReturnType<Sql>, until = sql`${now}::timestamptz`) => sql`greatest(0, extract(epoch from ${until} - ${since}) / 86400)::float8`;
  const within = (column: ReturnType<Sql>) => sql`${column} >= ${from} and ${column} <= ${to}`;
  // The journal's times are text of one form (ISO 8601, UTC): they compare as times do.
  const written = sql`j.at >= ${from} and j.at <= ${to}`;
  switch (measure) {
    case 'stage': return sql`select c.id as case_id, c.stage as key, ${days(sql`c.filed_at`)} as value from cases c where c.stage <> 'closed'`;
    case 'age': return sql`select id as case_id, case when value < 30 then 'under30' when value < 90 then 'under90' when value < 180 then 'under180' else 'over180' end as key, value
      from (select c.id, ${days(sql`c.filed_at`)} as value from cases c where c.stage <> 'closed') aged`;
    case 'waiting': return sql`select t.case_id, t.role as key, ${days(sql`t.opened_at`)} as value from tasks t where t.state = 'open'`;
    case 'overdue': return sql`select t.case_id, t.kind as key, ${days(sql`t.due_at`)} as value from tasks t where t.state = 'open' and (t.overdue or t.due_at < ${now})`;
    case 'judges': return sql`select c.id as case_id, c.presiding_judge::text as key, ${days(sql`c.filed_at`)} as value from cases c where c.stage <> 'closed' and c.presiding_judge is not null`;
    case 'clerks': return sql`select c.id as case_id, c.clerk::text as key, ${days(sql`c.filed_at`)} as value from cases c where c.stage <> 'closed' and c.clerk is not null`;
    case 'closed': return sql`select c.id as case_id, c.closed_how as key, ${days(sql`c.filed_at`, sql`c.closed_at`)} as value from cases c where c.stage = 'closed' and c.closed_how is not null and ${within(sql`c.closed_at`)}`;
    case 'notices': return sql`select n.case_id, coalesce(n.proven_how, 'unproven') as key, null::float8 as value from notices n where ${within(sql`n.issued_at`)}`;
    case 'postponements': return sql`select j.case_id, case j.kind when 'hearing-ended' then 'adjourned' when 'hearing-moved' then 'moved:' || left(j.data ->> 'why', 80) else 'cancelled:' || left(j.data ->> 'why', 80) end as key, null::float8 as value
      from journal j where (j.kind in ('hearing-moved', 'hearing-cancelled') or (j.kind = 'hearing-ended' and j.data ->> 'ending' = 'adjourned')) and ${written}`;
    case 'interruptions': return sql`select j.case_id, j.data ->> 'cause' as key,
      (select extract(epoch from e.at::timestamptz - j.at::timestamptz)::float8 from journal e where e.stream = j.stream and e.kind = 'interruption-ended' and e.data ->> 'interruptionId' = j.data ->> 'interruptionId' order by e.seq limit 1) as value
      from journal j where j.kind = 'interruption-opened' and ${written}`;
    case 'gaps': return sql`select r.case_id, g ->> 'cause' as key, ((g ->> 'to')::float8 - (g ->> 'from')::float8) / 1000 as value
      from recordings r join hearings h on h.id = r.hearing_id, jsonb_array_elements(coalesce(r.ledger -> 'gaps', '[]')) g where ${within(sql`h.starts_at`)}`;
    case 'consents': return sql`select j.case_id, j.data -> 'outcome' ->> 'decision' as key, null::float8 as value from journal j where j.kind = 'task-completed' and j.data ->> 'kind' = 'consent-online' and ${written}`;
    case 'held': return sql`select h.case_id, c.presiding_judge::text as key, null::float8 as value from hearings h join cases c on c.id = h.case_id where h.opened_at is not null and c.presiding_judge is not null and ${within(sql`h.opened_at`)}`;
    case 'work': return sql`select t.case_id, t.completed_by::text as key, null::float8 as value from tasks t join staff s on s.person_id = t.completed_by where t.state = 'completed' and ${within(sql`t.completed_at`)}`;
  }
}

export async function statistics(sql: Sql, period: Period, only: readonly MeasureName[] = measureNames): Promise<Statistic[]> {
  const counted = await Promise.all(only.map(async (measure) => {
    const rows = await sql<{ key: string; count: number; cases: number; average: number | null; longest: number | null }[]>`
      select key, count(*)::int as count, count(distinct case_id)::int as cases, avg(value)::float8 as average, max(value)::float8 as longest from (${statementOf(sql, measure, period)}) m where key is not null group by key order by count(*) desc, key limit 200`;
    return { measure, rows };
  }));
  const ids = [...new Set(counted.flatMap(({ rows }) => rows.map(({ key }) => key)).filter((key) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)))];
  const names = new Map((ids.length === 0 ? [] : await sql<{ id: string; name: string }[]>`select id, name from persons where id in ${sql(ids)}`).map(({ id, name }) => [id, name]));
  return counted.map(({ measure, rows }) => {
    const { title, over, unit, articles, words }: Measure = measures[measure];
    const label = (key: string): Words => words(key) ?? { zh: names.get(key) ?? key, en: names.get(key) ?? key };
    const inOrder = measure === 'age' ? [...rows].sort((one, other) => ageBuckets.indexOf(one.key as never) - ageBuckets.indexOf(other.key as never)) : rows;
    return { measure, title, over, unit, articles: [...articles], rows: inOrder.map((row) => ({ ...row, label: label(row.key) })) };
  });
}

/** The cases that a number counts, those that it counts most often first. */
export async function casesOfStatistic(sql: Sql, measure: MeasureName, key: string, period: Period) {
  const rows = await sql<{ caseId: string; caseNumber: string | null; causeOfAction: string | null; parties: string | null; times: number }[]>`
    select c.id as "caseId", c.case_number as "caseNumber", f.cause_of_action as "causeOfAction", ${partiesOf(sql, sql`c.id`)} as parties, m.times
    from (select case_id, count(*)::int as times from (${statementOf(sql, measure, period)}) s where key = ${key} group by case_id) m
      join cases c on c.id = m.case_id left join filings f on f.case_id = c.id order by m.times desc, c.filed_at desc, c.id limit 500`;
  return rows.map((row) => ({ ...row, causeOfAction: row.causeOfAction ?? '', parties: row.parties ?? '' }));
}
