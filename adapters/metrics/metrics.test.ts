import { afterEach, expect, test } from '@jest/globals';
import { metricsOf, serveMetrics } from '#adapters/metrics/metrics.ts';

let end: (() => Promise<void>) | undefined;
afterEach(async () => { await end?.(); end = undefined; });

const open = async (token?: string, after?: () => Promise<string>) => {
  const served = await serveMetrics({ port: 0, host: '127.0.0.1', token }, metricsOf('worker'), after ? { after } : {});
  end = served?.end;
  return `http://127.0.0.1:${served?.port}/metrics`;
};

test('a process shows its metrics, Temporal’s own with them', async () => {
  const text = await (await fetch(await open(undefined, async () => 'temporal_request_total 3'))).text();
  expect(text).toContain('process_cpu_seconds_total{process="worker"}');
  expect(text).toContain('temporal_request_total 3');
});

test('Temporal’s metrics that cannot be had leave the others', async () => {
  const answer = await fetch(await open(undefined, async () => { throw new Error('away'); }));
  expect(answer.status).toBe(200);
});

test('with a token nobody else reads them', async () => {
  const address = await open('a-long-token');
  expect((await fetch(address)).status).toBe(401);
  expect((await fetch(address, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
  expect((await fetch(address, { headers: { authorization: 'Bearer a-long-token' } })).status).toBe(200);
});

test('without a port there is no listener', async () => {
  expect(await serveMetrics({ port: undefined, host: '127.0.0.1', token: undefined }, metricsOf('api'))).toBeUndefined();
});
