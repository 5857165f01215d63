/** Uploads and downloads through the real server. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type Browser, type TestApi } from '#api/testing/api-fixture.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { rangeOf } from './download.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

interface Problem { code: string; messages: { zh: string; en: string }; data: { fields?: { path: string }[] } }
interface Uploaded { fileId: string; name: string; bytes: number; mediaType: string; sha256: string }

let court: TestApi;
let party: Browser;
let stranger: Browser;

beforeAll(async () => {
  court = await startTestApi({}, { largestUploadBytes: 1024 * 1024 });
  [party, stranger] = [court.browser(), court.browser()];
  await party.signInPhone('13800000001');
  await stranger.signInPhone('13800000002');
  await court.api.running.services.sql`update persons set verified_at = now(), name = '张三' where phone in ('13800000001', '13800000002')`;
}, 60_000);
afterAll(async () => { await court.stop(); });

async function upload(browser: Browser, name: string, content: Uint8Array, fields: Record<string, string> = { purpose: 'filing' }): Promise<{ status: number; body: Uploaded & Problem }> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const response = await browser.fetch('/api/files', { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Uploaded & Problem };
}

const incoming = () => readdir(path.join(court.data, 'files', 'incoming')).catch(() => [] as string[]);

describe('an upload', () => {
  test('is kept under its hash with its real type, and comes back byte for byte', async () => {
    const { status, body } = await upload(party, '起诉状.pdf', pdf);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: '起诉状.pdf', bytes: pdf.length, mediaType: 'application/pdf', sha256: createHash('sha256').update(pdf).digest('hex') });
    const back = await party.fetch(`/api/files/${body.fileId}`);
    expect(Buffer.from(await back.arrayBuffer()).equals(pdf)).toBe(true);
    expect(back.headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent('起诉状.pdf')}`);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
  });

  const bad: [string, string, Uint8Array, Record<string, string> | undefined, number, string][] = [
    ['empty', '空.pdf', Buffer.alloc(0), undefined, 400, '空'],
    ['of a type that is not taken', '程序.exe', Buffer.from('MZ'), undefined, 400, '不接受'],
    ['without an extension', 'README', Buffer.from('text'), undefined, 400, '不接受'],
    ['not what its name says', '照片.jpg', png, undefined, 400, '不符'],
    ['a program that calls itself text', '说明.txt', Buffer.concat([Buffer.from('MZ'), randomBytes(500), Buffer.alloc(3)]), undefined, 400, '不符'],
    ['larger than allowed', '大.pdf', Buffer.concat([pdf, randomBytes(1024 * 1024)]), undefined, 413, '上限'],
    ['for a purpose that people have not', '笔录.pdf', pdf, { purpose: 'transcript' }, 400, '有误'],
    ['for a case that the person may not know of', '证据.pdf', pdf, { purpose: 'evidence', caseId: randomUUID() }, 404, '没有找到'],
  ];
  test.each(bad)('%s is refused with a clear word, and nothing remains of it', async (_what, name, content, fields, status, word) => {
    const { sql } = court.api.running.services;
    const before = (await sql`select 1 from files`).length;
    const answer = await upload(party, name, content, fields);
    expect(answer.status).toBe(status);
    expect(answer.body.messages.zh).toContain(word);
    expect(answer.body.messages.en.length).toBeGreaterThan(0);
    expect((await sql`select 1 from files`).length).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  test('text in UTF-8 is taken as text', async () => {
    expect((await upload(party, '情况说明.txt', Buffer.from('原告陈述如下。'.repeat(100)))).body.mediaType).toBe('text/plain; charset=utf-8');
  });

  test('a name with folders loses them', async () => {
    expect((await upload(party, '..\\..\\etc/图.png', png)).body.name).toBe('图.png');
  });

  test('whoever is not verified or not signed in uploads nothing', async () => {
    const nobody = court.browser();
    expect((await upload(nobody, 'a.pdf', pdf)).status).toBe(401);
    await nobody.signInPhone('13800000005');
    expect((await upload(nobody, 'a.pdf', pdf)).body.code).toBe('REFUSED');
  });

  test('a connection that breaks leaves nothing', async () => {
    const boundary = 'xxxx';
    const request = httpRequest(`${court.base}/api/files`, {
      method: 'POST', headers: { ...party.headers(), 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': '900000' },
    });
    request.on('error', () => undefined);
    request.write(`--${boundary}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nfiling\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n`);
    request.write(Buffer.concat([pdf, randomBytes(300_000)]));
    while ((await incoming()).length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
    request.destroy();
    while ((await incoming()).length > 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
    expect(await incoming()).toEqual([]);
  });
});

describe('a file that was uploaded for a case', () => {
  test('is nobody else’s until an operation has taken it, as what that operation says', async () => {
    const { sql, db } = court.api.running.services;
    const [caseId, ids] = [randomUUID(), await sql<{ id: string; phone: string }[]>`select id, phone from persons where phone in ('13800000001', '13800000002') order by phone`];
    const [mine, theirs] = ids.map(({ id }) => id) as [string, string];
    await sql`insert into cases (id, facts, filed_by, filed_at, stage, stage_since, case_number) values (${caseId}, '{}', ${mine}, now(), 'evidence', now(), '（2026）浙0192民初99号')`;
    for (const [personId, role] of [[mine, 'plaintiff'], [theirs, 'defendant']] as const) await sql`insert into participants (id, case_id, person_id, role) values (${randomUUID()}, ${caseId}, ${personId}, ${role})`;
    // It calls itself a filed material, or a document of the court: neither makes it one.
    for (const purpose of ['filing', 'court-document']) {
      const { status, body } = await upload(party, '追加材料.pdf', pdf, { purpose, caseId });
      expect(status).toBe(200);
      expect((await party.fetch(`/api/files/${body.fileId}`)).status).toBe(200);
      expect((await stranger.call('GET', `/api/files/${body.fileId}`)).status).toBe(404);
      await db.transaction((tx) => attachOwnFiles(tx, { personId: mine, commandId: randomUUID() }, caseId, [{ path: 'fileId', fileId: body.fileId }], 'statement'));
      expect([...await sql`select purpose, case_id from files where id = ${body.fileId}`]).toEqual([{ purpose: 'statement', case_id: caseId }]);
      expect((await stranger.fetch(`/api/files/${body.fileId}`)).status).toBe(200);
    }
  });
});

describe('a download', () => {
  test('in part, as a player asks for it', async () => {
    const { body } = await upload(party, '图.png', png);
    const part = await party.fetch(`/api/files/${body.fileId}`, { headers: { range: 'bytes=4-9' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 4-9/${png.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(png.subarray(4, 10))).toBe(true);
    expect((await party.fetch(`/api/files/${body.fileId}`, { headers: { range: 'bytes=9999-' } })).status).toBe(416);
    expect((await party.fetch(`/api/files/${body.fileId}`, { headers: { 'if-none-match': `"${body.sha256}"` } })).status).toBe(304);
  });

  test('is not there for anybody else', async () => {
    const { body } = await upload(party, '图.png', png);
    for (const [browser, status] of [[stranger, 404], [court.browser(), 401]] as const) expect((await browser.call('GET', `/api/files/${body.fileId}`)).status).toBe(status);
    expect((await party.call('GET', '/api/files/nonsense')).status).toBe(404);
    expect((await party.call('GET', `/api/files/${randomUUID()}`)).status).toBe(404);
  });

  test('of a recording by the judge is itself on record', async () => {
    const { sql, storage } = court.api.running.services;
    const { sha256, bytes } = await storage.put(randomBytes(5_000));
    const [caseId, fileId, judge] = [randomUUID(), randomUUID(), '00000000-0000-4000-8000-000000000004'];
    await sql`insert into cases (id, facts, filed_by, filed_at, stage, stage_since, presiding_judge) values (${caseId}, '{}', ${randomUUID()}, now(), 'archiving', now(), ${judge})`;
    await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id) values (${fileId}, ${sha256}, ${bytes}, 'video/mp4', '庭审录像.mp4', 'recording', ${caseId})`;
    const browser = court.browser();
    await browser.signInStaff('judge');
    expect((await browser.fetch(`/api/files/${fileId}`, { headers: { range: 'bytes=0-99' } })).status).toBe(206);
    expect((await browser.fetch(`/api/files/${fileId}`, { headers: { range: 'bytes=100-199' } })).status).toBe(206);
    expect([...(await sql`select person_id, what from viewings where case_id = ${caseId}`)]).toEqual([{ person_id: judge, what: 'recording' }]);
    expect((await party.call('GET', `/api/files/${fileId}`)).status).toBe(404);
  });
});

test.each([
  [undefined, null], ['bytes=0-', { start: 0, end: 99 }], ['bytes=10-19', { start: 10, end: 19 }], ['bytes=-5', { start: 95, end: 99 }], ['bytes=90-500', { start: 90, end: 99 }],
  ['bytes=100-', 'unsatisfiable'], ['bytes=5-4', 'unsatisfiable'], ['bytes=-0', 'unsatisfiable'], ['bytes=-', null], ['items=1-2', null], ['bytes=0-1,3-4', null],
] as const)('the range %p of 100 bytes', (header, expected) => {
  expect(rangeOf(header, 100)).toEqual(expected);
});
