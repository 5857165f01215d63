/**
 * Signs of life of the court's processes: that they live, which build they are, how their clock stands to the database's, and
 * what is free on their disk. If the process dies, its row grows old, and operations see it.
 */
import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { Sql } from '#db/connect.ts';

export interface LivingProcess {
  process: 'api' | 'worker' | 'media-host';
  build: string;
  taskQueue: string | null;
  /** The data folder, whose disk is looked at. */
  data: string;
  /** This process's clock minus Temporal's, milliseconds, where it knows. */
  temporalClockMs?: () => number | null;
}

const everyMs = 10_000;

/** Writes one sign now. */
export async function giveSign(sql: Sql, living: LivingProcess): Promise<void> {
  const disk = await statfs(living.data);
  const asked = Date.now();
  const [row] = await sql<{ now: number }[]>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as now`;
  // The answer was made between asking and hearing.
  const clockMs = (asked + Date.now()) / 2 - Number(row?.now);
  const host = hostname();
  await sql`
    insert into processes (id, process, host, pid, build, task_queue, clock_ms, temporal_clock_ms, disk_free_bytes, disk_total_bytes)
    values (${`${living.process}@${host}/${process.pid}`}, ${living.process}, ${host}, ${process.pid}, ${living.build}, ${living.taskQueue}, ${clockMs},
      ${living.temporalClockMs?.() ?? null}, ${disk.bavail * disk.bsize}, ${disk.blocks * disk.bsize})
    on conflict (id) do update set seen_at = now(), build = excluded.build, clock_ms = excluded.clock_ms, temporal_clock_ms = excluded.temporal_clock_ms,
      disk_free_bytes = excluded.disk_free_bytes, disk_total_bytes = excluded.disk_total_bytes`;
  await sql`delete from processes where seen_at < now() - interval '1 day'`;
}

/** Gives signs until told to stop; then takes its row away: who ends in order is not missed. */
export function keepGivingSigns(sql: Sql, living: LivingProcess, complain: (error: unknown) => void): () => Promise<void> {
  let turn = giveSign(sql, living).catch(complain);
  const timer = setInterval(() => { turn = turn.then(() => giveSign(sql, living)).catch(complain); }, everyMs);
  return async () => {
    clearInterval(timer);
    await turn;
    await sql`delete from processes where id = ${`${living.process}@${hostname()}/${process.pid}`}`.catch(complain);
  };
}
