/**
 * G8: what a party or the court does with evidence, before the hearing and in it. Whether it is in time, whose the item
 * is and what the phase allows, the case's workflow decides; the files must be the person's own.
 */
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { inCase } from '#api/operations/access.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { EvidenceAct } from '#domain/evidence/acts.ts';
import { updates, type ActOnEvidence } from '#domain/messages/messages.ts';

export function actOnEvidence(context: SignedInContext, input: { caseId: string; act: EvidenceAct }): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation: 'evidence.act', body: input,
    prepare: async (tx, commandId) => {
      const { caseId, act } = input;
      await inCase(context, caseId, { do: 'act-on-evidence', act: act.what });
      await attachOwnFiles(tx, { personId: context.user.personId, commandId }, caseId, filesOf(act), 'evidence');
      const message: ActOnEvidence = { personId: context.user.personId, commandId, act };
      return { kind: 'update', workflowId: caseWorkflowId(caseId), update: updates.actOnEvidence, args: [message] };
    },
  });
}

function filesOf(act: EvidenceAct): { path: string; fileId: string }[] {
  switch (act.what) {
    case 'offer': return act.items.map(({ fileId }, at) => ({ path: `act.items.${at}.fileId`, fileId }));
    case 'replace': return [{ path: 'act.item.fileId', fileId: act.item.fileId }];
    case 'withdraw': case 'opinion': case 'present': case 'examine': case 'setPeriod': case 'askGuidance': return [];
  }
}
