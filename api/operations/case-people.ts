/** The people of a case change: each operation says it to the case's workflow, which decides whether it is in time and lawful. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from '#api/commands.ts';
import type { CasePeopleView } from '#api/contract/case-people.ts';
import type { CommandAnswer } from '#api/contract/shared.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound } from '#api/errors.ts';
import { signedIn } from '#api/operation.ts';
import { inCase, viewerOf } from '#api/operations/access.ts';
import { personNamed, type NamedByAnother } from '#api/operations/cases/named-person.ts';
import { attachOwnFiles } from '#api/operations/own-files.ts';
import { invitationsOf, partyOfPerson, recusalsOf } from '#db/queries/case-people.ts';
import { may, type Operation, type Standing } from '#domain/access/policy.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { ChangePeople } from '#domain/messages/people.ts';
import { updates, type Actor } from '#domain/messages/messages.ts';
import type { AgentKind } from '#domain/filing/kinds.ts';
import type { InvitedRole } from '#domain/people/roles.ts';
import type { RecusalGround } from '#domain/court/recusal.ts';

export async function getCasePeople(context: SignedInContext, caseId: string): Promise<CasePeopleView> {
  const standing = await inCase(context, caseId, { do: 'see-case' });
  const allowed = (operation: Operation) => may(viewerOf(context.user), standing, operation).allowed;
  const participant = standing.relation === 'participant';
  return {
    recusals: await recusalsOf(context.sql, caseId, context.user.personId, !participant),
    invitations: participant ? [] : await invitationsOf(context.sql, caseId),
    may: {
      applyForRecusal: allowed({ do: 'apply-for-recusal' }), askReplacement: allowed({ do: 'ask-replacement' }), invite: allowed({ do: 'invite' }),
      changeRepresentative: allowed({ do: 'change-representative' }) && (await partyOfPerson(context.sql, caseId, context.user.personId)) !== null,
    },
  };
}

export const applyForRecusal = (context: SignedInContext, input: { caseId: string; of: string; ground: RecusalGround; reason: string }): Promise<CommandAnswer> =>
  change(context, 'casePeople.applyForRecusal', input, { do: 'apply-for-recusal' }, async (actor) => ({ ...actor, what: 'recusal', of: input.of, ground: input.ground, reason: input.reason }));

export const askReplacement = (context: SignedInContext, input: { caseId: string; of: string; reason: string }): Promise<CommandAnswer> =>
  change(context, 'casePeople.askReplacement', input, { do: 'ask-replacement' }, async (actor) => ({ ...actor, what: 'replacement', of: input.of, reason: input.reason }));

export const invite = (context: SignedInContext, input: { caseId: string; role: InvitedRole; reason: string } & NamedByAnother): Promise<CommandAnswer> =>
  change(context, 'casePeople.invite', input, { do: 'invite' }, async (actor, tx) => ({
    ...actor, what: 'invitation', reason: input.reason, participant: { participantId: randomUUID(), personId: await personNamed(context, tx, input), role: input.role },
  }));

export const appointAgent = (context: SignedInContext, input: { caseId: string; kind: AgentKind; instead?: string | undefined; powerOfAttorney: string } & NamedByAnother): Promise<CommandAnswer> =>
  change(context, 'casePeople.appointAgent', input, { do: 'change-representative' }, async (actor, tx) => {
    const party = await ownParty(context, input.caseId);
    await attachOwnFiles(tx, actor, input.caseId, [{ path: 'powerOfAttorney', fileId: input.powerOfAttorney }], 'filing');
    return {
      ...actor, what: 'appointment', party, agent: { participantId: randomUUID(), personId: await personNamed(context, tx, input), role: 'agent' },
      kind: input.kind, powerOfAttorney: input.powerOfAttorney, ...(input.instead === undefined ? {} : { instead: input.instead }),
    };
  });

export const dismissAgent = (context: SignedInContext, input: { caseId: string; participantId: string; reason: string }): Promise<CommandAnswer> =>
  change(context, 'casePeople.dismissAgent', input, { do: 'change-representative' }, async (actor) =>
    ({ ...actor, what: 'dismissal', party: await ownParty(context, input.caseId), agent: input.participantId, reason: input.reason }));

async function ownParty(context: SignedInContext, caseId: string): Promise<string> {
  const party = await partyOfPerson(context.sql, caseId, context.user.personId);
  if (party === null) throw notFound();
  return party;
}

function change(
  context: SignedInContext, operation: string, input: { caseId: string }, asks: Operation, says: (actor: Actor, tx: Transaction, standing: Standing) => Promise<ChangePeople>,
): Promise<CommandAnswer> {
  return context.commands.send(context, {
    operation, body: input,
    prepare: async (tx, commandId) => {
      const standing = await inCase(context, input.caseId, asks);
      const message = await says({ personId: context.user.personId, commandId }, tx, standing);
      return { kind: 'update', workflowId: caseWorkflowId(input.caseId), update: updates.changePeople, args: [message] };
    },
  });
}

export const casePeople = {
  get: signedIn.casePeople.get.handler(({ input, context }) => getCasePeople(context, input.caseId)),
  applyForRecusal: signedIn.casePeople.applyForRecusal.handler(({ input, context }) => applyForRecusal(context, input)),
  askReplacement: signedIn.casePeople.askReplacement.handler(({ input, context }) => askReplacement(context, input)),
  invite: signedIn.casePeople.invite.handler(({ input, context }) => invite(context, input)),
  appointAgent: signedIn.casePeople.appointAgent.handler(({ input, context }) => appointAgent(context, input)),
  dismissAgent: signedIn.casePeople.dismissAgent.handler(({ input, context }) => dismissAgent(context, input)),
};
