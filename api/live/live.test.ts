/** Live changes through the real server and a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connectSql } from '#db/connect.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import { startTestApi, type Browser, type TestApi } from '#api/testing/api-fixture.ts';
import { livePositionHeader, type LiveEvent } from '#api/contract/live-event.ts';

let court: TestApi;
let judge: Browser;
const judgeId = '00000000-0000-4000-8000-000000000004';

beforeAll(async () => {
  court = await startTestApi({}, { aliveEveryMs: 100 });
  judge = court.browser();
  await judge.signInStaff('judge');
}, 60_000);
afterAll(async () => { await court.stop(); }, 30_000);

/** Reads a stream of server-sent events. */
class Stream {
  readonly heard: { id: string; event: LiveEvent }[] = [];
  alive = 0;
  /** The id that came with the first sign of life. */
  from: string | undefined;
  ended = false;
  private readonly abort = new AbortController();
  private waiting: (() => void)[] = [];

  static async open(browser: Browser, headers: Record<string, string> = {}, query = ''): Promise<Stream> {
    const stream = new Stream();
    const response = await browser.fetch(`/api/live${query}`, { headers, signal: stream.abort.signal });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    void stream.read(response.body!);
    await stream.until(() => stream.from !== undefined);
    return stream;
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.take(block);
        this.wake();
      }
    } catch { /* closed by us */ }
    this.ended = true;
    this.wake();
  }

  private take(block: string): void {
    const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    if (field('event') === 'alive') {
      this.alive += 1;
      this.from ??= field('id');
    }
    else if (field('data')) this.heard.push({ id: field('id')!, event: JSON.parse(field('data')!) as LiveEvent });
  }

  private wake(): void { this.waiting.splice(0).forEach((go) => go()); }

  async until(there: () => boolean): Promise<void> {
    while (!there()) await new Promise<void>((resolve) => { this.waiting.push(resolve); });
  }

  events(type: LiveEvent['type']): LiveEvent[] { return this.heard.filter(({ event }) => event.type === type).map(({ event }) => event); }
  close(): void { this.abort.abort(); }
}

async function makeCase(presidingJudge: string | null): Promise<string> {
  const caseId = randomUUID();
  await court.api.running.services.sql`
    insert into cases (id, case_number, facts, filed_by, filed_at, stage, stage_since, presiding_judge)
    values (${caseId}, ${caseId}, '{}', ${randomUUID()}, now(), 'evidence', now(), ${presidingJudge})`;
  return caseId;
}

const decide = (caseId: string, seq: number) => recordJournal(court.api.running.services.sql, `case-${caseId}`, [
  { seq, kind: 'decision', at: new Date().toISOString(), caseId, data: { what: 'scope', value: 'online', articles: ['G1'] } },
]);

describe('live changes', () => {
  test('reach those who may know of the case, once, and nobody else', async () => {
    const [own, foreign] = [await makeCase(judgeId), await makeCase(null)];
    const stream = await Stream.open(judge);
    await decide(foreign, 1);
    await decide(own, 1);
    await decide(own, 2);
    await stream.until(() => stream.events('journal').length >= 2);
    // Longer than the journal is looked at: what was notified is not told again.
    const seen = stream.alive;
    await stream.until(() => stream.alive > seen + 25);
    expect(stream.events('journal').map((event) => (event.type === 'journal' ? [event.caseId, event.seq] : []))).toEqual([[own, 1], [own, 2]]);
    stream.close();
  }, 30_000);

  test('a change that makes the case known is heard', async () => {
    const { sql } = court.api.running.services;
    const caseId = await makeCase(null);
    const known = { type: 'claim', caseId: await makeCase(judgeId), taskId: randomUUID() } as const;
    const stream = await Stream.open(judge);
    await court.api.running.services.publish({ type: 'claim', caseId, taskId: randomUUID() });
    await court.api.running.services.publish(known);
    await stream.until(() => stream.events('claim').length > 0);
    await sql`update cases set presiding_judge = ${judgeId} where id = ${caseId}`;
    await decide(caseId, 1);
    await stream.until(() => stream.events('journal').length > 0);
    expect(stream.events('claim')).toEqual([known]);
    stream.close();
  }, 30_000);

  test('a journal entry whose notification was lost is found', async () => {
    const { sql } = court.api.running.services;
    const [caseId, taskId] = [await makeCase(judgeId), randomUUID()];
    const stream = await Stream.open(judge);
    await sql`insert into journal (stream, seq, kind, at, case_id, data, hash) values (${`case-${caseId}`}, 1, 'task-opened', '2026-11-22T00:00:00Z', ${caseId}, ${sql.json({ task: { taskId } })}, '')`;
    await stream.until(() => stream.events('journal').length > 0);
    expect(stream.events('journal')).toEqual([{ type: 'journal', caseId, stream: `case-${caseId}`, seq: 1, opened: [taskId], closed: [] }]);
    stream.close();
  }, 30_000);

  test('whoever comes back hears what was missed, and is told to fetch anew when it is too long ago', async () => {
    const caseId = await makeCase(judgeId);
    const stream = await Stream.open(judge);
    await decide(caseId, 1);
    await stream.until(() => stream.events('journal').length > 0);
    stream.close();
    const last = stream.heard.at(-1)!.id;
    await decide(caseId, 2);
    const watching = await Stream.open(judge);
    await decide(caseId, 3);
    await watching.until(() => watching.events('journal').length > 0);
    watching.close();
    const back = await Stream.open(judge, { 'last-event-id': last });
    await back.until(() => back.events('journal').length >= 2);
    expect(back.events('journal').map((event) => (event.type === 'journal' ? event.seq : 0))).toEqual([2, 3]);
    back.close();
    const longAway = await Stream.open(judge, { 'last-event-id': 'of-another-process-7' });
    await longAway.until(() => longAway.heard.length > 0);
    expect(longAway.heard[0]!.event).toEqual({ type: 'resync' });
    longAway.close();
  }, 30_000);

  test('a page hears what came after its read, and from where on the stream tells everything', async () => {
    const caseId = await makeCase(judgeId);
    const watching = await Stream.open(judge);
    const read = (await judge.fetch('/api/court', {})).headers.get(livePositionHeader)!;
    expect(read).toBe(watching.from);
    await decide(caseId, 1);
    await watching.until(() => watching.events('journal').length > 0);
    expect((await judge.fetch('/api/court', {})).headers.get(livePositionHeader)).toBe(watching.heard.at(-1)!.id);
    watching.close();
    const page = await Stream.open(judge, {}, `?after=${read}`);
    await page.until(() => page.events('journal').length > 0);
    expect(page.from).toBe(read);
    expect(page.heard).toEqual(watching.heard);
    page.close();
    const older = await Stream.open(judge, {}, '?after=of-another-process-7');
    await older.until(() => older.heard.length > 0);
    expect(older.heard[0]).toEqual({ id: watching.heard.at(-1)!.id, event: { type: 'resync' } });
    expect(older.from).toBe(older.heard[0]!.id);
    older.close();
  }, 30_000);

  test('go on after PostgreSQL has cut every connection', async () => {
    const { sql } = court.api.running.services;
    const caseId = await makeCase(judgeId);
    const stream = await Stream.open(judge);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.catch(() => undefined);
    // As the worker does: it tries again until it is recorded.
    while (!(await decide(caseId, 1).then(() => true, () => false)));
    await stream.until(() => stream.events('journal').length > 0);
    // A claim is told by notification alone: it arrives once the process listens again.
    let claims = 0;
    const claiming = setInterval(() => { claims += 1; void court.api.running.services.publish({ type: 'claim', caseId, taskId: randomUUID() }).catch(() => undefined); }, 200);
    await stream.until(() => stream.events('claim').length > 0);
    clearInterval(claiming);
    expect(claims).toBeGreaterThan(0);
    stream.close();
  }, 60_000);

  test('an open stream promises that what is shown is up to date: it ends while PostgreSQL is away, and opens again after', async () => {
    const server = connectSql(process.env['KAITING_TEST_DATABASE'] ?? '', 1);
    const name = new URL(court.databaseUrl).pathname.slice(1);
    const accept = (yes: boolean) => server.unsafe(`alter database ${name} allow_connections ${yes}`);
    const [staff, anybody] = [await Stream.open(judge), await Stream.open(court.browser())];
    try {
      await accept(false);
      await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
      await Promise.all([staff, anybody].map((stream) => stream.until(() => stream.ended)));
      expect((await judge.fetch('/api/live', {})).status).toBe(503);
      expect((await court.browser().fetch('/api/live', {})).status).toBe(503);
    } finally {
      await accept(true);
      await server.end();
    }
    let back = await judge.fetch('/api/live', {});
    while (back.status !== 200) back = await judge.fetch('/api/live', {});
    expect(back.headers.get('content-type')).toMatch('text/event-stream');
    await back.body?.cancel();
  }, 60_000);

  test('end with the session', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge2');
    const stream = await Stream.open(browser);
    await stream.until(() => stream.alive > 1);
    await browser.call('POST', '/api/auth/sign-out', {});
    await stream.until(() => stream.ended);
    expect(stream.ended).toBe(true);
  }, 30_000);

  test('the demonstration tells the outbox to those who are not signed in, and nothing else', async () => {
    const caseId = await makeCase(judgeId);
    const stream = await Stream.open(court.browser());
    await decide(caseId, 1);
    await court.api.running.services.sms.send({ key: randomUUID(), phone: '13800000001', text: '测试' });
    await stream.until(() => stream.heard.length > 0);
    expect(stream.heard.map(({ event }) => event)).toEqual([{ type: 'outbox' }]);
    stream.close();
  }, 30_000);
});
