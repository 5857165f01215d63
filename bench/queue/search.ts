/** Pairs of characters against pg_trgm, over the open tasks: how long each takes to find all ids, and how large it is. */
import type { Sql } from '#db/connect.ts';
import { bigramsOf } from '#domain/tasks/queue-views.ts';

export async function compareIndexes(sql: Sql, words: readonly string[]) {
  await sql`create extension if not exists pg_trgm`;
  await sql`create index bench_trigrams on tasks using gin (search_text gin_trgm_ops) with (fastupdate = off) where state = 'open'`;
  await sql`analyze tasks`;
  const found: Record<string, Record<string, string>> = {};
  for (const word of words) {
    const like = `%${word}%`;
    found[word] = {
      bigrams: await best(sql, () => sql`explain (analyze, timing off, format json) select id from tasks t where t.state = 'open' and search_signs(t.search_text, t.division) @> ${bigramsOf(word)}::text[] and t.search_text like ${like}`),
      trigrams: await best(sql, () => sql`explain (analyze, timing off, format json) select id from tasks t where t.state = 'open' and t.search_text like ${like}`),
    };
  }
  const [size] = await sql<{ bigrams: string; trigrams: string }[]>`select pg_size_pretty(pg_relation_size('tasks_open_search')) as bigrams, pg_size_pretty(pg_relation_size('bench_trigrams')) as trigrams`;
  await sql`drop index bench_trigrams`;
  return { found, size };
}

interface Plan { 'Execution Time': number; Plan: Node }
interface Node { 'Node Type': string; 'Actual Rows': number; 'Index Name'?: string; Plans?: Node[] }

/** The best of five, with the rows and the index that were read. */
async function best(sql: Sql, ask: () => PromiseLike<readonly unknown[]>): Promise<string> {
  const plans: Plan[] = [];
  for (let time = 0; time < 5; time += 1) plans.push(((await ask())[0] as { 'QUERY PLAN': [Plan] })['QUERY PLAN'][0]);
  const plan = plans.reduce((a, b) => (a['Execution Time'] <= b['Execution Time'] ? a : b));
  const index = (node: Node): string | undefined => node['Index Name'] ?? node.Plans?.map(index).find(Boolean);
  return `${plan['Execution Time'].toFixed(2)} ms, ${plan.Plan['Actual Rows']} rows, by ${index(plan.Plan) ?? plan.Plan['Node Type']}`;
}
