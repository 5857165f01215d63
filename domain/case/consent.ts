import type { ParticipantId } from '#domain/case/ids.ts';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { articlesOn } from '#domain/law/articles.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';

/**
 * How a case comes to be heard online (G1): the parties apply and the court permits, or the court proposes and
 * every party consents. One refusal moves it offline. Silence is never consent.
 */

/** What one party has said so far. `applied`: asked for it without being asked. */
export type PartyAnswer =
  | { readonly participantId: ParticipantId; readonly answer: 'applied' | 'consented' | 'none' | 'noneInTime' }
  | { readonly participantId: ParticipantId; readonly answer: 'refused' | 'withdrawn'; readonly reason: string };

/** What the court has said so far. */
export type CourtAnswer =
  | { readonly answer: 'none' | 'permitted' | 'proposed' }
  | { readonly answer: 'refused'; readonly reason: string };

export type OfflineCode = 'party-refused' | 'party-withdrew' | 'party-silent' | 'court-refused' | 'nobody-to-ask';

export type ConsentDecision =
  /** Decided: online. */
  | { readonly state: 'online'; readonly path: 'appliedAndPermitted' | 'proposedAndConsented' }
  /** Decided: offline, with the reason; `by` is the party on whom it turned. */
  | { readonly state: 'offline'; readonly code: OfflineCode; readonly by?: ParticipantId; readonly reason?: string; readonly message: Words }
  /** Not decided: whom the court still has to hear. Ask the court first whether to permit or to propose. */
  | { readonly state: 'waiting'; readonly forCourt: 'permit' | 'propose' | null; readonly forParties: readonly ParticipantId[] };

const words: Record<OfflineCode, Words> = {
  'party-refused': { zh: '一方当事人不同意在线审理，转为线下审理。', en: 'A party does not consent; the case continues offline.' },
  'party-withdrew': { zh: '一方当事人撤回同意，转为线下审理。', en: 'A party withdrew consent; the case continues offline.' },
  'party-silent': { zh: '一方当事人逾期未答复，不视为同意，转为线下审理。', en: 'A party did not answer in time, which is not consent; the case continues offline.' },
  'court-refused': { zh: '法院未准许在线审理，转为线下审理。', en: 'The court did not permit it; the case continues offline.' },
  'nobody-to-ask': { zh: '没有可以征求意见的当事人，转为线下审理。', en: 'There is no party to ask; the case continues offline.' },
};

/** What the decision says when the case goes offline. */
export const offlineWords: readonly Words[] = Object.values(words);

/**
 * Decides from all parties' answers and the court's. `parties` must hold every party of the case (not agents or
 * witnesses). Judged by the provisions in force on the day.
 */
export function decideConsent(parties: readonly PartyAnswer[], court: CourtAnswer, day: ShanghaiDay): Ruled<ConsentDecision> {
  const articles = articlesOn(day, 'G1', 'ONL-4', 'CPL-16');
  const offline = (code: OfflineCode, party?: PartyAnswer, reason?: string): Ruled<ConsentDecision> => ({
    value: { state: 'offline', code, by: party?.participantId, reason, message: words[code] },
    articles: code === 'party-withdrew' ? articlesOn(day, 'G1', 'ONL-5') : articles,
  });
  if (parties.length === 0) return offline('nobody-to-ask');

  for (const party of parties) {
    switch (party.answer) {
      case 'refused': return offline('party-refused', party, party.reason);
      case 'withdrawn': return offline('party-withdrew', party, party.reason);
      case 'noneInTime': return offline('party-silent', party);
      case 'applied': case 'consented': case 'none': break;
    }
  }
  if (court.answer === 'refused') return offline('court-refused', undefined, court.reason);

  const applied = parties.filter((party) => party.answer === 'applied');
  const silent = parties.filter((party) => party.answer === 'none').map((party) => party.participantId);
  const waiting = (forCourt: 'permit' | 'propose' | null): Ruled<ConsentDecision> =>
    ({ value: { state: 'waiting', forCourt, forParties: forCourt === null ? silent : [] }, articles });

  // Where any party applied the court is asked to permit; where none did, whether to propose.
  if (court.answer === 'none') return waiting(applied.length > 0 ? 'permit' : 'propose');
  if (silent.length > 0) return waiting(null);
  return { value: { state: 'online', path: court.answer === 'permitted' ? 'appliedAndPermitted' : 'proposedAndConsented' }, articles };
}
