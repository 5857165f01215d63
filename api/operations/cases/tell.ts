/**
 * What can happen to a case at any time: a new fact, consent withdrawn, a withdrawal, a settlement, a ground for
 * suspension; and who takes the place of a party while it is suspended. Whether it is in time and whose it is to tell,
 * the case's workflow decides by law.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { successorInput } from '#api/contract/cases.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { inCase } from '#api/operations/access.ts';
import { namedSuccessor } from '#api/operations/cases/named-persons.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { Happening } from '#domain/case/happenings.ts';
import type { NameSuccessor, TellCase } from '#domain/messages/happenings.ts';
import { updates } from '#domain/messages/messages.ts';

export function tellCase(context: SignedInContext, input: { caseId: string; happening: Happening; of?: string | undefined }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'cases.tell', body: input,
    prepare: async (tx, commandId) => {
      await inCase(context, input.caseId, { do: 'tell-case' });
      const documents = 'documents' in input.happening ? input.happening.documents : [];
      await attachOwnFiles(tx, { personId: context.user.personId, commandId }, input.caseId, documents.map((fileId, at) => ({ path: `happening.documents.${at}`, fileId })), 'statement');
      const message: TellCase = { happening: input.happening, personId: context.user.personId, commandId, ...(input.of === undefined ? {} : { of: input.of }) };
      return { kind: 'update', workflowId: caseWorkflowId(input.caseId), update: updates.tellCase, args: [message] };
    },
  });
}

/** The person is made or known again in this transaction: names never enter a workflow. */
export function nameSuccessor(context: SignedInContext, input: z.infer<typeof successorInput>): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'cases.nameSuccessor', body: input,
    prepare: async (tx, commandId) => {
      await inCase(context, input.caseId, { do: 'name-successor' });
      const personId = await namedSuccessor(context, tx, (await context.courtNow()).now, input);
      const message: NameSuccessor = { out: input.participantId, successor: { participantId: randomUUID(), personId }, personId: context.user.personId, commandId };
      return { kind: 'update', workflowId: caseWorkflowId(input.caseId), update: updates.nameSuccessor, args: [message] };
    },
  });
}
