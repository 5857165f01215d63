import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startEventsReceiver, type JanusEvent } from '#adapters/media/events-receiver.ts';

let kept: JanusEvent[][];
let failing: boolean;
let receiver: Awaited<ReturnType<typeof startEventsReceiver>>;

beforeEach(async () => {
  kept = [];
  failing = false;
  receiver = await startEventsReceiver({
    port: 0, user: 'janus', password: 'pass',
    keep: async (events) => {
      if (failing) throw new Error('the database is away');
      kept.push(events);
    },
  });
});
afterEach(() => receiver.close());

const event = (timestamp: number): JanusEvent => ({ type: 1, timestamp, event: { name: 'created' } });
const post = (body: string, password = 'pass') => fetch(`http://127.0.0.1:${receiver.port}/`, {
  method: 'POST', body, headers: { authorization: `Basic ${Buffer.from(`janus:${password}`).toString('base64')}`, connection: 'close' },
});

test('keeps what is posted, one or many, before it answers', async () => {
  expect((await post(JSON.stringify([event(1), event(2)]))).status).toBe(200);
  expect((await post(JSON.stringify(event(3)))).status).toBe(200);
  expect(kept).toEqual([[event(1), event(2)], [event(3)]]);
});

test('nobody else can make evidence', async () => {
  expect((await post(JSON.stringify(event(1)), 'guess')).status).toBe(401);
  expect((await fetch(`http://127.0.0.1:${receiver.port}/`, { method: 'POST', body: '[]' })).status).toBe(401);
  expect(kept).toEqual([]);
});

test('what cannot be kept is not answered, so that Janus sends it again', async () => {
  failing = true;
  await expect(post(JSON.stringify(event(1)))).rejects.toThrow();
  failing = false;
  expect((await post(JSON.stringify(event(1)))).status).toBe(200);
  expect(kept).toEqual([[event(1)]]);
});

test('what is no event is left out; what cannot be read is not asked for again', async () => {
  expect((await post(JSON.stringify([event(1), { type: 'x' }, 5, { type: 1, timestamp: 2 }]))).status).toBe(200);
  expect(kept).toEqual([[event(1)]]);
  expect((await post('no json')).status).toBe(400);
});
