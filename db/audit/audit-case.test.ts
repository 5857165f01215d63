/**
 * The audit against a real Temporal server and a real database: a case is played, then rows are changed, deleted and put in
 * behind the system's back, a thousand times, each alone, each taken back after the audit has looked.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type postgres from 'postgres';
import { createCommands, type CommandRequest, type Commands } from '#api/commands.ts';
import { createDelivery } from '#api/commands/delivery.ts';
import { recordKey } from '#adapters/seal/record-key.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { keptHistories } from '#adapters/temporal/kept-histories.ts';
import { readStreamHistory } from '#adapters/temporal/stream-history.ts';
import type { StreamHistory } from '#domain/audit/stream-history.ts';
import { connectDb, connectSql, type Sql } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import { writeClaim } from '#db/queries/claims.ts';
import { recordJournal } from '#db/projector/record-journal.ts';
import type { Tx } from '#db/projector/projections.ts';
import { everybody } from '#domain/audit/command-seal.ts';
import { updates } from '#domain/messages/messages.ts';
import { freshDatabase } from '#infra/testing/postgres.ts';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { people, TestCourt, type TestCase } from '#workflows/testing/court.ts';
import { Random } from '#workflows/testing/random.ts';
import { agreed } from '#workflows/testing/walk.ts';
import { exportCases, exportClosed } from '#worker/record/histories.ts';
import { exportsOf } from './exported-histories.ts';
import { auditCase, auditSources, type AuditSources, type CaseAudit } from './audit-case.ts';
import { appendMissing, missingEntries } from './missing-entries.ts';
import { connectShadows, rebuildCase, type Shadows } from './projection-shadow.ts';

let court: TestCourt;
let sql: Sql;
let shadows: Shadows;
let connected: ReturnType<typeof connectDb>;
let the: TestCase;
let sources: AuditSources;

beforeAll(async () => {
  const { url } = await freshDatabase();
  await migrate(url);
  [sql, shadows, connected] = [connectSql(url, 5), connectShadows(url), connectDb(url, 5)];
  court = await TestCourt.open(undefined, await localEnvironment());
  const inMemory = court.journals;
  court.faults = {
    recordJournal: async ({ stream, entries }) => {
      await recordJournal(sql, stream, entries);
      const kept = inMemory.get(stream) ?? [];
      inMemory.set(stream, [...kept, ...entries.filter(({ seq }) => seq > kept.length)]);
    },
  };
  the = await court.file();
  throughCommands(the);
  await agreed(the);
  await the.answer('submit-evidence', { items: [{ title: '借条', source: '原告', proves: '借款事实', fileId: randomUUID() }] } as never, people.plaintiff);
  await the.until('the submission on record', () => the.data('task-completed').length === 4);
  await leaveTraces(the);
  const histories = new Map<string, Promise<StreamHistory | undefined>>();
  const projections = new Map<string, ReturnType<AuditSources['project']>>();
  const asked = auditSources(sql, shadows, (stream) => remembered(histories, stream, () => readStreamHistory(court.env.client, stream)), { checkSeal: key.check });
  // Temporal's history and what the same entries make do not change while the rows are interfered with.
  sources = { ...asked, project: (entries) => remembered(projections, JSON.stringify(entries), () => asked.project(entries)) };
  // The last entries are on record, and Temporal knows it, before the history is read for good.
  for (let tries = 0; tries < 100; tries += 1) {
    const history = await readStreamHistory(court.env.client, the.stream);
    if (history?.handedOver.every(({ recordedBy }) => recordedBy !== undefined)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([connected?.end(), sql?.end({ timeout: 5 }), shadows?.shadows.end({ timeout: 5 })]);
  await court?.close();
}, 60_000);

describe('the audit of a case', () => {
  test('finds nothing where nobody interfered', async () => {
    const audit = await auditCase(sources, the.filing.caseId);
    expect(audit).toMatchObject({ findings: [], differences: [], commands: 7, sealedCommands: 7, streams: [{ stream: the.stream, history: 'complete', runs: 1 }] });
    expect(audit.streams[0]?.entries).toBeGreaterThan(15);
  });

  test('a rewritten journal whose chain was made right again is found by Temporal’s history', async () => {
    const found = await interfering(async (tx) => {
      const rows = await tx<{ seq: number; kind: string; at: string; data: unknown }[]>`select seq, kind, at, data from journal where stream = ${the.stream} order by seq`;
      const forged = rows.map((row) => ({ ...row, caseId: the.filing.caseId, data: row.kind === 'decision' ? { ...(row.data as object), value: 'forged' } : row.data }));
      await tx`delete from journal where stream = ${the.stream}`;
      await tx`delete from journal_heads where stream = ${the.stream}`;
      for (const table of ['tasks', 'cases', 'participants', 'evidence']) await tx`delete from ${tx(table)}`;
      await recordJournal({ begin: (within: (inner: Tx) => unknown) => within(tx) } as never, the.stream, forged as never);
    });
    expect(found.findings.map(({ kind }) => kind)).toContain('entry-differs');
    expect(found.findings.map(({ kind }) => kind)).not.toContain('chain-broken');
  });

  test('of a thousand random changes behind the system’s back it finds a thousand', async () => {
    const seed = Number(process.env['KAITING_SEED'] ?? 20_261_122);
    const random = new Random(seed);
    const unfound: string[] = [];
    for (let number = 0; number < 1000; number += 1) {
      let what = '';
      const { findings, differences } = await interfering(async (tx) => { what = await interfere(tx, random); });
      if (findings.length + differences.length === 0) unfound.push(what);
    }
    expect({ seed, unfound }).toEqual({ seed, unfound: [] });
    expect(await auditCase(sources, the.filing.caseId)).toMatchObject({ findings: [], differences: [] });
  }, 600_000);
});

function remembered<T>(known: Map<string, T>, key: string, find: () => T): T {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
}

describe('a database that was restored from an older backup', () => {
  test('gets from Temporal what it lacks, and is then as if it had never been away', async () => {
    const stream = the.stream;
    const before = await sql`select seq, hash from journal where stream = ${stream} order by seq`;
    // As the backup had it: the first ten entries and what they make.
    const [tenth] = await sql<{ hash: string }[]>`select hash from journal where stream = ${stream} and seq = 10`;
    await sql`delete from journal where stream = ${stream} and seq > 10`;
    await sql`update journal_heads set seq = 10, hash = ${tenth?.hash ?? ''} where stream = ${stream}`;
    await rebuildCase(sql, shadows, the.filing.caseId);
    const history = await readStreamHistory(court.env.client, stream);
    if (!history) throw new Error('Temporal does not know the case');
    const missing = await missingEntries(sql, history);
    expect(missing).toMatchObject({ head: 10, gap: false });
    expect(missing.entries.map(({ seq }) => seq)).toEqual(before.slice(10).map((row) => row['seq']));
    await appendMissing(sql, missing);
    expect(await sql`select seq, hash from journal where stream = ${stream} order by seq`).toEqual(before);
    expect((await auditCase(sources, the.filing.caseId)).differences).toEqual([]);
    expect((await missingEntries(sql, history)).entries).toEqual([]);
  });
});

describe('a closed case', () => {
  test('is audited from its exported history with the same result as from the server', async () => {
    const closed = throughCommands(await court.file());
    await closed.answer('review-filing', { decision: 'reject', ground: 'noJurisdiction', reason: '不属于本院管辖' } as never, people.filingClerk);
    await court.env.client.workflow.getHandle(closed.stream).result();
    const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-exports-'));
    const storage = createLocalStorage(folder);
    const ports = { sql, temporal: court.env.client, storage };
    expect(await exportCases(ports, closed.filing.caseId)).toMatchObject({ runs: 1, open: [], gone: [] });
    // Asked again, and asked by what Temporal lists as closed: the same run is kept once.
    expect((await exportClosed(ports, null)).runs).toBe(0);
    const histories = keptHistories({ client: court.env.client, storage, exportsOf: (stream) => exportsOf(sql, stream) });
    const auditFrom = (from: 'live' | 'export', within: Tx | Sql = sql) => auditCase({ ...auditSources(sql, shadows, (stream) => histories.history(stream, from)), sql: within }, closed.filing.caseId);
    const [live, exported] = [await auditFrom('live'), await auditFrom('export')];
    expect(live).toMatchObject({ findings: [], differences: [], commands: 1, streams: [{ history: 'complete', from: 'live' }] });
    const without = ({ streams, ...rest }: CaseAudit) => ({ ...rest, streams: streams.map(({ from, ...stream }) => ({ ...stream, read: from !== null })) });
    expect(without(exported)).toEqual(without(live));
    expect(exported.streams[0]?.from).toBe('export');
    // What somebody changed is the same finding from both.
    await sql.begin(async (tx) => {
      await tx`update journal set data = data || '{"forged":1}' where stream = ${closed.stream} and seq = 2`;
      const [fromServer, fromExport] = [await auditFrom('live', tx), await auditFrom('export', tx)];
      expect(fromServer.findings.length).toBeGreaterThan(0);
      expect(fromExport.findings).toEqual(fromServer.findings);
      throw new Error('taken back');
    }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'taken back') throw error; });
    // A file that is not the one that was hashed is said, not believed.
    await sql`update exported_histories set json_sha256 = ${'0'.repeat(64)} where workflow_id = ${closed.stream}`;
    await expect(histories.history(closed.stream, 'export')).rejects.toThrow(/cannot be read/);
    await rm(folder, { recursive: true, force: true });
  }, 60_000);
});

const key = recordKey(`court:${Buffer.alloc(32, 7).toString('base64')}`);
const log = pino({ level: 'silent' });

/** Commands as the API gives them: counted, sealed, sent, answered. */
function commandsOver(temporal: Parameters<typeof createDelivery>[0]['temporal']): Commands {
  return createCommands({ db: connected.db, sql, delivery: createDelivery({ sql, temporal, log, recordKey: key }), heads: { reached: async () => true } as never, recordKey: key, answerWithinMs: 20_000 });
}

const completing = (of: TestCase, task: { taskId: string }, outcome: unknown, personId: string): CommandRequest => ({
  operation: 'tasks.complete', body: { taskId: task.taskId, outcome },
  prepare: async (_tx, commandId) => ({ kind: 'update', workflowId: of.stream as never, update: updates.completeTask, args: [{ taskId: task.taskId, outcome, personId, commandId }] }),
});
const asking = (personId: string, idempotencyKey: string = randomUUID()) => ({ user: { personId }, idempotencyKey }) as never;

/** People's answers go the way of the API: a command row, the Update with its id, the kept answer. */
function throughCommands(of: TestCase): TestCase {
  const commands = commandsOver(court.env.client);
  of.complete = async (task, outcome, personId, commandId = randomUUID()) => {
    const answer = await commands.send(asking(personId, commandId), completing(of, task, outcome, personId));
    if (answer.state !== 'answered') throw new Error(`The command was not answered: ${JSON.stringify(answer)}`);
    return answer as never;
  };
  return of;
}

/** What no workflow ever took: a command that was refused, one that still waits for an answer; and what people claimed. */
async function leaveTraces(of: TestCase): Promise<void> {
  const nothing = { taskId: randomUUID() };
  await expect(commandsOver(court.env.client).send(asking(people.judge), completing(of, nothing, { decision: 'x' }, people.judge))).rejects.toThrow();
  await expect(commandsOver(court.env.client).send(asking(people.defendant), completing(of, nothing, { decision: 'x' }, people.defendant))).rejects.toThrow();
  const away = { withDeadline: async (_at: number, call: () => Promise<unknown>) => call(), workflow: { getHandle: () => ({ executeUpdate: async () => { throw new Error('away'); } }) } };
  expect(await commandsOver(away as never).send(asking(people.clerk), completing(of, nothing, { decision: 'x' }, people.clerk))).toMatchObject({ state: 'pending' });
  const [claimed, released] = await sql<{ id: string }[]>`select id from tasks where state = 'open' order by id`;
  if (claimed) await writeClaim(sql, { taskId: claimed.id, claimedBy: people.clerk, seal: key.seal });
  for (const claimedBy of [people.clerk, null]) if (released) await writeClaim(sql, { taskId: released.id, claimedBy, seal: key.seal });
  expect(claimed).toBeDefined();
}

/** Makes a change, lets the audit look, takes the change back. */
async function interfering(change: (tx: Tx) => Promise<void>): Promise<CaseAudit> {
  const back = new Error('taken back');
  let audit: CaseAudit | undefined;
  await sql.begin(async (tx) => {
    await change(tx);
    audit = await auditCase({ ...sources, sql: tx }, the.filing.caseId);
    throw back;
  }).catch((error: unknown) => { if (error !== back) throw error; });
  if (!audit) throw new Error('Not audited');
  return audit;
}

/**
 * Columns that an intruder may change, with how another value is made. All of them but `tasks.search_text`: an index of names for
 * the queue's search, made from what stands elsewhere.
 */
type Change = (tx: Tx, random: Random) => postgres.PendingQuery<postgres.Row[]> | postgres.Parameter | postgres.Helper<never>;
const uuid: Change = (tx) => tx`gen_random_uuid()`;
const word: Change = (tx, random) => tx`${`forged-${random.between(0, 1e9)}`}`;
const hours = (column: string): Change => (tx, random) => tx`coalesce(${tx(column)}, now()) + make_interval(mins => ${random.between(1, 5000) * (random.chance(0.5) ? 1 : -1)})`;
const member = (column: string): Change => (tx, random) => tx`${tx(column)} || jsonb_build_object('forged', ${random.between(0, 1e9)}::int)`;

const changeable: Record<'journal' | 'tasks' | 'commands', Record<string, Change>> = {
  journal: {
    stream: (tx, random) => tx`stream || ${`-${random.between(0, 1e9)}`}`, seq: (tx, random) => tx`seq + ${random.between(1000, 9000)}::int`, kind: word,
    at: (tx) => tx`to_char(at::timestamptz + interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`, case_id: uuid, data: member('data'), hash: (tx) => tx`encode(sha256(hash::bytea), 'hex')`, recorded_at: hours('recorded_at'),
  },
  tasks: {
    id: uuid, case_id: uuid, stream: word, kind: word, role: word, person_id: uuid, participant_id: uuid, hearing_id: uuid, state: (tx) => tx`case state when 'open' then 'completed' else 'open' end`,
    overdue: (tx) => tx`not overdue`, facts: member('facts'), articles: (tx) => tx`articles || '["CPL-999"]'::jsonb`, opened_at: hours('opened_at'), due_at: hours('due_at'),
    outcome: (tx, random) => tx`coalesce(outcome, '{}') || jsonb_build_object('forged', ${random.between(0, 1e9)}::int)`, completed_by: uuid, completed_at: hours('completed_at'), last_refusal: (tx) => tx`'{"forged":true}'::jsonb`,
    due_provisional: (tx) => tx`not due_provisional`, division: word, claimed_by: uuid, claimed_at: hours('claimed_at'),
  },
  commands: {
    id: uuid, person_id: uuid, number: (tx) => tx`number + 7`, operation: word, body_hash: word, workflow_id: word, update: word, args: (tx, random) => tx`jsonb_set(args, '{args,0,forged}', to_jsonb(${random.between(0, 1e9)}::int))`,
    state: (tx) => tx`case state when 'pending' then 'answered' else 'pending' end`, status: (tx) => tx`coalesce(status, 200) + 1`, answer: (tx, random) => tx`coalesce(answer, '{}') || jsonb_build_object('forged', ${random.between(0, 1e9)}::int)`,
    created_at: hours('created_at'), answered_at: hours('answered_at'), attempts: (tx) => tx`attempts + 1`, last_sent_at: hours('last_sent_at'), seal: word, answer_seal: word, sent_seal: word,
  },
};

/** Changes that hide themselves: several columns, or the count with what it counts. */
const hidden: Record<string, (tx: Tx, random: Random) => Promise<string>> = {
  'a person’s last command with its count': async (tx, random) => {
    const { person_id, number } = random.pick(await tx<{ person_id: string; number: number }[]>`select person_id, number from command_heads where person_id <> ${everybody} order by person_id`);
    await tx`delete from commands where person_id = ${person_id} and number = ${number}`;
    if (number === 1) await tx`delete from command_heads where person_id = ${person_id}`;
    else await tx`update command_heads set number = number - 1 where person_id = ${person_id}`;
    return `${person_id} ${number}`;
  },
  'an answer taken away': async (tx, random) => {
    const { id } = random.pick(await tx<{ id: string }[]>`select id from commands where state = 'answered' order by id`);
    await tx`update commands set state = 'pending', status = null, answer = null, answered_at = null, answer_seal = null where id = ${id}`;
    return id;
  },
  'a claim taken away': async (tx) => {
    const [row] = await tx`update tasks set claimed_by = null, claimed_at = null where claimed_by is not null returning id`;
    return String(row?.['id']);
  },
  'a claim invented': async (tx, random) => {
    const { id } = random.pick(await tx<{ id: string }[]>`select id from tasks where claimed_by is null order by id`);
    await tx`update tasks set claimed_by = ${people.clerk}, claimed_at = '2020-01-01' where id = ${id}`;
    return id;
  },
};

async function interfere(tx: Tx, random: Random): Promise<string> {
  if (random.chance(0.1)) {
    const what = random.pick(Object.keys(hidden));
    return `${what}: ${await hidden[what]?.(tx, random)}`;
  }
  const table = random.pick(['journal', 'tasks', 'commands'] as const);
  const rows = await tx<{ ctid: string }[]>`select ctid::text as ctid from ${tx(table)} order by ctid`;
  const { ctid } = random.pick(rows);
  const deed = random.pick(['change', 'change', 'change', 'delete', 'insert'] as const);
  switch (deed) {
    case 'delete': {
      await tx`delete from ${tx(table)} where ctid = ${ctid}::tid`;
      return `delete from ${table} ${ctid}`;
    }
    case 'insert': {
      // A row of the same shape, as somebody would write it who knows the table.
      const fresh = { journal: { seq: 1000 + random.between(0, 9000) }, tasks: { id: randomUUID() }, commands: { id: randomUUID() } }[table];
      await tx`insert into ${tx(table)} select r.* from ${tx(table)} t, jsonb_populate_record(null::${tx(table)}, to_jsonb(t) || ${tx.json(fresh as never)}) r where t.ctid = ${ctid}::tid`;
      return `insert into ${table} like ${ctid}`;
    }
    case 'change': {
      const column = random.pick(Object.keys(changeable[table]));
      const value = (changeable[table][column] as Change)(tx, random);
      await tx`update ${tx(table)} set ${tx(column)} = ${value as never} where ctid = ${ctid}::tid`;
      return `change ${table}.${column} ${ctid}`;
    }
  }
}
