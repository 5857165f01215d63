/** Commands that no workflow took, refused or pending: changed, deleted or put in behind the system's back, each alone, each found. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createCommands } from '#api/commands.ts';
import { createDelivery } from '#api/commands/delivery.ts';
import { recordKey } from '#adapters/seal/record-key.ts';
import { connectDb } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';
import { openCourt, type CaseFixture, type CourtFixture } from '#db/testing/court-fixture.ts';
import { auditNumbering, auditSeals } from '#domain/audit/command-seal.ts';
import { Random } from '#workflows/testing/random.ts';
import { numberedPersons, sealedCommands, sealedSince } from './sealed-commands.ts';

const key = recordKey(`new:${Buffer.alloc(32, 1).toString('base64')},old:${Buffer.alloc(32, 2).toString('base64')}`);
let court: CourtFixture;
let it: CaseFixture;
let end: () => Promise<void>;

beforeAll(async () => {
  court = await openCourt();
  it = await court.acceptedCase();
  const connected = connectDb(court.url, 5);
  end = connected.end;
  // Temporal answers three of four with nothing: the workflow is not there, or nobody answers.
  const missing = Object.assign(new Error('not found'), { name: 'WorkflowNotFoundError' });
  let sent = 0;
  const temporal = { withDeadline: async (_at: number, call: () => Promise<unknown>) => call(), workflow: { getHandle: () => ({ executeUpdate: async () => { sent += 1; if (sent % 4 === 0) return { stream: `case-${it.caseId}`, seq: sent }; throw missing; } }) } };
  const delivery = createDelivery({ sql: court.sql, temporal: temporal as never, log: pino({ level: 'silent' }), recordKey: key });
  const commands = createCommands({ db: connected.db, sql: court.sql, delivery, heads: { reached: async () => true } as never, recordKey: key });
  for (let number = 0; number < 12; number += 1) {
    const who = number % 3 === 0 ? court.people.judge : court.people.clerk;
    await commands.send({ user: { personId: who.personId }, idempotencyKey: randomUUID() } as never, {
      operation: 'tasks.complete', body: { number }, prepare: async (_tx, commandId) => ({ kind: 'update', workflowId: `case-${it.caseId}` as never, update: 'completeTask', args: [{ commandId, reason: `第${number}次` }] }) as never,
    });
  }
}, 60_000);
afterAll(async () => {
  await end?.();
  await court?.close();
});

async function findings(sql: CourtFixture['sql'] | Tx) {
  const streams = [`case-${it.caseId}`];
  const commands = await sealedCommands(sql, streams);
  return [...auditSeals(commands, await sealedSince(sql), key.check), ...auditNumbering(await numberedPersons(sql, { caseId: it.caseId, streams }), key.check)];
}

async function afterDeed(deed: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  let kinds: string[] = [];
  await court.sql.begin(async (tx) => {
    await deed(tx);
    kinds = (await findings(tx)).map(({ kind }) => kind);
    throw new Error('taken back');
  }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
  return kinds;
}

test('each is sealed as it was given and as it was answered, and counted for its person', async () => {
  expect(await findings(court.sql)).toEqual([]);
  const rows = await court.sql<{ state: string; number: number; person_id: string }[]>`select state, number, person_id from commands order by created_at, number`;
  expect(rows.filter(({ person_id }) => person_id === court.people.judge.personId).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['pending', 'answered']));
});

test('of three hundred changes three hundred are found', async () => {
  const random = new Random(20_261_122);
  const changes = {
    id: 'gen_random_uuid()', person_id: 'gen_random_uuid()', number: 'number + 7', operation: `'forged'`, body_hash: `'forged'`, workflow_id: `workflow_id`, update: `'forged'`,
    args: `jsonb_set(args, '{args,0,reason}', '"另一理由"')`, created_at: `created_at - interval '1 second'`, state: `case state when 'pending' then 'answered' else 'pending' end`,
    seal: 'null', answer: `'{"forged":1}'`,
  } as const;
  const unfound: string[] = [];
  for (let number = 0; number < 300; number += 1) {
    let what = '';
    const kinds = await afterDeed(async (tx) => {
      const rows = await tx<{ id: string; state: string }[]>`select id, state from commands order by id`;
      const { id, state } = random.pick(rows);
      const deed = random.pick(['change', 'change', 'delete', 'insert'] as const);
      if (deed === 'delete') await tx`delete from commands where id = ${id}`;
      else if (deed === 'insert') await tx`insert into commands select r.* from commands t, jsonb_populate_record(null::commands, to_jsonb(t) || ${tx.json({ id: randomUUID(), number: 100 + number })}) r where t.id = ${id}`;
      else {
        const column = random.pick((Object.keys(changes) as (keyof typeof changes)[]).filter((name) => name !== 'workflow_id' && (name !== 'answer' || state === 'answered')));
        await tx.unsafe(`update commands set ${column} = ${changes[column]} where id = $1`, [id]);
        what = column;
      }
      what = `${deed} ${what}`;
    });
    if (kinds.length === 0) unfound.push(what);
  }
  expect(unfound).toEqual([]);
}, 60_000);

test('the last ones deleted together with their count: the seal of the count tells, and the newest anchor', async () => {
  const { personId } = court.people.judge;
  const deed = (tx: Tx) => tx`delete from commands where person_id = ${personId} and number = 4`.then(() => tx`update command_heads set number = 3 where person_id = ${personId}`);
  expect(await afterDeed(deed)).toEqual(['command-gap']);
  await court.sql.begin(async (tx) => {
    await deed(tx);
    const [judge] = (await numberedPersons(tx, 'everybody')).filter((person) => person.personId === personId);
    expect(auditNumbering([{ ...judge!, anchored: 4 }])).toMatchObject([{ kind: 'command-gap', subject: personId, expected: 4, found: null }]);
    throw new Error('taken back');
  }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
});

test('a key that was replaced still checks what it sealed', () => {
  const before = recordKey(`old:${Buffer.alloc(32, 2).toString('base64')}`);
  const seal = before.seal('一句话');
  expect(key.check('一句话', seal)).toBe(true);
  expect(key.check('另一句话', seal)).toBe(false);
  expect(recordKey(`other:${Buffer.alloc(32, 3).toString('base64')}`).check('一句话', seal)).toBe(false);
});
