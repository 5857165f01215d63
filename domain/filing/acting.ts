/**
 * Who acts for a party (CPL-61, CPL-62). Any agent hands in evidence, says what there is to say of the other side's, takes
 * notice (CPL-88) and settles how the party attends. What disposes of the party's rights needs a special authority:
 * withdrawing, settling (CPL-62), and the consent to an online hearing, which gives up a way of proceeding. Without one
 * the party is asked. A party without an agent acts for itself.
 */
import type { CaseType, Participant } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { Authority } from './kinds.ts';

export const partyActs = ['evidence', 'notice', 'channel', 'consent', 'withdrawal', 'settlement'] as const;
export type PartyAct = (typeof partyActs)[number];

const needs: Record<PartyAct, Authority> = {
  evidence: 'general', notice: 'general', channel: 'general', consent: 'special', withdrawal: 'special', settlement: 'special',
};
/** Whether an authority of this kind is enough for the act. */
export const suffices = (authority: Authority, act: PartyAct): boolean => authority === 'special' || needs[act] === 'general';

const isAgentOf = ({ role, agency }: Participant, party: Participant): boolean => role === 'agent' && agency?.principals.includes(party.participantId) === true;

/** The person to ask: the first agent with the authority, else the party. */
export function actingFor(party: Participant, act: 'evidence' | 'consent', participants: readonly Participant[]): Participant {
  return participants.find((one) => isAgentOf(one, party) && one.agency !== undefined && suffices(one.agency.authority, act)) ?? party;
}

/** May this person do it for the party: the party itself, or its agent with the authority? Undefined for anybody else. */
export function mayActFor(party: Participant, personId: string, act: PartyAct, participants: readonly Participant[], caseType: CaseType): true | Refusal | undefined {
  if (party.personId === personId) return true;
  const agents = participants.filter((one) => one.personId === personId && isAgentOf(one, party));
  if (agents.length === 0) return undefined;
  return agents.some(({ agency }) => agency !== undefined && suffices(agency.authority, act)) ? true : specialNeeded(caseType);
}

/** Did this person apply for the party: the party itself, or its agent with special authority (G1)? */
export const appliedFor = (party: Participant, personId: string, participants: readonly Participant[]): boolean =>
  mayActFor(party, personId, 'consent', participants, 'civil') === true;

const authorityArticles: Record<CaseType, readonly ArticleId[]> = { civil: ['CPL-62'], administrative: ['APL-31', 'CPL-62'], criminal: ['CRPL-46'] };

/** CPL-62: 必须有委托人的特别授权. */
export const specialNeeded = (caseType: CaseType): Refusal => ({
  code: 'special-authority-needed', articles: authorityArticles[caseType],
  message: { zh: '此事项须有委托人的特别授权；您是一般授权，请由当事人本人办理，或者提交特别授权的委托书。', en: 'This needs a special authority; yours is general. The party does it, or hands in a power of attorney that says so.' },
});

/** For whom an agent does it, when it acts for several. */
export const principalNotChosen: Refusal = {
  code: 'principal-not-chosen', articles: ['CPL-62'],
  message: { zh: '您代理多名当事人，请选择代理哪一方办理。', en: 'You act for several parties: say for which of them.' },
};
