/**
 * The audit of one case: its journals against their chains and against Temporal's histories, its projections against its
 * journals, its commands against the Updates that its workflows accepted. Reads only.
 */
import { anchoredHeads, auditAnchored, auditAnchors, type AnchorFound } from '#domain/audit/anchor.ts';
import type { AuditProgress, CaseAuditResult, ResetAudited } from '#domain/audit/case-audit.ts';
import { auditClaims } from '#domain/audit/claim-seal.ts';
import { auditNumbering, auditPersons, auditSeals, type CheckSeal } from '#domain/audit/command-seal.ts';
import { auditChain, auditCommands, auditEntries, type ChainHash, type CommandFound, type HeadFound, type JournalRowFound } from '#domain/audit/audit-stream.ts';
import type { StreamHistory } from '#domain/audit/stream-history.ts';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import type { Sql } from '#db/connect.ts';
import { sealedClaims } from '#db/queries/claims.ts';
import { chainHash } from '#db/projector/record-journal.ts';
import type { Tx } from '#db/projector/projections.ts';
import { countedPersons, numberedPersons, sealedCommands, sealedSince } from './sealed-commands.ts';
import { differencesOf, journalOf, projectedFrom, projectedNow, type JournalRow, type ProjectedRows, type RowDifference, type Shadows } from './projection-shadow.ts';

export interface CaseAudit extends CaseAuditResult { differences: RowDifference[]; resets: ResetAudited[] }

export interface AuditSources {
  sql: Sql | Tx;
  /** Temporal's history of a stream; undefined where it is past retention and was not exported. */
  history(stream: string): Promise<StreamHistory | undefined>;
  /** What the projections make of entries (`projectedFrom`). */
  project(entries: readonly JournalRow[]): Promise<ProjectedRows>;
  /** Every anchor with its file; absent: the journals are not compared with anchors. */
  anchors?(): Promise<readonly AnchorFound[]>;
  /** The court's keyed hash over a command; absent: seals are not looked at. */
  checkSeal?: CheckSeal;
  progress?(now: AuditProgress): Promise<void> | void;
}

/** @throws when the database or Temporal cannot be asked; nothing is concluded from silence */
export async function auditCase(sources: AuditSources, caseId: string): Promise<CaseAudit> {
  const { sql } = sources;
  const rows = await journalRows(sql, caseId);
  const heads = await sql<HeadFound[]>`select stream, case_id as "caseId", seq, hash from journal_heads where case_id = ${caseId} order by stream`;
  const commands = await commandsOf(sql, caseId, heads);
  await sources.progress?.({ step: 'anchors', done: 0, of: 1 });
  const anchors = await sources.anchors?.() ?? [];
  const anchored = anchoredHeads(anchors, (head) => head.caseId === caseId);
  // A stream is audited when anything names it: rows without a head are as suspicious as a head without rows.
  const names = [...new Set([`case-${caseId}`, ...heads.map(({ stream }) => stream), ...rows.keys(), ...anchored.keys()])].sort();
  const audit: CaseAudit = { caseId, streams: [], findings: auditAnchors(anchors), differences: [], resets: [], commands: commands.length, sealedCommands: 0, anchoredUntil: anchors.at(-1)?.file?.madeAt ?? null };
  const told: JournalRow[] = [];
  for (const [at, stream] of names.entries()) {
    await sources.progress?.({ step: 'journals', done: at, of: names.length });
    const mine = rows.get(stream) ?? [];
    const marks = anchored.get(stream) ?? [];
    const history = await sources.history(stream);
    audit.streams.push({
      stream, entries: mine.length, runs: history?.runs.length ?? 0, events: history?.runs.reduce((sum, { events }) => sum + events, 0) ?? 0,
      history: history === undefined ? 'gone' : history.complete ? 'complete' : 'partly', from: history ? history.from ?? 'live' : null, anchors: marks.length,
    });
    audit.findings.push(...auditChain(stream, mine, heads.find((head) => head.stream === stream), FIRST_PREVIOUS_HASH, hashOf), ...auditAnchored(stream, mine, marks, FIRST_PREVIOUS_HASH, hashOf));
    if (!history) continue;
    audit.findings.push(...auditEntries(history, mine), ...auditCommands(history, commands.filter(({ workflowId }) => workflowId === stream)));
    told.push(...entriesTold(history, caseId));
    audit.resets.push(...await resetsIn(sql, history));
  }
  await sources.progress?.({ step: 'commands', done: 0, of: 1 });
  if (sources.checkSeal) await auditSealedCommands(sql, audit, names, anchors, sources.checkSeal);
  await sources.progress?.({ step: 'tables', done: 0, of: 1 });
  audit.differences = await differences(sources, caseId, audit, told);
  return audit;
}

const hashOf: ChainHash = (previous, entry) => chainHash(previous, entry.stream, entry as Parameters<typeof chainHash>[2]);

/** What no workflow took is found by the seals, what was deleted by the numbering, up to the newest anchor even together with its count. */
async function auditSealedCommands(sql: Sql | Tx, audit: CaseAudit, streams: readonly string[], anchors: readonly AnchorFound[], check: CheckSeal): Promise<void> {
  const [commands, since, persons] = await Promise.all([sealedCommands(sql, streams), sealedSince(sql), numberedPersons(sql, { caseId: audit.caseId, streams })]);
  const counted = new Map(anchors.findLast(({ file, problem }) => file && problem === undefined)?.file?.commands.map(({ personId, number }) => [personId, number]));
  audit.sealedCommands = commands.filter(({ seal, update }) => seal !== null && update !== null).length;
  audit.findings.push(...auditSeals(commands, since, check));
  audit.findings.push(...auditNumbering(persons.map((person) => {
    const anchored = counted.get(person.personId);
    return anchored === undefined ? person : { ...person, anchored };
  }), check));
  const { counted: people, head } = await countedPersons(sql);
  audit.findings.push(...auditPersons(people, head, check));
  for (const { stream, tasks, sealed } of await sealedClaims(sql, audit.caseId)) audit.findings.push(...auditClaims(stream, tasks, sealed, check));
}

/**
 * Against what the workflows wrote, where Temporal still has all of it: then a forged journal does not excuse a forged task.
 * Else against the journal.
 */
async function differences({ sql, project }: AuditSources, caseId: string, audit: CaseAudit, told: JournalRow[]): Promise<RowDifference[]> {
  const journalled = await journalOf(sql, caseId);
  const allTold = audit.streams.every(({ history }) => history === 'complete') && audit.resets.every(({ compared }) => compared);
  const order = new Map(journalled.map(({ stream, seq }, place) => [`${stream}/${seq}`, place]));
  const place = (row: JournalRow) => order.get(`${row.stream}/${row.seq}`) ?? Number.POSITIVE_INFINITY;
  const entries = allTold ? [...told].sort((one, other) => place(one) - place(other)) : journalled;
  return differencesOf(await project(inStreamOrder(entries)), await projectedNow(sql, caseId));
}

/** The order across streams is the database's word alone; within a stream the numbers decide, whatever it says. */
function inStreamOrder(entries: readonly JournalRow[]): JournalRow[] {
  const waiting = new Map<string, JournalRow[]>();
  for (const entry of entries) waiting.set(entry.stream, [...(waiting.get(entry.stream) ?? []), entry]);
  for (const rows of waiting.values()) rows.sort((one, other) => one.seq - other.seq);
  return entries.flatMap(({ stream }) => waiting.get(stream)?.shift() ?? []);
}

function entriesTold(history: StreamHistory, caseId: string): JournalRow[] {
  const bySeq = new Map<number, JournalRow>();
  for (const { entries, recordedBy } of history.handedOver) {
    if (recordedBy === undefined) continue;
    for (const { seq, kind, at, data } of entries) if (!bySeq.has(seq)) bySeq.set(seq, { stream: history.stream, seq, kind, at, caseId, data });
  }
  return [...bySeq.values()];
}

async function resetsIn(sql: Sql | Tx, { stream, resets = [] }: StreamHistory): Promise<ResetAudited[]> {
  if (resets.length === 0) return [];
  const ids = resets.flatMap(({ by, confirmedBy }) => [by, confirmedBy]);
  const names = new Map((await sql<{ id: string; name: string }[]>`select id, name from persons where id = any(${ids}::uuid[])`).map(({ id, name }) => [id, name]));
  return resets.map(({ seq, from, to, baseRunId, by, confirmedBy, reason, compared }) => ({
    stream, seq, from, to, runId: baseRunId, by: names.get(by) ?? by, confirmedBy: names.get(confirmedBy) ?? confirmedBy, reason, compared,
  }));
}

/** One stream's rows in order of their number. */
export const journalRowsOf = async (sql: Sql, stream: string): Promise<JournalRowFound[]> => [...await sql<JournalRowFound[]>`
  select stream, seq, kind, at, case_id as "caseId", data, hash, (extract(epoch from recorded_at) * 1000)::double precision as "recordedAt"
  from journal where stream = ${stream} order by seq`];

async function journalRows(sql: Sql | Tx, caseId: string): Promise<Map<string, JournalRowFound[]>> {
  // By the case's own id and by the streams that are the case's: a row whose case id was changed is still found.
  const rows = await sql<JournalRowFound[]>`
    select stream, seq, kind, at, case_id as "caseId", data, hash, (extract(epoch from recorded_at) * 1000)::double precision as "recordedAt"
    from journal where case_id = ${caseId} or stream = ${`case-${caseId}`} or stream in (select stream from journal_heads where case_id = ${caseId}) order by stream, seq`;
  const streams = new Map<string, JournalRowFound[]>();
  for (const row of rows) streams.set(row.stream, [...(streams.get(row.stream) ?? []), row]);
  return streams;
}

const commandsOf = (sql: Sql | Tx, caseId: string, heads: readonly HeadFound[]): Promise<CommandFound[]> =>
  sql<CommandFound[]>`select id, person_id as "personId", workflow_id as "workflowId", update, args, state, status, answer from commands
    where workflow_id in ${(sql as Sql)([`case-${caseId}`, ...heads.map(({ stream }) => stream)])} and update is not null order by created_at, id`.then((rows) => [...rows]);

/** The audit's sources over a database and Temporal. */
export const auditSources = (sql: Sql, shadows: Shadows, history: AuditSources['history'], more: Pick<AuditSources, 'anchors' | 'checkSeal' | 'progress'> = {}): AuditSources =>
  ({ ...more, sql, history, project: (entries) => projectedFrom(shadows, entries) });
