/** How long PostgreSQL itself works on the statements of a request: no waiting for a connection, no driver, nothing of this process. */
import postgres from 'postgres';
import type { Sql } from '#db/connect.ts';

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
