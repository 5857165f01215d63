/**
 * G3: filing online. The person has been verified by their real name; the others are named with their identity numbers,
 * which are checked and, where the register knows them, verified. What was typed stays in PostgreSQL; the workflow gets
 * ids and legal facts.
 *
 * One transaction holds persons, text, files and the command that starts the workflow: dying before its end leaves
 * nothing, dying after it starts the case later.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Transaction } from '#api/commands.ts';
import type { filingInput } from '#api/contract/cases.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid } from '#api/errors.ts';
import { ensure } from '#api/operations/access.ts';
import { namedPersons } from '#api/operations/cases/named-persons.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { filings } from '#db/schema/cases.ts';
import { checkCause } from '#domain/law/causes/causes.ts';
import { caseWorkflowId, courtTaskQueue } from '#domain/case/ids.ts';
import type { CaseInput } from '#domain/messages/messages.ts';
import type { Filing } from '#domain/case/types.ts';

export type FilingInput = z.infer<typeof filingInput>;

export async function fileCase(context: SignedInContext, input: FilingInput): Promise<CommandAnswer & { caseId: string }> {
  const answer = await context.commands.send(context, {
    operation: 'cases.file', body: input,
    prepare: async (tx) => {
      ensure(context, null, { do: 'file-case' });
      const caseId = randomUUID();
      const { now, offsetMs } = await context.courtNow();
      const filing = await keepFiling(context, tx, caseId, now, input);
      const start: CaseInput = { filing, clockOffsetMs: offsetMs };
      return { kind: 'start', workflowId: caseWorkflowId(caseId), workflowType: 'courtCase', taskQueue: courtTaskQueue, args: [start], seq: 1, result: { caseId } };
    },
  });
  return { ...answer, caseId: (answer.result as { caseId: string }).caseId };
}

async function keepFiling(context: SignedInContext, tx: Transaction, caseId: string, now: Date, input: FilingInput): Promise<Filing> {
  const { personId } = context.user;
  const cause = checkCause('civil', input.causeOfAction);
  if (!cause.ok) throw invalid([{ path: 'causeOfAction', message: cause.message }]);
  const others = await namedPersons(context, tx, now, input);
  await attachOwnFiles(tx, personId, caseId, input.materials.map((fileId, at) => ({ path: `materials.${at}`, fileId })));
  await tx.insert(filings).values({
    caseId, filedBy: personId, causeOfAction: cause.value.name.zh, claims: input.claims, factsAndReasons: input.factsAndReasons, filedAt: now,
  });
  return {
    caseId,
    filedBy: personId,
    participants: [{ participantId: randomUUID(), personId, role: input.filedAs }, ...others.map((other) => ({ participantId: randomUUID(), ...other }))],
    // The public files civil cases here; the court adds what it finds (a bad social effect) by its own decisions.
    facts: { caseType: 'civil', minorDefendant: false, badSocialEffect: false, ...input.facts },
    materials: input.materials,
    appliesForOnline: input.appliesForOnline,
  };
}
