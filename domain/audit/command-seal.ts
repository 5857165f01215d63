/**
 * Commands that no workflow took (refused before, or still pending) leave nothing in Temporal's history. What they were is
 * kept by keyed hashes, over the row as it was given, as it was sent and as it was answered, and that they were by a number that
 * each person's commands bear, whose last one is sealed too: whoever has the database and not the court's key cannot change, delete or invent one unseen.
 */
import type { AuditFinding } from '#domain/audit/audit-stream.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';

/** A command as the seals cover it. */
export interface SealedCommand {
  id: string;
  personId: string;
  /** Null for one from before commands were numbered. */
  number: number | null;
  operation: string;
  bodyHash: string;
  workflowId: string | null;
  update: string | null;
  args: unknown;
  /** ISO 8601, milliseconds. */
  createdAt: string;
  state: string;
  status: number | null;
  answer: unknown;
  answeredAt: string | null;
  seal: string | null;
  answerSeal: string | null;
  attempts: number;
  lastSentAt: string | null;
  sentSeal: string | null;
}

/** What the first seal covers: the command as it was given. */
export const givenText = ({ id, personId, number, operation, bodyHash, workflowId, update, args, createdAt }: Pick<SealedCommand, 'id' | 'personId' | 'number' | 'operation' | 'bodyHash' | 'workflowId' | 'update' | 'args' | 'createdAt'>): string =>
  canonicalJson(plain({ given: { id, personId, number, operation, bodyHash, workflowId, update, args, createdAt } }));

/** What the second seal covers: how it was answered. */
export const answeredText = ({ id, status, answer, answeredAt }: Pick<SealedCommand, 'id' | 'status' | 'answer' | 'answeredAt'>): string =>
  canonicalJson(plain({ answered: { id, status, answer, answeredAt } }));

/** What the third seal covers: how often it was sent, and whether it still waits for an answer. */
export const sentText = ({ id, state, attempts, lastSentAt }: Pick<SealedCommand, 'id' | 'state' | 'attempts' | 'lastSentAt'>): string =>
  canonicalJson(plain({ sent: { id, state, attempts, lastSentAt } }));

/** What the seal of a person's count covers. */
export const headText = (personId: string, number: number): string => canonicalJson({ head: { personId, number } });

/** Whether a seal is the court's over that text; given by the caller, since keys are not the domain's. */
export type CheckSeal = (text: string, seal: string) => boolean;

/** When the court began to seal commands, and their sendings; earlier ones may lack it. */
export interface SealedSince { given: string | null; sent: string | null }

/** The commands of one case. */
export function auditSeals(commands: readonly SealedCommand[], since: SealedSince, check: CheckSeal): AuditFinding[] {
  return commands.flatMap((command): AuditFinding[] => {
    const found = (kind: AuditFinding['kind'], what: unknown): AuditFinding[] => [{ kind, stream: command.workflowId ?? '', subject: command.id, found: what }];
    const { personId, operation, state, status } = command;
    // One that is counted was sealed; one that is not is older than the first that was, or nobody's.
    if (command.seal === null) return command.number !== null || (since.given !== null && command.createdAt >= since.given) ? found('command-unsealed', { personId, operation, state, createdAt: command.createdAt }) : [];
    if (!check(givenText(command), command.seal)) return found('command-forged', { personId, operation, workflowId: command.workflowId, update: command.update, createdAt: command.createdAt });
    const answered = command.state === 'answered';
    const answeredNothing = !answered && (status !== null || command.answer !== null || command.answeredAt !== null);
    if (answeredNothing || answered !== (command.answerSeal !== null) || (command.answerSeal !== null && !check(answeredText(command), command.answerSeal))) return found('command-forged', { personId, operation, state, status, answer: command.answer });
    const sentUnsealed = command.sentSeal === null && since.sent !== null && command.createdAt >= since.sent;
    if (sentUnsealed || (command.sentSeal !== null && !check(sentText(command), command.sentSeal))) return found('command-forged', { personId, operation, state, attempts: command.attempts, lastSentAt: command.lastSentAt });
    return [];
  });
}

export interface NumberedPerson { personId: string; /** Of all their commands that there are, in any order. */ numbers: readonly number[]; /** As `command_heads` counts; undefined where it does not know the person. */ head: number | undefined; /** Over the count; null: it bears none. Absent: not looked at. */ headSeal?: string | null; /** As the newest anchor has it. */ anchored?: number }

/** In the place of a person: how many people there are whose commands are counted, so that none of them goes with all their commands. */
export const everybody = '00000000-0000-0000-0000-000000000000';

/** @param counted people with a count. @param head what was sealed of their number; undefined: nothing */
export function auditPersons(counted: number, head: { number: number; seal: string | null } | undefined, check: CheckSeal): AuditFinding[] {
  if (counted === 0 && head === undefined) return [];
  const right = head !== undefined && head.number === counted && head.seal !== null && check(headText(everybody, head.number), head.seal);
  return right ? [] : [{ kind: 'command-gap', stream: '', subject: everybody, expected: { people: head?.number ?? null }, found: { people: counted } }];
}

/** Every number from 1 to the head, each once, and the head is what was sealed. Numbers that an anchor knows must be there too. */
export function auditNumbering(persons: readonly NumberedPerson[], check?: CheckSeal): AuditFinding[] {
  return persons.flatMap(({ personId, numbers, head, headSeal, anchored }): AuditFinding[] => {
    const seen = new Set(numbers);
    const last = Math.max(head ?? 0, anchored ?? 0, ...numbers);
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !seen.has(number));
    const found = (expected: unknown, what: unknown): AuditFinding => ({ kind: 'command-gap', stream: '', subject: personId, expected, found: what });
    const forged = check !== undefined && head !== undefined && headSeal !== undefined && (headSeal === null || !check(headText(personId, head), headSeal));
    return [
      ...(forged ? [found('the count that was sealed', { head })] : []),
      ...missing.slice(0, 20).map((number) => found(number, null)),
      ...(seen.size < numbers.length ? [found('each number once', numbers.filter((number, at) => numbers.indexOf(number) !== at))] : []),
      ...(numbers.length > 0 && head !== Math.max(...numbers) && missing.length === 0 ? [found({ head: Math.max(...numbers) }, { head: head ?? null })] : []),
    ];
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
