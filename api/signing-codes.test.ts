import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signedIn } from '#api/operation.ts';
import { startTestApi, type TestApi } from '#api/testing/api-fixture.ts';

/** The signature alone, without the task behind it. */
const router = {
  tasks: {
    requestSigningCode: signedIn.tasks.requestSigningCode.handler(({ input, context }) => context.signingCodes.issue(context.user.personId, input.taskId, randomUUID())),
    sign: signedIn.tasks.sign.handler(async ({ input, context }) => {
      if (context.user.staff) await context.signingCodes.verifyPassword(context.user, input.code);
      else await context.signingCodes.verify(context.user.personId, input.taskId, input.code);
      return { commandId: randomUUID(), state: 'answered' as const };
    }),
  },
};

interface Answer { code?: string; data?: { code?: string; articles?: string[] }; sentTo?: string; state?: string }

let court: TestApi;
beforeAll(async () => { court = await startTestApi(router); }, 60_000);
afterAll(async () => { await court.stop(); }, 30_000);

const sign = (browser: ReturnType<TestApi['browser']>, taskId: string, code: string) =>
  browser.command<Answer>('POST', `/api/tasks/${taskId}/signature`, { taskId, versionHash: '0'.repeat(64), signatureFileId: randomUUID(), code });

async function codeFor(phone: string): Promise<string> {
  const [row] = await court.api.running.services.sql<{ text: string }[]>`select text from sms_outbox where phone = ${phone} and key like 'signing-code:%' order by sent_at desc limit 1`;
  return /\d{6}/.exec(row!.text)![0];
}

describe('a signature is confirmed', () => {
  test('by a participant with a code for this task, once', async () => {
    const browser = court.browser();
    await browser.signInPhone('13800000001');
    const [taskId, other] = [randomUUID(), randomUUID()];
    const sent = await browser.command<Answer>('POST', `/api/tasks/${taskId}/signing-code`, {});
    expect(sent.body).toEqual({ sentTo: '138****0001', validSeconds: 300 });
    const code = await codeFor('13800000001');
    expect((await sign(browser, other, code)).body).toMatchObject({ code: 'REFUSED', data: { code: 'code-none', articles: ['G9'] } });
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await sign(browser, taskId, wrong)).body.data?.code).toBe('code-wrong');
    expect((await sign(browser, taskId, code)).body.state).toBe('answered');
    expect((await sign(browser, taskId, code)).body.data?.code).toBe('code-used');
  });

  test('not by another participant with the same code', async () => {
    const [one, other] = [court.browser(), court.browser()];
    await one.signInPhone('13800000002');
    await other.signInPhone('13800000003');
    const taskId = randomUUID();
    await one.command('POST', `/api/tasks/${taskId}/signing-code`, {});
    expect((await sign(other, taskId, await codeFor('13800000002'))).body.data?.code).toBe('code-none');
  });

  test('by the court’s staff with their password, and not by guessing it', async () => {
    const browser = court.browser();
    await browser.signInStaff('judge');
    const taskId = randomUUID();
    expect((await sign(browser, taskId, 'kaiting-demo')).body.state).toBe('answered');
    const guesses = [];
    for (let guess = 0; guess < 10; guess += 1) guesses.push((await sign(browser, taskId, `guess-${guess}`)).body);
    expect(guesses[0]).toMatchObject({ data: { code: 'password-wrong' } });
    expect(guesses.at(-1)).toMatchObject({ code: 'TOO_MANY' });
    expect((await sign(browser, taskId, 'kaiting-demo')).body.code).toBe('TOO_MANY');
  });

  test('not by somebody without a phone', async () => {
    const browser = court.browser();
    await browser.signInStaff('clerk');
    expect((await browser.command<Answer>('POST', `/api/tasks/${randomUUID()}/signing-code`, {})).body.data?.code).toBe('no-phone');
  });
});
