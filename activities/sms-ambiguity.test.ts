/**
 * G4: a platform that takes a message and then says nothing. A real server over HTTP, the real gateway, the real ledger:
 * it is asked before anything is sent again, and nothing is ever sent twice without anybody knowing.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from '#activities/effect-ledger.ts';
import { createHttpGateway } from '#adapters/sms/http-gateway.ts';
import type { SmsReceipt } from '#adapters/sms/sms-gateway.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';

let court: CourtFixture;
let url: string;
/** Every message that the platform ever took, in order; a platform that honours keys no better than it must. */
const taken: string[] = [];
const asked: string[] = [];
const receipts = new Map<string, object>();
const hanging = new Set<ServerResponse>();
type Behaviour = 'answers' | 'takes and hangs' | 'hangs before taking' | 'takes and breaks off';
let sending: Behaviour;
let telling: 'answers' | 'is broken' | 'hangs';

const server = createServer((request, response) => void (async () => {
  const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.method === 'GET') {
    const key = decodeURIComponent(request.url!.slice(1));
    asked.push(key);
    if (telling === 'hangs') { hanging.add(response); return; }
    if (telling === 'is broken') return answer(500, {});
    return receipts.has(key) ? answer(200, receipts.get(key)) : answer(404, {});
  }
  const { key } = JSON.parse(await text(request)) as { key: string };
  if (sending === 'hangs before taking') { hanging.add(response); return; }
  taken.push(key);
  receipts.set(key, { key, sentAt: new Date().toISOString(), deliveredAt: null });
  if (sending === 'takes and hangs') { hanging.add(response); return; }
  if (sending === 'takes and breaks off') { request.socket.destroy(); return; }
  answer(200, receipts.get(key));
})());

beforeAll(async () => {
  court = await openCourt();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  for (const response of hanging) response.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => { server.close(resolve); });
  await court?.close();
});
beforeEach(() => { taken.length = 0; asked.length = 0; sending = 'answers'; telling = 'answers'; });

const send = (key: string): Promise<SmsReceipt> => {
  const sms = createHttpGateway(url, undefined, 400);
  return once(court.sql, { key, kind: 'sms', caseId: randomUUID(), request: {}, act: () => sms.send({ key, phone: '13800000001', text: '开庭通知' }), status: () => sms.status(key) });
};
const stateOf = async (key: string) => (await court.sql<{ state: string }[]>`select state from effects where key = ${key}`)[0]?.state;

test.each(['takes and hangs', 'takes and breaks off'] as const)('it %s: asked what became of it, and found; sent once', async (behaviour) => {
  sending = behaviour;
  const receipt = await send(`sms/${behaviour}`);
  expect(receipt.key).toBe(`sms/${behaviour}`);
  expect(asked).toEqual([`sms/${behaviour}`]);
  // Asked for again by anybody: answered from the ledger.
  expect(await send(`sms/${behaviour}`)).toEqual(receipt);
  expect([taken, await stateOf(`sms/${behaviour}`)]).toEqual([[`sms/${behaviour}`], 'done']);
});

test.each(['is broken', 'hangs'] as const)('it takes and hangs, and what it could tell %s: ambiguous, and nothing goes out again until it can say', async (then) => {
  const key = `sms/ambiguous/${then}`;
  sending = 'takes and hangs';
  telling = then;
  await expect(send(key)).rejects.toMatchObject({ type: 'Ambiguous', nonRetryable: true });
  expect([taken, await stateOf(key)]).toEqual([[key], 'ambiguous']);
  // Operations say "retry": asked first, and still nobody knows.
  sending = 'answers';
  await expect(send(key)).rejects.toMatchObject({ type: 'Ambiguous' });
  expect(taken).toEqual([key]);
  telling = 'answers';
  await send(key);
  expect([taken, await stateOf(key)]).toEqual([[key], 'done']);
});

test('it never took it and says so: an error that may be tried again; then sent once', async () => {
  sending = 'hangs before taking';
  await expect(send('sms/never')).rejects.toThrow();
  expect([taken, await stateOf('sms/never')]).toEqual([[], 'intended']);
  sending = 'answers';
  await send('sms/never');
  // Asked before the second attempt, although the first had failed: the row of the ledger was there.
  expect(asked).toEqual(['sms/never', 'sms/never']);
  expect([taken, await stateOf('sms/never')]).toEqual([['sms/never'], 'done']);
});
