/** G3: the judge or the clerk invites a prosecutor, defender, witness, interpreter or place of detention; who accepts takes part from then on. */
import type { ChangePeople } from '#domain/messages/people.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { articlesOn } from '#domain/law/articles.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { joins } from './participants.ts';

export function invitation(the: CourtCase, { participant, reason, personId }: Extract<ChangePeople, { what: 'invitation' }>): number {
  const articles = articlesOn(dayOf(the.clock.now()), 'G3', ...(participant.role === 'witness' ? (['CPL-75'] as const) : participant.role === 'detentionPlace' ? (['ONL-37'] as const) : []));
  the.people.invited.set(participant.participantId, participant);
  const seq = the.journal.note('person-invited', { participant, by: personId, reason, articles });
  the.accompany(async () => {
    const task = the.tasks.open('accept-invitation', {
      assignee: { role: 'participant', personId: participant.personId }, facts: { role: participant.role, reason, invitedBy: personId }, endsWhenOverdue: true,
    });
    await the.steps.attempt('sendInvitation', court.sendInvitation, { caseId: the.filing.caseId, participant, taskId: task.taskId });
    const answer = await task.ended;
    the.people.invited.delete(participant.participantId);
    if (answer.how !== 'answered') {
      the.journal.note('invitation-ended', { participant, how: answer.how === 'overdue' ? 'lapsed' : 'withdrawn', reason: answer.how === 'overdue' ? '逾期未答复' : answer.why });
      return;
    }
    const { outcome } = answer;
    if (outcome.decision === 'decline') {
      the.journal.note('invitation-ended', { participant, how: 'declined', reason: outcome.reason });
      return;
    }
    await joins(the, participant, 'invited', articles);
  });
  return seq;
}
