/**
 * Somebody comes into the case or leaves it, in whatever stage. Who comes while a hearing is prepared or held gets its
 * notice, and the clerk verifies the identity; who leaves has nothing more to do in it.
 */
import type { Participant } from '#domain/case/types.ts';
import type { ParticipantId } from '#domain/case/ids.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import { court, documents } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { tellHearing } from './hearing-people.ts';
import { askIdentity } from './preparation.ts';
import { tellLivestreams } from './livestream.ts';

export async function joins(the: CourtCase, participant: Participant, how: 'invited' | 'appointed', articles: readonly ArticleId[], of?: ParticipantId): Promise<void> {
  the.participants.push(participant);
  the.journal.note('participant-joined', { participant, how, articles, ...(of === undefined ? {} : { of }) });
  const { stage } = the.people;
  // Before the scheduling everybody is noticed with the others; after the hearing there is none to come to.
  if (stage !== 'preparation' && stage !== 'hearing') return;
  // CPL-153: what was booked is cancelled, and nothing is asked while the case stands still; for the next session everybody is noticed.
  if (the.suspended) return;
  const { hearing } = the;
  await tellLivestreams(the, { by: participant.personId, reason: '诉讼参与人变更', participants: the.participants });
  the.people.onJoined?.(participant);
  await tellHearing(the, { what: 'joined', participant });
  // The notice names its people from PostgreSQL.
  await the.journal.settled();
  await the.steps.attempt('bookParticipant', court.bookParticipant, { caseId: the.filing.caseId, hearingId: hearing.hearingId, participant });
  const issued = await the.steps.attempt('issueNotices', documents.issueNotices, { caseId: the.filing.caseId, hearing, participants: [participant] });
  if (issued.done) for (const notice of issued.value) the.journal.note('notice-issued', { hearingId: hearing.hearingId, ...notice });
  // Cancelled or over meanwhile: there is nothing to come to.
  if (stage !== 'hearing' || the.suspended || the.notHeld.has(hearing.hearingId)) return;
  // G5: the hearing runs already; the clerk verifies before the newcomer is heard.
  the.accompany(async () => {
    await askIdentity(the, hearing, participant, { dueAt: Date.parse(hearing.endsAt), endsWhenOverdue: true });
  });
}

export async function leaves(the: CourtCase, participant: Participant, reason: string, articles: readonly ArticleId[]): Promise<void> {
  const { participantId, personId } = participant;
  const at = the.participants.findIndex((one) => one.participantId === participantId);
  if (at < 0) return;
  the.participants.splice(at, 1);
  the.journal.note('participant-left', { participant, reason, articles });
  // First that nobody waits for them any more, then their tasks: a stage must not take that for an answer.
  the.people.tellLeft(participantId);
  // What an agent had to do for a party, the party's next agent does, or the party.
  for (const party of the.parties) {
    for (const act of ['evidence', 'consent'] as const) {
      the.tasks.reassign(personId, the.forParty(party, act).personId, (task) =>
        task.assignee.role === 'participant' && task.assignee.participantId === party.participantId && (task.kind === 'consent-online') === (act === 'consent'));
    }
  }
  the.tasks.withdrawAll(reason, (task) => task.assignee.participantId === participantId || (task.assignee.role === 'participant' && task.assignee.personId === personId));
  await tellHearing(the, { what: 'left', participantId });
  const hearing = the.hearings.at(-1);
  if (hearing) await the.steps.attempt('freeParticipant', court.freeParticipant, { hearingId: hearing.hearingId, personId });
}
