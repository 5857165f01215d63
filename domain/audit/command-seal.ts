/**
 * Commands that no workflow took (refused before, or still pending) leave nothing in Temporal's history. What they were is
 * kept by two keyed hashes, over the row as it was given and as it was answered, and that they were by a number that each
 * person's commands bear: whoever has the database and not the court's key cannot change, delete or invent one unseen.
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
}

/** What the first seal covers: the command as it was given. */
export const givenText = ({ id, personId, number, operation, bodyHash, workflowId, update, args, createdAt }: Pick<SealedCommand, 'id' | 'personId' | 'number' | 'operation' | 'bodyHash' | 'workflowId' | 'update' | 'args' | 'createdAt'>): string =>
  canonicalJson(plain({ given: { id, personId, number, operation, bodyHash, workflowId, update, args, createdAt } }));

/** What the second seal covers: how it was answered. */
export const answeredText = ({ id, status, answer, answeredAt }: Pick<SealedCommand, 'id' | 'status' | 'answer' | 'answeredAt'>): string =>
  canonicalJson(plain({ answered: { id, status, answer, answeredAt } }));

/** Whether a seal is the court's over that text; given by the caller, since keys are not the domain's. */
export type CheckSeal = (text: string, seal: string) => boolean;

/** The commands of one case. `since`: when the court began to seal commands; earlier ones may lack it. */
export function auditSeals(commands: readonly SealedCommand[], since: string | null, check: CheckSeal): AuditFinding[] {
  return commands.flatMap((command): AuditFinding[] => {
    const found = (kind: AuditFinding['kind'], what: unknown): AuditFinding[] => [{ kind, stream: command.workflowId ?? '', subject: command.id, found: what }];
    const { personId, operation, state, status } = command;
    // One that is counted was sealed; one that is not is older than the first that was, or nobody's.
    if (command.seal === null) return command.number !== null || (since !== null && command.createdAt >= since) ? found('command-unsealed', { personId, operation, state, createdAt: command.createdAt }) : [];
    if (!check(givenText(command), command.seal)) return found('command-forged', { personId, operation, workflowId: command.workflowId, update: command.update, createdAt: command.createdAt });
    const answered = command.state === 'answered';
    if (answered !== (command.answerSeal !== null) || (command.answerSeal !== null && !check(answeredText(command), command.answerSeal))) return found('command-forged', { personId, operation, state, status, answer: command.answer });
    return [];
  });
}

export interface NumberedPerson { personId: string; /** Of all their commands that there are, in any order. */ numbers: readonly number[]; /** As `command_heads` counts; undefined where it does not know the person. */ head: number | undefined; /** As the newest anchor has it. */ anchored?: number }

/** Every number from 1 to the head, each once. Numbers that an anchor knows must be there too. */
export function auditNumbering(persons: readonly NumberedPerson[]): AuditFinding[] {
  return persons.flatMap(({ personId, numbers, head, anchored }): AuditFinding[] => {
    const seen = new Set(numbers);
    const last = Math.max(head ?? 0, anchored ?? 0, ...numbers);
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter((number) => !seen.has(number));
    const found = (expected: unknown, what: unknown): AuditFinding => ({ kind: 'command-gap', stream: '', subject: personId, expected, found: what });
    return [
      ...missing.slice(0, 20).map((number) => found(number, null)),
      ...(seen.size < numbers.length ? [found('each number once', numbers.filter((number, at) => numbers.indexOf(number) !== at))] : []),
      ...(numbers.length > 0 && head !== Math.max(...numbers) && missing.length === 0 ? [found({ head: Math.max(...numbers) }, { head: head ?? null })] : []),
    ];
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
