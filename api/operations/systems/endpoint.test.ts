/** The endpoint over HTTP: its own credential in the place of a session, and everything that is refused on record. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { router } from '#api/router.ts';
import { startTestApi, type TestApi } from '#api/testing/api-fixture.ts';
import { addSystem } from '#db/system-credentials.ts';

let court: TestApi;
beforeAll(async () => { court = await startTestApi(router); }, 60_000);
afterAll(() => court?.stop(), 30_000);

test('forged, malformed and unknown: refused and kept with the system; a stranger’s malformed call is not', async () => {
  const { sql } = court.api.running.services;
  const { credential } = await addSystem(sql, '办公', ['approve-livestream-division-head']);
  const post = async (bearer: string, body: unknown) => {
    const response = await fetch(`${court.base}/api/systems/tasks/${randomUUID()}/completion`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, 'idempotency-key': randomUUID() }, body: JSON.stringify(body),
    });
    return response.status;
  };
  const body = { caseId: randomUUID(), username: 'head', outcome: { decision: 'approve', opinion: '同意' } };
  expect(await post('forged', body)).toBe(401);
  expect(await post(credential, { ...body, caseId: 'no id' })).toBe(400);
  expect(await post(credential, body)).toBe(404);
  expect(await post('forged', { nonsense: true })).toBe(400);
  const kept = await sql<{ code: string; system: string }[]>`select code, detail ->> 'system' as system from refused_attempts where operation = 'systems.answerTask' order by id`;
  expect(kept.map(({ code, system }) => [code, system])).toEqual([['UNAUTHENTICATED', 'unknown'], ['INVALID', '办公'], ['NOT_FOUND', '办公']]);
});
