/** What somebody begins beside the stages: a recusal, an invitation, evidence, another agent. The law may refuse it. */
import { randomUUID } from 'node:crypto';
import { judgesOf, type Participant } from '#domain/case/types.ts';
import { recusalGrounds } from '#domain/court/recusal.ts';
import type { EvidenceAct } from '#domain/evidence/acts.ts';
import { agentKinds } from '#domain/filing/kinds.ts';
import { updates } from '#domain/messages/messages.ts';
import type { ChangePeople } from '#domain/messages/people.ts';
import { invitedRoles, isParty } from '#domain/people/roles.ts';
import type { Random } from '#workflows/testing/random.ts';
import type { TestCase } from '#workflows/testing/court.ts';

const reason = '按随机生成的案情提出';

export type Beginning = { update: typeof updates.changePeople | typeof updates.actOnEvidence; message: object };

/** Undefined where nobody can begin anything of the kind that chance picked. */
export function randomBeginning(random: Random, the: TestCase): Beginning | undefined {
  // Before there is a bench there is nothing to begin.
  if (!the.accepted) return undefined;
  const party = random.pick(the.participants.filter(({ role }) => isParty(role)));
  switch (random.pick(['recusal', 'replacement', 'invitation', 'appointment', 'dismissal', 'offer', 'offer', 'askGuidance'] as const)) {
    case 'recusal': return people(party.personId, { what: 'recusal', of: someoneOfTheBench(random, the), ground: random.pick(recusalGrounds), reason });
    case 'replacement': return people(the.bench.clerk, { what: 'replacement', of: someoneOfTheBench(random, the), reason });
    case 'invitation': return people(random.pick([the.bench.presidingJudge, the.bench.clerk]), { what: 'invitation', participant: newcomer(random.pick(invitedRoles)), reason });
    case 'appointment': return people(party.personId, {
      what: 'appointment', party: party.participantId, agent: newcomer('agent'), kind: random.pick(agentKinds), powerOfAttorney: randomUUID(), ...insteadOf(random, the, party),
    });
    case 'dismissal': {
      const agent = agentOf(the, party);
      return agent && people(party.personId, { what: 'dismissal', party: party.participantId, agent: agent.participantId, reason });
    }
    case 'offer': return evidence(party, { what: 'offer', items: [{ title: '补充证据', source: '当事人', proves: '待证事实', fileId: randomUUID() }], lateReason: reason });
    case 'askGuidance': return evidence(party, { what: 'askGuidance', about: reason, callBack: 'phone' });
  }
}

const people = (personId: string, change: WithoutActor<ChangePeople>): Beginning => ({ update: updates.changePeople, message: { ...change, personId, commandId: randomUUID() } });
const evidence = ({ personId }: Participant, act: EvidenceAct): Beginning => ({ update: updates.actOnEvidence, message: { act, personId, commandId: randomUUID() } });
type WithoutActor<T> = T extends unknown ? Omit<T, 'personId' | 'commandId'> : never;

const newcomer = (role: Participant['role']): Participant => ({ participantId: randomUUID(), personId: randomUUID(), role });
const someoneOfTheBench = (random: Random, { bench }: TestCase): string => random.pick([...judgesOf(bench), bench.clerk, ...(bench.technician === undefined ? [] : [bench.technician])]);
const agentOf = (the: TestCase, { participantId }: Participant): Participant | undefined => the.participants.find(({ role, agency }) => role === 'agent' && (agency?.principals.includes(participantId) ?? true));

function insteadOf(random: Random, the: TestCase, party: Participant): { instead?: string } {
  const agent = random.chance(0.5) ? agentOf(the, party) : undefined;
  return agent ? { instead: agent.participantId } : {};
}
