/**
 * Operations as the API runs them, over a real database: policy, command rows and their retries are the real ones;
 * instead of Temporal stands a delivery that keeps what would be sent.
 */
import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { createSandboxRegister } from '#adapters/identity/sandbox-register.ts';
import { createCommands } from '#api/commands.ts';
import type { CommandPlan, KeptAnswer } from '#api/commands/plan.ts';
import type { ApiContext, CurrentUser, Services } from '#api/context.ts';
import type { LiveEvent } from '#api/contract/live-event.ts';
import { refused } from '#api/errors.ts';
import { connectDb } from '#db/connect.ts';
import { openCourt, type CourtFixture } from '#db/testing/court-fixture.ts';

export interface OperationsCourt extends CourtFixture {
  /** A signed-in person's request, each with an Idempotency-Key of its own. */
  as(who: keyof CourtFixture['people'], more?: Partial<CurrentUser> & { key?: string }): ApiContext & { user: CurrentUser };
  /** What was sent to Temporal, in order. */
  sent: CommandPlan[];
  published: LiveEvent[];
  /** The next command is answered like this. */
  answerNext(answer: KeptAnswer): void;
  file(who: keyof CourtFixture['people'], purpose: string): Promise<string>;
}

export const rightCode = '246810';
export const rightPassword = 'kaiting-demo';

export async function openOperationsCourt(now = new Date('2026-05-11T02:00:00.000Z')): Promise<OperationsCourt> {
  const court = await openCourt();
  const { db, end } = connectDb(court.url, 5);
  const sent: CommandPlan[] = [];
  const published: LiveEvent[] = [];
  const answers: KeptAnswer[] = [];
  const wrong = () => { throw refused({ code: 'code-wrong', articles: ['G9'], message: { zh: '验证码错误', en: 'wrong' } }); };
  const services = {
    db, sql: court.sql, queueSql: court.sql, log: pino({ level: 'silent' }),
    environment: { court: { mode: 'demonstration', clock: 'movable', data: '' } } as unknown as Services['environment'],
    identity: createSandboxRegister('demonstration'),
    commands: createCommands({
      db, sql: court.sql, heads: { reached: async () => true } as never,
      delivery: {
        deliver: async (id, plan) => {
          sent.push(plan);
          const answer: KeptAnswer = answers.shift() ?? { answered: { commandId: id, state: 'answered', stream: plan.workflowId, seq: 7, ...(plan.result === undefined ? {} : { result: plan.result }) } };
          await court.sql`update commands set state = 'answered', answer = ${court.sql.json(answer as never)} where id = ${id}`;
          return answer;
        },
        resend: async () => 0, keepResending: () => async () => undefined,
      },
    }),
    signingCodes: {
      issue: async () => ({ sentTo: '138****0001', validSeconds: 300 }),
      verify: async (_person: string, _task: string, code: string) => { if (code !== rightCode) wrong(); },
      verifyPassword: async (_user: CurrentUser, password: string) => { if (password !== rightPassword) wrong(); },
    },
    courtNow: async () => ({ now, offsetMs: 0 }),
    publish: async (event: LiveEvent) => { published.push(event); },
  } as unknown as Services;
  return {
    ...court, sent, published,
    answerNext: (answer) => { answers.push(answer); },
    as(who, { key, ...more } = {}) {
      const viewer = court.people[who];
      const user: CurrentUser = {
        personId: viewer.personId, name: who, staff: viewer.roles.length > 0, roles: [...viewer.roles], verified: viewer.verified, phone: null, accountId: who, sessionId: who, ...more,
      };
      return { ...services, user, idempotencyKey: key ?? randomUUID(), attempt: { caseId: null, subject: null } };
    },
    async file(who, purpose) {
      const id = randomUUID();
      await court.sql`insert into files (id, sha256, bytes, media_type, name, purpose, uploaded_by) values (${id}, ${'0'.repeat(64)}, 10, 'application/pdf', 'x.pdf', ${purpose}, ${court.people[who].personId})`;
      return id;
    },
    async close() {
      await end();
      await court.close();
    },
  };
}

/** The contract's error that the call ended with, as {code, data}. */
export async function errorOf(call: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    const { code, data } = error as { code: string; data: Record<string, unknown> };
    return { code, data };
  }
  throw new Error('The call was not refused');
}
