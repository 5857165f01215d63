/** G4: the SMS platform posts what became of a message; only what it signed, only once, only for what the court sent. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { signatureHeader, signReceipt } from '#adapters/sms/receipts.ts';
import { router } from '#api/router.ts';
import { startTestApi, type TestApi } from '#api/testing/api-fixture.ts';

const secret = 'a secret that court and platform share';
const key = 'notice/h/p';
let court: TestApi;
beforeAll(async () => {
  court = await startTestApi(router, { variables: { KAITING_SMS_RECEIPT_SECRET: secret } });
  await court.api.running.services.sql`insert into effects (key, kind, state, request) values (${key}, 'sms', 'done', '{}')`;
}, 60_000);
afterAll(async () => { await court?.stop(); }, 30_000);

const receipt = (change: object = {}): string => JSON.stringify({ id: randomUUID(), key, state: 'delivered', at: '2026-05-11T02:00:00Z', ...change });
const post = async (body: string, signature?: string): Promise<number> =>
  (await fetch(`${court.base}/api/sms/receipts`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...(signature === undefined ? {} : { [signatureHeader]: signature }) } })).status;
const kept = async () => (await court.api.running.services.sql<{ state: string }[]>`select state from sms_receipts order by received_at`).map(({ state }) => state);
const refusals = async () => (await court.api.running.services.sql<{ code: string }[]>`select code from refused_attempts where operation = 'sms.receipt' order by id`).map(({ code }) => code);

describe('receipts of the SMS platform', () => {
  test('signed and fresh: kept; the same again: refused; another one of the same message: kept', async () => {
    const body = receipt();
    const signature = signReceipt(secret, body, Date.now());
    expect(await post(body, signature)).toBe(204);
    expect(await post(body, signature)).toBe(409);
    const again = receipt({ state: 'failed', detail: 'UNREACHABLE' });
    expect(await post(again, signReceipt(secret, again, Date.now()))).toBe(204);
    expect(await kept()).toEqual(['delivered', 'failed']);
    expect(await refusals()).toEqual(['receipt-replayed']);
  });

  test.each([
    ['not signed at all', (body: string) => [body, undefined], 401],
    ['signed with another secret', (body: string) => [body, signReceipt('another secret', body, Date.now())], 401],
    ['changed after it was signed', (body: string) => [body.replace('delivered', 'failed'), signReceipt(secret, body, Date.now())], 401],
    ['kept for six minutes', (body: string) => [body, signReceipt(secret, body, Date.now() - 6 * 60_000)], 401],
    ['of six minutes to come', (body: string) => [body, signReceipt(secret, body, Date.now() + 6 * 60_000)], 401],
    ['no receipt', () => ['{"key":1}', signReceipt(secret, '{"key":1}', Date.now())], 401],
    ['of a message that the court never sent', () => { const body = receipt({ key: 'notice/never' }); return [body, signReceipt(secret, body, Date.now())]; }, 404],
  ] as [string, (body: string) => [string, string | undefined], number][])('%s: refused, and on record', async (_what, make, status) => {
    const [before, attempts] = [await kept(), (await refusals()).length];
    const [body, signature] = make(receipt());
    expect(await post(body, signature)).toBe(status);
    expect(await kept()).toEqual(before);
    expect(await refusals()).toHaveLength(attempts + 1);
  });

  test('a court that shares no secret has no such address', async () => {
    const other = await startTestApi(router);
    try {
      const body = receipt();
      expect((await fetch(`${other.base}/api/sms/receipts`, { method: 'POST', body, headers: { [signatureHeader]: signReceipt('', body, Date.now()) } })).status).toBe(404);
    } finally {
      await other.stop();
    }
  });
});
