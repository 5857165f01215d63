/** How long PostgreSQL itself works on the statement of a request: no waiting for a connection, no driver, nothing of this process. */
import postgres from 'postgres';
import type { Sql } from '#db/connect.ts';

/** What the server says of itself while it is driven; the settings that make it say so. */
export const sayingDurations = { log_line_prefix: '%p ', log_duration: 'on' };

/**
 * Adds up what the server writes into its log of each statement: of one that a connection has planned before, the time that it
 * took to bind the values and the time that it took to execute, sending of the rows included.
 */
export class LoggedDurations {
  private readonly binding = new Map<string, number>();
  private taken: number[] | null = null;

  readonly line = (line: string): void => {
    const [, process, duration] = /^(\d+) LOG: {2}duration: ([\d.]+) ms$/.exec(line) ?? [];
    if (this.taken === null || process === undefined) return;
    const bound = this.binding.get(process);
    if (bound === undefined) this.binding.set(process, Number(duration));
    else {
      this.binding.delete(process);
      this.taken.push(bound + Number(duration));
    }
  };

  /** From now on; at a moment in which nothing runs. */
  begin(): void { this.taken = []; }

  /** @returns milliseconds a statement. @throws when more was logged than two durations a statement: something was planned anew. */
  end(statements: number): number[] {
    const taken = this.taken ?? [];
    this.taken = null;
    if (taken.length !== statements || this.binding.size > 0) throw new Error(`${statements} statements, ${taken.length} in the log`);
    return taken;
  }
}

interface Statement { text: string; values: unknown[] }

/**
 * Each request is asked once, and what it sent is explained.
 * @returns milliseconds: execution of all statements of a request added up, and the planning that a statement takes which is
 * not planned once a connection.
 */
export async function serverTimes(url: string, times: number, ask: (sql: Sql) => Promise<unknown>): Promise<{ mean: number; most: number; planning: number }> {
  let sent: Statement[] = [];
  const sql = postgres(url, { max: 1, onnotice: () => undefined, debug: (_connection, text, values) => { sent.push({ text, values }); } });
  const explaining = postgres(url, { max: 1 });
  const executions: number[] = [];
  const plannings: number[] = [];
  try {
    for (let time = 0; time < times; time += 1) {
      sent = [];
      await ask(sql);
      const found = await Promise.all(sent.filter(({ text }) => !text.includes('pg_catalog')).map((statement) => explain(explaining, statement)));
      executions.push(found.reduce((sum, plan) => sum + plan['Execution Time'], 0));
      plannings.push(found.reduce((sum, plan) => sum + plan['Planning Time'], 0));
    }
  } finally {
    await sql.end({ timeout: 5 });
    await explaining.end({ timeout: 5 });
  }
  return { mean: mean(executions), most: Math.max(...executions), planning: mean(plannings) };
}

interface Plan { 'Execution Time': number; 'Planning Time': number }

async function explain(sql: Sql, { text, values }: Statement): Promise<Plan> {
  const [row] = await sql.unsafe<{ 'QUERY PLAN': [Plan] }[]>(`explain (analyze, timing off, format json) ${text}`, values as never[], { prepare: false });
  return row!['QUERY PLAN'][0];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
