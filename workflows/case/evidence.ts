/** G8: each party submits; then each confirms the authenticity of the other side's items. Silence does not block. */
import { uuid4 } from '@temporalio/workflow';
import type { EvidenceItem, Participant } from '#domain/case/types.ts';
import type { StageExit } from '#domain/case/stages.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { CourtCase } from './court-case.ts';

export async function evidence(courtCase: CourtCase): Promise<StageExit<'evidence'>> {
  await Promise.all(courtCase.parties.map((party) => submission(courtCase, party)));
  await Promise.all(courtCase.parties.map((party) => confirmation(courtCase, party)));
  return 'exchanged';
}

async function submission(courtCase: CourtCase, party: Participant): Promise<void> {
  const submitted = await courtCase.tasks.open('submit-evidence', {
    assignee: courtCase.forParty(party, 'evidence'), endsWhenOverdue: true,
  }).ended;
  if (submitted.how !== 'answered' || submitted.outcome.items.length === 0) return;
  const items: EvidenceItem[] = submitted.outcome.items.map((item) => ({ ...item, evidenceId: uuid4(), submittedBy: party.participantId }));
  courtCase.evidence.push(...items);
  courtCase.journal.note('evidence-submitted', { items, by: party.participantId });
}

async function confirmation(courtCase: CourtCase, party: Participant): Promise<void> {
  const items = courtCase.evidence.filter((item) => item.submittedBy !== party.participantId);
  if (items.length === 0) return;
  await courtCase.tasks.open('confirm-evidence', {
    assignee: courtCase.forParty(party, 'evidence'),
    facts: { items },
    endsWhenOverdue: true,
    check: ({ opinions }) => eachOnce(items, opinions.map((opinion) => opinion.evidenceId)),
  }).ended;
}

/** An opinion on each item, and on nothing else. */
function eachOnce(items: EvidenceItem[], answered: string[]): Refusal | undefined {
  const missing = items.filter((item) => answered.filter((id) => id === item.evidenceId).length !== 1);
  const foreign = answered.filter((id) => !items.some((item) => item.evidenceId === id));
  if (missing.length === 0 && foreign.length === 0) return undefined;
  return {
    code: 'opinion-on-each-item', articles: ['G8'],
    message: { zh: '须对对方每一项证据逐一发表意见。', en: 'Give an opinion on each item of the other side, once.' },
    data: { missing: missing.map((item) => item.evidenceId), foreign },
  };
}
