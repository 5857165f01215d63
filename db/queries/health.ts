/** What the database knows of the court's health. */
import type { Sql } from '#db/connect.ts';
import { courtNowIn } from './absences.ts';

export interface ProcessRow { process: string; host: string; pid: number; build: string; taskQueue: string | null; startedAt: string; seenSeconds: number; clockMs: number; temporalClockMs: number | null; diskFreeBytes: number; diskTotalBytes: number }

/** Those that gave a sign in the last ten minutes. */
export async function livingProcesses(sql: Sql): Promise<ProcessRow[]> {
  const rows = await sql<(Omit<ProcessRow, 'startedAt' | 'diskFreeBytes' | 'diskTotalBytes'> & { startedAt: Date; diskFreeBytes: string; diskTotalBytes: string })[]>`
    select process, host, pid, build, task_queue as "taskQueue", started_at as "startedAt", extract(epoch from now() - seen_at)::float8 as "seenSeconds",
      clock_ms as "clockMs", temporal_clock_ms as "temporalClockMs", disk_free_bytes as "diskFreeBytes", disk_total_bytes as "diskTotalBytes"
    from processes where seen_at > now() - interval '10 minutes' order by process, started_at`;
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString(), diskFreeBytes: Number(row.diskFreeBytes), diskTotalBytes: Number(row.diskTotalBytes) }));
}

export interface PendingCommand { id: string; operation: string; workflowId: string | null; attempts: number; ageSeconds: number }

/** The oldest first, at most 100; what was sent, never by whom. */
export async function pendingCommands(sql: Sql): Promise<PendingCommand[]> {
  return sql<PendingCommand[]>`
    select id, operation, workflow_id as "workflowId", attempts, extract(epoch from now() - created_at)::float8 as "ageSeconds"
    from commands where state = 'pending' order by created_at limit 100`;
}

/** Workflows that let a day of theirs go by without a word: their timer has fired, and they did not take it. Court time; at most 100. */
export async function daysGoneBy(sql: Sql): Promise<string[]> {
  const rows = await sql<{ stream: string }[]>`
    select distinct stream from tasks where state = 'open' and not overdue and due_at < ${courtNowIn(sql)} - interval '10 seconds' limit 100`;
  return rows.map(({ stream }) => stream);
}

/** Media hosts that have rooms open. */
export async function hostsWithRooms(sql: Sql): Promise<{ mediaHost: string; open: number }[]> {
  return sql<{ mediaHost: string; open: number }[]>`select media_host as "mediaHost", count(*)::int as open from rooms where state = 'open' group by media_host order by 1`;
}

export interface KeptAlarm { key: string; since: string; acknowledged: { by: string; at: string } | null }

/** Notes that these alarms stand now. One that was away for a minute begins anew, and nobody has seen it. */
export async function keepAlarms(sql: Sql, keys: readonly string[]): Promise<Map<string, KeptAlarm>> {
  if (keys.length > 0) {
    await sql`
      insert into alarms (key) select unnest(${keys as string[]}::text[])
      on conflict (key) do update set last_seen = now(),
        since = case when alarms.last_seen < now() - interval '1 minute' then now() else alarms.since end,
        acknowledged_by = case when alarms.last_seen < now() - interval '1 minute' then null else alarms.acknowledged_by end,
        acknowledged_at = case when alarms.last_seen < now() - interval '1 minute' then null else alarms.acknowledged_at end`;
  }
  await sql`delete from alarms where last_seen < now() - interval '1 day'`;
  const rows = await sql<{ key: string; since: Date; name: string | null; acknowledgedAt: Date | null }[]>`
    select a.key, a.since, p.name, a.acknowledged_at as "acknowledgedAt" from alarms a left join persons p on p.id = a.acknowledged_by where a.key = any(${keys as string[]})`;
  return new Map(rows.map(({ key, since, name, acknowledgedAt }) => [key, { key, since: since.toISOString(), acknowledged: name !== null && acknowledgedAt ? { by: name, at: acknowledgedAt.toISOString() } : null }]));
}

/** @returns false when no such alarm stands. */
export async function acknowledgeAlarm(sql: Sql, key: string, personId: string): Promise<boolean> {
  const rows = await sql`update alarms set acknowledged_by = ${personId}, acknowledged_at = now() where key = ${key} and last_seen > now() - interval '1 minute' returning key`;
  return rows.length > 0;
}
