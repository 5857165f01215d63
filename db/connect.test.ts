/**
 * PostgreSQL may be restarted under a court at work. The driver needs a repair for that (infra/patches/postgres.mjs); here
 * it is cut off in every way, and must refuse what was under way and go on.
 */
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { freshDatabase, type TestDatabase } from '#infra/testing/postgres.ts';
import { connectSql, type Sql } from './connect.ts';

let database: TestDatabase;
let admin: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  admin = connectSql(process.env['KAITING_TEST_DATABASE']!, 1);
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** Between the driver and the server, and gone when it is told to. */
class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  port = 0;

  async open(): Promise<void> {
    const { hostname, port } = new URL(database.url);
    const server = createServer((near) => {
      const far = connectSocket(Number(port), hostname);
      for (const [one, other] of [[near, far], [far, near]] as const) {
        this.sockets.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => { this.sockets.delete(one); other.destroy(); });
      }
    });
    await new Promise<void>((resolve) => { server.listen(this.port, '127.0.0.1', resolve); });
    this.port = (server.address() as { port: number }).port;
    this.server = server;
  }

  async cut(): Promise<void> {
    this.sockets.forEach((socket) => socket.resetAndDestroy());
    await new Promise<void>((resolve) => { this.server!.close(() => resolve()); });
  }
}

/** Asks without pause until told to stop. @returns how many were answered and refused; a question without an answer never returns. */
async function ask(sql: Sql, inTransaction: boolean, going: () => boolean): Promise<{ answered: number; refused: number }> {
  const counted = { answered: 0, refused: 0 };
  while (going()) {
    const question = inTransaction ? sql.begin(async (tx) => { await tx`select 1`; await tx`select pg_sleep(0.003)`; }) : sql`select pg_sleep(0.002), array['a']`;
    await question.then(() => { counted.answered += 1; }, () => { counted.refused += 1; });
  }
  return counted;
}

const pause = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms); });

test.each(['the server ends every connection', 'the line is cut and comes back'])('%s, again and again: nothing waits for ever', async (how) => {
  const line = new Line();
  await line.open();
  const url = new URL(database.url);
  if (how.startsWith('the line')) url.port = String(line.port);
  const sql = connectSql(url.href);
  const name = url.pathname.slice(1);
  let going = true;
  const asking = [1, 2, 3, 4, 5, 6].map((number) => ask(sql, number % 2 === 0, () => going));
  for (let times = 0; times < 12; times += 1) {
    await pause(100);
    if (how.startsWith('the server')) await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    else { await line.cut(); await pause(50); await line.open(); }
  }
  going = false;
  const counts = await Promise.all(asking);
  expect(counts.every(({ refused }) => refused > 0)).toBe(true);
  expect(await sql`select 1 as one`.catch(() => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  await sql.end();
  await line.cut();
}, 60_000);
