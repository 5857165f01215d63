/** The server as a whole, with the real operations, without Temporal and Janus: it starts, shows and says so. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { connectSql } from '#db/connect.ts';
import { router } from '#api/router.ts';
import { startTestApi, type TestApi } from '#api/testing/api-fixture.ts';

interface Problem { code: string; title: string; status: number; detail: string; messages: { zh: string; en: string } }

let court: TestApi;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(path.join(tmpdir(), 'kaiting-pages-'));
  await mkdir(path.join(pages, 'assets'));
  await writeFile(path.join(pages, 'index.html'), '<!doctype html><title>开庭</title>');
  const script = path.join(pages, 'assets', 'app-1234.js');
  await writeFile(script, 'export {};');
  await writeFile(`${script}.br`, brotliCompressSync('export {};'));
  await writeFile(`${script}.gz`, gzipSync('export {};'));
  await writeFile(path.join(pages, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  court = await startTestApi(router, { webFolder: pages });
}, 60_000);
afterAll(async () => {
  await court.stop();
  await rm(pages, { recursive: true });
}, 30_000);

describe('the pages', () => {
  test('each path of the page is the page; hashed files are kept long', async () => {
    const browser = court.browser();
    for (const own of ['/', '/tasks', `/cases/${randomUUID()}`]) {
      const page = await browser.call<string>('GET', own);
      expect([page.status, page.body, page.headers.get('cache-control')]).toEqual([200, '<!doctype html><title>开庭</title>', 'no-cache']);
    }
    const asset = await browser.call('GET', '/assets/app-1234.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect((await browser.call('GET', '/assets/gone.js')).status).toBe(404);
    const icon = await browser.call('GET', '/favicon.svg');
    expect([icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual(['image/svg+xml', 'no-cache']);
  });

  test('come as small as the browser can read them; what it cannot read stays as it is', async () => {
    const browser = court.browser();
    for (const [accepts, encoding] of [['gzip, deflate, br, zstd', 'br'], ['gzip', 'gzip'], ['br;q=0, identity', null]] as const) {
      const { status, body, headers } = await browser.call<string>('GET', '/assets/app-1234.js', undefined, { 'accept-encoding': accepts });
      expect({ status, body, encoding: headers.get('content-encoding') }).toEqual({ status: 200, body: 'export {};', encoding });
      expect([headers.get('vary'), headers.get('content-type')]).toEqual([expect.stringContaining('Accept-Encoding'), 'text/javascript; charset=utf-8']);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const tags = await Promise.all(['br', 'gzip', 'identity'].map(async (accepts) => (await browser.call('GET', '/assets/app-1234.js', undefined, { 'accept-encoding': accepts })).headers.get('etag')));
    expect(new Set(tags).size).toBe(3);
  });

  test('live changes are never compressed: each must leave at once', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge');
    const over = new AbortController();
    const live = await browser.fetch('/api/live', { headers: { 'accept-encoding': 'gzip, br' }, signal: over.signal });
    expect([live.headers.get('content-type'), live.headers.get('content-encoding')]).toEqual([expect.stringContaining('text/event-stream'), null]);
    over.abort();
  });

  test('keep to themselves: scripts from here alone, no frames from elsewhere, camera for the room', async () => {
    const { headers } = await court.browser().call('GET', '/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain(`ws://127.0.0.1:${court.api.port}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('camera=(self)');
    expect(headers.has('x-powered-by')).toBe(false);
  });
});

describe('the API', () => {
  test('says how it is', async () => {
    expect((await court.browser().call('GET', '/healthz')).body).toEqual({ healthy: true });
  });

  test('an unknown path is a problem document in the language of the browser', async () => {
    const browser = court.browser();
    const zh = await browser.call<Problem>('GET', '/api/nowhere');
    expect(zh.headers.get('content-type')).toMatch('application/problem+json');
    expect(zh.body).toMatchObject({ code: 'NOT_FOUND', status: 404, title: '没有找到', detail: '没有该接口。' });
    expect((await browser.call<Problem>('GET', '/api/nowhere', undefined, { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' })).body.title).toBe('Not found');
    expect((await browser.call<Problem>('PATCH', '/api/me', {})).status).toBe(404);
  });

  test('a body that does not parse, or is too large, is told so', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge');
    const broken = await browser.fetch('/api/cases', { method: 'POST', body: '{"claims":', headers: { 'content-type': 'application/json' } });
    expect([broken.status, ((await broken.json()) as Problem).code]).toEqual([400, 'INVALID']);
    const long = await browser.call<Problem>('PUT', '/api/drafts/filing', { content: { text: 'x'.repeat(600_000) } });
    expect([long.status, long.body.code]).toEqual([413, 'TOO_LARGE']);
  });

  test('the OpenAPI document has every operation, with problem documents as errors', async () => {
    const { body } = await court.browser().call<{ openapi: string; paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, unknown> }> }>> }>('GET', '/api/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    const complete = body.paths['/tasks/{taskId}/completion']!['post']!;
    expect(Object.keys(complete.responses).sort()).toEqual(['200', '400', '401', '403', '404', '409', '413', '422', '429', '503']);
    expect(Object.keys(complete.responses['422']!.content)).toEqual(['application/problem+json']);
  });

  test('a write while Temporal is away is kept and answered "pending"', async () => {
    const browser = court.browser();
    await browser.signInPhone('13800000001');
    await browser.call('POST', '/api/identity/verification', { name: '张三', identityNumber: '410602198503071010' });
    const form = new FormData();
    form.append('purpose', 'filing');
    form.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), '起诉状.pdf');
    const { fileId } = (await (await browser.fetch('/api/files', { method: 'POST', body: form })).json()) as { fileId: string };
    const filed = await browser.command<{ state: string; caseId: string; commandId: string }>('POST', '/api/cases', {
      causeOfAction: '民间借贷纠纷', claims: '请求还款', factsAndReasons: '到期未还', appliesForOnline: true, filedAs: 'plaintiff', materials: [fileId],
      others: [{ name: '李四', identityNumber: '410802199005122028', phone: '13800000002', role: 'defendant' }],
      facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
    });
    expect(filed).toMatchObject({ status: 200, body: { state: 'pending', caseId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    expect((await browser.call('GET', `/api/commands/${filed.body.commandId}`)).body).toMatchObject({ state: 'pending', result: { caseId: filed.body.caseId } });
  }, 30_000);
});

describe('while the database is away', () => {
  test('everything says "not available", and works again afterwards', async () => {
    const { services: { sql, environment } } = court.api.running;
    const browser = court.browser();
    await browser.signInStaff('judge');
    const name = new URL(environment.database.url).pathname.slice(1);
    const admin = connectSql(process.env['KAITING_TEST_DATABASE']!, 1);
    await admin.unsafe(`alter database ${name} allow_connections false`);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    const away = [await browser.call<Problem>('GET', '/api/me'), await browser.call<Problem>('GET', '/api/court'), await court.browser().signInStaff('clerk'), await browser.call('GET', '/healthz')];
    await admin.unsafe(`alter database ${name} allow_connections true`);
    await admin.end();
    expect(away.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(away[0]!.body).toMatchObject({ code: 'UNAVAILABLE' });
    while ((await browser.call('GET', '/healthz')).status !== 200) await sql`select 1`.catch(() => undefined);
    expect((await browser.call('GET', '/api/me')).status).toBe(200);
  });
});

describe('the hearing room', () => {
  const [hearingId, caseId] = [randomUUID(), randomUUID()];
  const judgeId = '00000000-0000-4000-8000-000000000004';
  beforeAll(async () => {
    const { sql } = court.api.running.services;
    await sql`insert into rooms (hearing_id, case_id, room_id, pin, secret, media_host, state, recording_folder) values (${hearingId}, ${caseId}, ${`room-${hearingId}`}, '', '', 'media-1', 'open', '')`;
    await sql`insert into seats (hearing_id, person_id, role, opaque_id, token) values (${hearingId}, ${judgeId}, 'presidingJudge', ${`seat-${hearingId}`}, '')`;
  });

  test('keeps what a seated person’s page says about itself, and nobody else’s', async () => {
    const { sql } = court.api.running.services;
    const [judge, clerk] = [court.browser(), court.browser()];
    await judge.signInStaff('judge');
    await clerk.signInStaff('clerk');
    const report = { events: [{ kind: 'page-closed', persisted: false }] };
    expect((await judge.call('POST', `/media/beacon?hearing=${hearingId}`, report)).status).toBe(204);
    expect((await clerk.call('POST', `/media/beacon?hearing=${hearingId}`, report)).status).toBe(404);
    expect((await judge.call('POST', `/media/beacon?hearing=${hearingId}`, { events: [{ kind: 'joined' }] })).status).toBe(400);
    expect((await court.browser().call('POST', `/media/beacon?hearing=${hearingId}`, report)).status).toBe(401);
    const kept = await sql<{ opaque_id: string; event: { kind: string } }[]>`select opaque_id, event from media_events where hearing_id = ${hearingId}`;
    expect(kept.map(({ opaque_id, event }) => [opaque_id, event.kind])).toEqual([[`seat-${hearingId}`, 'page-closed']]);
  });

  test('lets nobody to Janus without session, seat and origin', async () => {
    const [judge, clerk] = [court.browser(), court.browser()];
    await judge.signInStaff('judge');
    await clerk.signInStaff('clerk');
    const open = (headers: Record<string, string>) => new Promise<string>((resolve) => {
      const socket = new WebSocket(`${court.base.replace('http', 'ws')}/media/janus?hearing=${hearingId}`, 'janus-protocol', { headers });
      socket.on('open', () => { resolve('open'); socket.terminate(); });
      socket.on('error', (error) => resolve(/\d{3}/.exec(error.message)?.[0] ?? error.message));
    });
    expect(await open(judge.headers())).toBe('open');
    expect(await open(clerk.headers())).toBe('404');
    expect(await open(court.browser().headers())).toBe('404');
    expect(await open({ ...judge.headers(), origin: 'https://elsewhere.example' })).toBe('403');
  });
});

describe('modes', () => {
  test('the demonstration writes down its accounts', async () => {
    expect(await readFile(path.join(court.data, 'demonstration-accounts.txt'), 'utf8')).toContain('judge        王审判');
  });

  test('production does not start on the demonstration’s stand-ins', async () => {
    await expect(startTestApi(router, { variables: { KAITING_MODE: 'production', KAITING_CLOCK: 'real' } })).rejects.toThrow('KAITING_SMS_URL');
    await expect(startTestApi(router, { variables: { KAITING_MODE: 'production' } })).rejects.toThrow('KAITING_CLOCK');
  }, 60_000);

  test('in production there is no outbox, no demonstration account, and no role without a second factor', async () => {
    const outside = { KAITING_SMS_URL: 'http://127.0.0.1:1/sms', KAITING_IDENTITY_URL: 'http://127.0.0.1:1/identity' };
    const production = await startTestApi(router, { variables: { KAITING_MODE: 'production', KAITING_CLOCK: 'real', ...outside } });
    try {
      const { services: { sql }, auth } = production.api.running;
      const browser = production.browser();
      expect((await browser.call('GET', '/api/demonstration/outbox')).status).toBe(404);
      expect((await browser.call('GET', '/api/live')).status).toBe(401);
      expect((await browser.signInStaff('judge')).status).toBe(401);
      const id = randomUUID();
      const hash = await (await auth.$context).password.hash('a-long-password');
      await sql`insert into persons (id, kind, name) values (${id}, 'staff', '王审判')`;
      await sql`insert into staff (person_id, username, title) values (${id}, 'wang', '法官')`;
      await sql`insert into staff_roles (person_id, role) values (${id}, 'judge')`;
      await sql`insert into auth_users (id, person_id, name, email, username) values (${id}, ${id}, '王审判', 'wang@staff.invalid', 'wang')`;
      await sql`insert into auth_accounts (id, account_id, provider_id, user_id, password) values (${id}, ${id}, 'credential', ${id}, ${hash})`;
      expect((await browser.signInStaff('wang', 'a-long-password')).status).toBe(200);
      expect((await browser.call('GET', '/api/me')).body).toMatchObject({ name: '王审判', roles: [], verified: false });
      expect((await browser.call<{ totpURI: string }>('POST', '/api/auth/two-factor/enable', { password: 'a-long-password' })).body.totpURI).toMatch(/^otpauth:/);
    } finally {
      await production.stop();
    }
  }, 60_000);
});
