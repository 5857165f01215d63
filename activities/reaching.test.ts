import { describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { once } from '#activities/effect-ledger.ts';
import { reaching } from '#activities/reaching.ts';
import { createHttpGateway } from '#adapters/sms/http-gateway.ts';
import { connectSql } from '#db/connect.ts';
import { openCourt } from '#db/testing/court-fixture.ts';
import { freePort } from '#infra/janus/test-server.ts';

describe('what cannot be reached', () => {
  test('a PostgreSQL that is away is unavailable', async () => {
    const sql = connectSql('postgres://nobody@127.0.0.1:1/nothing', 1);
    await expect(reaching(sql`select 1`.then(() => undefined))).rejects.toMatchObject({ type: 'Unavailable', nonRetryable: false });
    await sql.end();
  });

  test('an error of ours, and one that says what it is, stay what they are', async () => {
    const mistake = new Error('a mistake');
    await expect(reaching(Promise.reject(mistake))).rejects.toBe(mistake);
    const ambiguous = ApplicationFailure.create({ type: 'Ambiguous', nonRetryable: true });
    await expect(reaching(Promise.reject(ambiguous))).rejects.toBe(ambiguous);
  });

  test('an SMS platform that is away: nothing is ambiguous, it is asked again when it is back', async () => {
    const court = await openCourt();
    try {
      const away = createHttpGateway(`http://127.0.0.1:${await freePort()}`);
      const key = crypto.randomUUID();
      const effect = {
        key, kind: 'sms', caseId: crypto.randomUUID(), request: {},
        act: () => away.send({ key, phone: '13800000001', text: '通知' }), status: () => away.status(key),
      };
      await expect(reaching(once(court.sql, effect))).rejects.toMatchObject({ type: 'Unavailable' });
      const state = async () => (await court.sql<{ state: string }[]>`select state from effects where key = ${key}`)[0]?.state;
      expect(await state()).toBe('intended');
      const receipt = { key, sentAt: '2026-05-20T03:00:00.000Z', deliveredAt: null };
      expect(await once(court.sql, { ...effect, act: () => Promise.reject(new Error('must not be sent again')), status: async () => receipt })).toEqual(receipt);
      expect(await state()).toBe('done');
    } finally {
      await court.close();
    }
  }, 60_000);
});
