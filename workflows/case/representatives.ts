/** CPL-62, CPL-63: a party names another agent or ends an authority; the clerk verifies, the court tells the others. */
import type { ChangePeople } from '#domain/messages/people.ts';
import type { Participant } from '#domain/case/types.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { articlesOn } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { joins, leaves } from './participants.ts';

type Asked<W extends ChangePeople['what']> = Extract<ChangePeople, { what: W }>;

export function appointment(the: CourtCase, { party, agent: named, kind, instead, powerOfAttorney, personId }: Asked<'appointment'>): number {
  const agent: Participant = { ...named, agency: { principals: [party], kind, authority: 'general', powerOfAttorney } };
  the.people.verifying.add(agent.personId);
  const seq = the.journal.note('representative-asked', { party, agent, ends: false, powerOfAttorney, by: personId, ...(instead === undefined ? {} : { instead }) });
  the.accompany(async () => {
    const verified = await verification(the, { party, agent, powerOfAttorney, ...(instead === undefined ? {} : { instead }) });
    the.people.verifying.delete(agent.personId);
    if (!verified) return;
    const former = the.participants.find((one) => one.participantId === instead);
    if (former) await leaves(the, former, '当事人变更诉讼代理人', verified.articles);
    // CPL-62: the authority as the clerk read it in the power of attorney.
    await joins(the, { ...agent, agency: { principals: [party], kind, authority: verified.authority, powerOfAttorney } }, 'appointed', verified.articles, party);
    await told(the, { agent, ...(former ? { former } : {}) });
  });
  return seq;
}

export function dismissal(the: CourtCase, { party, agent: participantId, reason, personId }: Asked<'dismissal'>): number {
  const agent = the.participants.find((one) => one.participantId === participantId) as Participant;
  the.people.verifying.add(agent.personId);
  const seq = the.journal.note('representative-asked', { party, agent, ends: true, reason, by: personId });
  the.accompany(async () => {
    const verified = await verification(the, { party, agent, ends: true, reason });
    the.people.verifying.delete(agent.personId);
    if (!verified) return;
    await leaves(the, agent, '当事人解除委托', verified.articles);
    await told(the, { former: agent });
  });
  return seq;
}

/** The articles under which it takes effect, and the authority; undefined when the clerk refused it. */
async function verification(the: CourtCase, about: { party: string; agent: Participant; instead?: string; powerOfAttorney?: string; ends?: boolean; reason?: string }) {
  const { agent, ...facts } = about;
  const verified = await the.tasks.open('verify-representative', {
    assignee: the.forClerk(), facts: { ...facts, agentPersonId: agent.personId, agent: agent.participantId },
    check: (outcome) => (outcome.decision === 'verified' && (outcome.authority === 'authorityEnded') !== (about.ends === true) ? otherAuthority : undefined),
  }).ended;
  if (verified.how !== 'answered') return undefined;
  if (verified.outcome.decision === 'rejected') {
    the.journal.note('representative-refused', { party: about.party, agent, reason: verified.outcome.reason, by: verified.by });
    return undefined;
  }
  return {
    articles: articlesOn(dayOf(the.clock.now()), 'G5', 'CPL-62', 'CPL-63'),
    authority: verified.outcome.authority === 'specialAuthority' ? 'special' as const : 'general' as const,
  };
}

/** CPL-63: 由人民法院通知对方当事人. */
async function told(the: CourtCase, change: { agent?: Participant; former?: Participant }): Promise<void> {
  await the.journal.settled();
  await the.steps.attempt('tellRepresentative', court.tellRepresentative, { caseId: the.filing.caseId, ...change });
}

/** CPL-62, CPL-63: who is appointed gets an authority; one that is ended is neither general nor special. */
const otherAuthority: Refusal = {
  code: 'authority-does-not-fit', articles: ['CPL-62', 'CPL-63'],
  message: { zh: '委托代理人的，请选择一般授权或者特别授权；解除委托的，只能确认代理权已解除。', en: 'For an appointment say whether the authority is general or special; for its end only that it has ended.' },
};
