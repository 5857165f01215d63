/** Something that can happen to a case at any time, told by somebody; what the law refuses, the case refuses. */
import { changeableFacts, type Happening } from '#domain/case/happenings.ts';
import { groundsFor, isAboutSomebody } from '#domain/case/suspension.ts';
import { people, type TestCase } from '#workflows/testing/court.ts';
import type { Random } from '#workflows/testing/random.ts';

const reason = '按随机生成的案情告知法院';

export function randomHappening(random: Random, the: TestCase): { personId: string; happening: Happening } {
  const ofCourt = the.accepted ? random.pick([the.bench.presidingJudge, the.bench.clerk]) : people.clerk;
  const participant = random.pick(the.participants);
  const plaintiff = the.participants.find(({ role }) => role === 'plaintiff' || role === 'prosecutor')?.personId ?? participant.personId;
  const fact = random.pick(changeableFacts);
  switch (random.pick(['factRecorded', 'factClaimed', 'consentWithdrawn', 'withdrawalApplied', 'settled', 'groundReported', 'groundReported'] as const)) {
    // Mostly one that does not hold: a case that is always excluded would show nothing else.
    case 'factRecorded': return { personId: ofCourt, happening: { what: 'factRecorded', fact, holds: random.chance(0.3), reason } };
    case 'factClaimed': return { personId: participant.personId, happening: { what: 'factClaimed', fact, reason, documents: [] } };
    case 'consentWithdrawn': return { personId: participant.personId, happening: { what: 'consentWithdrawn', reason } };
    case 'withdrawalApplied': return { personId: plaintiff, happening: { what: 'withdrawalApplied', reason } };
    case 'settled': return { personId: participant.personId, happening: { what: 'settled', terms: reason, wish: random.pick(['withdrawal', 'mediationAgreement'] as const) } };
    case 'groundReported': {
      const ground = random.pick(groundsFor(the.filing.facts.caseType));
      const about = isAboutSomebody(ground) ? { participantId: participant.participantId } : {};
      return { personId: random.pick([ofCourt, participant.personId]), happening: { what: 'groundReported', ground, ...about, reason, documents: [] } };
    }
  }
}
