/**
 * Is the journal of a workflow what the workflow wrote? The chain proves that no row was changed without its successors;
 * Temporal's own history proves that the chain as a whole is the one that was handed over. Pure: rows and history in,
 * findings out.
 */
import { canonicalJson } from '#domain/journal/canonical.ts';
import { isLeftUncompared, type StreamHistory } from './stream-history.ts';

/** A row of the journal as the database holds it. */
export interface JournalRowFound {
  stream: string;
  seq: number;
  kind: string;
  at: string;
  caseId: string;
  data: unknown;
  hash: string;
  /** Milliseconds since 1970, the database's clock. */
  recordedAt: number;
}

export interface HeadFound { stream: string; caseId: string; seq: number; hash: string }

/** A command as the database holds it. */
export interface CommandFound {
  id: string;
  personId: string;
  workflowId: string | null;
  update: string | null;
  args: unknown;
  state: string;
  status: number | null;
  answer: unknown;
}

export const findingKinds = [
  /** A number is missing, or stands twice. */
  'gap',
  /** The hash is not the one that follows from the row and the row before. */
  'chain-broken',
  /** The head names another last entry than there is. */
  'head-differs',
  /** The row says something else than the workflow wrote. */
  'entry-differs',
  /** The workflow wrote it, the database does not have it. */
  'entry-missing',
  /** The database has it, the workflow never wrote it. */
  'entry-foreign',
  /** The row says that it was written before the workflow handed it over, or after Temporal knew that it was. */
  'written-at-another-time',
  /** The command says something else than the Update that the workflow accepted. */
  'command-differs',
  /** The workflow accepted it, the database does not have it. */
  'command-missing',
  /** The database says that it was carried out, the workflow never heard of it. */
  'command-foreign',
  /** Given after the court had begun to seal commands, and it bears no seal. */
  'command-unsealed',
  /** The row is not what the court sealed when it was given or answered. */
  'command-forged',
  /** A number of a person's commands is missing, or stands twice. `subject` is the person. */
  'command-gap',
  /** Who claimed the task is not what was sealed. `subject` is the task. */
  'claim-forged',
  /** The journal is not the one whose head a sealed anchor names. */
  'anchor-differs',
  /** An anchor is missing, or is not what the court sealed. */
  'anchor-broken',
  /** An exported history is not the file that was hashed when it was exported. */
  'export-broken',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface AuditFinding {
  kind: FindingKind;
  stream: string;
  /** Number of the entry, or the command's id. */
  subject: string;
  /** What Temporal says, as far as it says anything. */
  expected?: unknown;
  found?: unknown;
  /** The event of Temporal's history that it was compared with. */
  event?: { runId: string; eventId: string };
}

/** Between the clocks of the database and of Temporal; both are kept by the same service of the machine as a rule. Milliseconds. */
export const clocksDiffer = 2_000;

/** One entry's hash from the hash before it; given by the caller, since hashing is not the domain's. */
export type ChainHash = (previous: string, entry: Pick<JournalRowFound, 'stream' | 'seq' | 'kind' | 'at' | 'data'>) => string;

/** The chain alone, without Temporal: what an auditor can check years later. `rows` of one stream, in order of their number. */
export function auditChain(stream: string, rows: readonly JournalRowFound[], head: HeadFound | undefined, first: string, chainHash: ChainHash): AuditFinding[] {
  const findings: AuditFinding[] = [];
  let previous = first;
  rows.forEach((row, index) => {
    if (row.seq !== index + 1 && row.seq !== (rows[index - 1]?.seq ?? 0) + 1) findings.push({ kind: 'gap', stream, subject: String(row.seq), expected: (rows[index - 1]?.seq ?? 0) + 1, found: row.seq });
    if (chainHash(previous, row) !== row.hash) findings.push({ kind: 'chain-broken', stream, subject: String(row.seq), found: row.hash });
    if (head && row.caseId !== head.caseId) findings.push({ kind: 'entry-differs', stream, subject: String(row.seq), expected: { caseId: head.caseId }, found: { caseId: row.caseId } });
    previous = row.hash;
  });
  const last = rows.at(-1);
  if (!head || head.seq !== (last?.seq ?? 0) || head.hash !== previous) {
    findings.push({ kind: 'head-differs', stream, subject: String(head?.seq ?? 0), expected: { seq: last?.seq ?? 0, hash: previous }, found: head ?? null });
  }
  return findings;
}

/**
 * Event by event: what the workflow handed over against what the database keeps. An entry that is on its way (handed over,
 * not yet known to be recorded) is no finding.
 */
export function auditEntries(history: StreamHistory, rows: readonly JournalRowFound[]): AuditFinding[] {
  const { stream } = history;
  const findings: AuditFinding[] = [];
  const left = new Map(rows.map((row) => [row.seq, row]));
  const seen = new Set<number>();
  for (const batch of history.handedOver) {
    const event = { runId: batch.runId, eventId: batch.eventId };
    for (const entry of batch.entries) {
      const subject = String(entry.seq);
      // A run that was reset hands over again what is there; the first telling counts (the projector skips the others).
      if (seen.has(entry.seq)) continue;
      seen.add(entry.seq);
      const row = left.get(entry.seq);
      left.delete(entry.seq);
      if (!row) {
        if (batch.recordedBy !== undefined) findings.push({ kind: 'entry-missing', stream, subject, expected: entry, event });
        continue;
      }
      const differing = differs({ kind: entry.kind, at: entry.at, caseId: entry.caseId, data: entry.data }, { kind: row.kind, at: row.at, caseId: row.caseId, data: row.data });
      if (differing) findings.push({ kind: 'entry-differs', stream, subject, ...differing, event });
      const latest = batch.recordedBy ?? Number.POSITIVE_INFINITY;
      if (row.recordedAt < batch.scheduledAt - clocksDiffer || row.recordedAt > latest + clocksDiffer) {
        findings.push({ kind: 'written-at-another-time', stream, subject, expected: { from: iso(batch.scheduledAt), to: batch.recordedBy === undefined ? null : iso(batch.recordedBy) }, found: iso(row.recordedAt), event });
      }
    }
  }
  // Where earlier runs are past retention only what follows their last entry can be compared.
  const known = history.complete ? 1 : Math.min(...seen);
  for (const row of left.values()) if (row.seq >= known && !isLeftUncompared(history, row.seq)) findings.push({ kind: 'entry-foreign', stream, subject: String(row.seq), found: row });
  return findings;
}

/**
 * The commands of a stream against the Updates that its workflow accepted. A command that was refused before the workflow
 * accepted it leaves no event; it may be there with its refusal. A run that was reset accepts again what was accepted
 * before: the first answer is the one that was given.
 */
export function auditCommands(history: StreamHistory, commands: readonly CommandFound[]): AuditFinding[] {
  const { stream } = history;
  const findings: AuditFinding[] = [];
  const left = new Map(commands.map((command) => [command.id, command]));
  const seen = new Set<string>();
  for (const update of history.updates) {
    if (seen.has(update.updateId)) continue;
    seen.add(update.updateId);
    const event = { runId: update.runId, eventId: update.eventId };
    const command = left.get(update.updateId);
    left.delete(update.updateId);
    if (!command) {
      findings.push({ kind: 'command-missing', stream, subject: update.updateId, expected: { name: update.name, args: update.args }, event });
      continue;
    }
    const said = commandSaid(command);
    const differing = differs(
      { update: update.name, args: update.args, personId: personOf(update.args) ?? command.personId },
      { update: command.update, args: said.args, personId: command.personId },
    );
    if (differing) findings.push({ kind: 'command-differs', stream, subject: command.id, ...differing, event });
    // What it was answered first stands in a run that is not to be had any more.
    const answered = isLeftUncompared(history, seqAnswered(command)) ? undefined : answerDiffers(update.answer, update.failed ?? false, command);
    if (answered) findings.push({ kind: 'command-differs', stream, subject: command.id, ...answered, event });
  }
  for (const command of left.values()) {
    if (command.update !== null && command.state === 'answered' && command.status === 200 && history.complete && !isLeftUncompared(history, seqAnswered(command))) {
      findings.push({ kind: 'command-foreign', stream, subject: command.id, found: { personId: command.personId, update: command.update } });
    }
  }
  return findings;
}

/** The journal entry that an Update answered with must be the one that the command's answer names. */
function answerDiffers(answer: unknown, failed: boolean, command: CommandFound): { expected: unknown; found: unknown } | undefined {
  if (command.state !== 'answered') return undefined;
  if (failed || answer === undefined) return command.status === 200 && failed ? { expected: 'a refusal', found: command.answer } : undefined;
  const { stream, seq } = answer as { stream?: unknown; seq?: unknown };
  const told = (command.answer as { answered?: { stream?: unknown; seq?: unknown; commandId?: unknown } } | null)?.answered;
  const expected = { commandId: command.id, status: 200, stream, seq };
  const found = { commandId: told?.commandId, status: command.status, stream: told?.stream, seq: told?.seq };
  return differs(expected, found);
}

const seqAnswered = (command: CommandFound): number => {
  const seq = (command.answer as { answered?: { seq?: unknown } } | null)?.answered?.seq;
  return typeof seq === 'number' ? seq : 0;
};

const commandSaid = (command: CommandFound): { args: unknown } => ({ args: (command.args as { args?: unknown } | null)?.args });

const personOf = (args: readonly unknown[]): string | undefined => {
  const [first] = args;
  const person = typeof first === 'object' && first !== null ? (first as Record<string, unknown>)['personId'] : undefined;
  return typeof person === 'string' ? person : undefined;
};

function differs(expected: unknown, found: unknown): { expected: unknown; found: unknown } | undefined {
  return canonicalJson(plain(expected)) === canonicalJson(plain(found)) ? undefined : { expected, found };
}
/** As JSON would carry it: members without a value are absent. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
const iso = (at: number): string => new Date(at).toISOString();
