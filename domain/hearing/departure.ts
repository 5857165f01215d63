import type { CaseType } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled, Words } from '#domain/law/ruled.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

/**
 * What the judge may rule when somebody left the hearing (G6(1), CPL-146, CPL-147, APL-58, CRPL-211, ONL-25). Nothing here happens
 * by itself: these are the rulings open to the judge, who may always rule that it has no consequence.
 */

/** The cause as the judge verified it, with reasons. */
export type VerifiedCause = 'network' | 'device' | 'power' | 'forceMajeure' | 'leftWithoutReason' | 'leftWithPermission' | 'other';

export type Departure = {
  /** In the second instance the appellant and the appellee, whatever they were in the first. */
  readonly role: ParticipantRole | 'appellant' | 'appellee';
  readonly cause: VerifiedCause;
  readonly caseType: CaseType;
  /** ONL-25: 经提示、警告后仍不改正的. */
  readonly prompted: boolean;
  readonly warned: boolean;
  /** The defendant counterclaimed (CPL-146). */
  readonly counterclaim: boolean;
  /** A third party with a claim of its own stands like a plaintiff. */
  readonly ownClaim?: boolean;
};

export const rulingCodes = [
  'no-consequence', 'adjourn', 'continue-without', 'treat-as-withdrawn', 'treat-appeal-as-withdrawn', 'judgment-in-absence', 'judgment-in-absence-on-counterclaim',
] as const;
export type RulingCode = (typeof rulingCodes)[number];

export type OpenRuling = { readonly code: RulingCode; readonly articles: readonly ArticleId[]; readonly words: Words };

export type DepartureRulings = {
  readonly rulings: readonly OpenRuling[];
  /** What has to be done before the consequences of leaving may be ruled: the prompt, the warning (ONL-25). */
  readonly missing: readonly ('prompt' | 'warning')[];
};

export const rulingWords: Record<RulingCode, Words> = {
  'no-consequence': { zh: '有正当理由，不产生不利后果', en: 'Good reason: no consequence' },
  adjourn: { zh: '延期审理', en: 'Adjourn' },
  'continue-without': { zh: '不影响审理，继续进行', en: 'Go on without the person' },
  'treat-as-withdrawn': { zh: '按撤诉处理', en: 'Treat as withdrawal of the action' },
  'treat-appeal-as-withdrawn': { zh: '按撤回上诉处理', en: 'Treat as withdrawal of the appeal' },
  'judgment-in-absence': { zh: '按缺席处理', en: 'Proceed and judge in absence' },
  'judgment-in-absence-on-counterclaim': { zh: '就反诉缺席判决', en: 'Judge the counterclaim in absence' },
};

/** The rulings open to the judge, the mildest first. */
export function openRulings(departure: Departure): Ruled<DepartureRulings> {
  // Each procedure has its own law: CPL is cited in civil cases alone, APL in administrative ones.
  const cite = (...ids: ArticleId[]) => ids.filter((id) => (departure.caseType === 'civil' || !id.startsWith('CPL-')) && (departure.caseType === 'administrative' || !id.startsWith('APL-')));
  const ruling = (code: RulingCode, ...ids: ArticleId[]): OpenRuling => ({ code, articles: cite(...ids), words: rulingWords[code] });
  const always = [ruling('no-consequence', 'G6(1)'), ruling('adjourn', 'G12', 'CPL-149')];
  const answer = (rulings: readonly OpenRuling[], missing: DepartureRulings['missing'] = []): Ruled<DepartureRulings> =>
    ({ value: { rulings, missing }, articles: [...new Set(rulings.flatMap((open) => open.articles))] });

  const consequences = consequencesOf(departure, ruling);
  // Whose presence decides nothing by law may be done without, whatever the cause.
  const dispensable = consequences.filter((open) => open.code === 'continue-without');
  switch (departure.cause) {
    case 'network': case 'device': case 'power': case 'forceMajeure': case 'leftWithPermission': case 'other':
      return answer([...always, ...dispensable]);
    case 'leftWithoutReason': {
      const missing = [...(departure.prompted ? [] : ['prompt' as const]), ...(departure.warned ? [] : ['warning' as const])];
      return missing.length > 0 ? answer([...always, ...dispensable], missing) : answer([...always, ...consequences]);
    }
  }
}

function consequencesOf(departure: Departure, ruling: (code: RulingCode, ...ids: ArticleId[]) => OpenRuling): OpenRuling[] {
  const asPlaintiff = () => [
    ruling('treat-as-withdrawn', 'G6(1)', 'ONL-25', 'CPL-146', 'APL-58'),
    ...(departure.counterclaim ? [ruling('judgment-in-absence-on-counterclaim', 'CPL-146', 'ONL-25')] : []),
  ];
  if (departure.caseType === 'criminal') {
    switch (departure.role) {
      // A plaintiff in a criminal case is a private prosecutor: leaving without permission counts as withdrawing (CRPL-211).
      case 'plaintiff': return [ruling('treat-as-withdrawn', 'G6(1)', 'ONL-25', 'CRPL-211')];
      case 'witness': return [ruling('continue-without', 'G6(1)')];
      // Nobody else is treated as withdrawn, and nobody judged in absence, by this guide alone.
      case 'appellant': case 'appellee': case 'defendant': case 'thirdParty': case 'agent': case 'defender': case 'prosecutor': case 'interpreter': case 'detentionPlace': return [];
    }
  }
  switch (departure.role) {
    case 'plaintiff': return asPlaintiff();
    case 'appellant': return [ruling('treat-appeal-as-withdrawn', 'G6(1)', 'ONL-25')];
    case 'defendant': return [ruling('judgment-in-absence', 'G6(1)', 'ONL-25', 'CPL-147', 'APL-58')];
    case 'appellee': return [ruling('judgment-in-absence', 'G6(1)', 'ONL-25')];
    case 'thirdParty': return departure.ownClaim ? asPlaintiff() : [ruling('continue-without', 'G6(1)')];
    case 'agent': case 'witness': return [ruling('continue-without', 'G6(1)')];
    // Without them the session is not lawfully held: the judge waits or adjourns.
    case 'defender': case 'prosecutor': case 'interpreter': case 'detentionPlace': return [];
  }
}

/** The ruling that the judge gave, if it is open, with its articles; or why it is not. */
export function ruleOnDeparture(departure: Departure, code: RulingCode): Ruled<RulingCode> | Refusal<'ruling-not-open', { missing: DepartureRulings['missing'] }> {
  const { value: { rulings, missing } } = openRulings(departure);
  const ruled = rulings.find((open) => open.code === code);
  if (ruled) return { value: code, articles: ruled.articles };
  const lacking = missing.length > 0;
  return {
    code: 'ruling-not-open', articles: ['G6(1)', 'ONL-25'], data: { missing },
    message: {
      zh: lacking ? '经提示、警告后仍不改正的，才可以作此裁决。' : `对该参与人依法只能裁决：${rulings.map((open) => open.words.zh).join('、')}。`,
      en: lacking ? 'This may be ruled only after the person was prompted and warned.' : `By law the rulings open for this person are: ${rulings.map((open) => open.words.en).join(', ')}.`,
    },
  };
}

/** Rulings by which the session goes on without the person. */
export const goesOnWithout = (code: RulingCode): boolean => code === 'continue-without' || code === 'judgment-in-absence' || code === 'judgment-in-absence-on-counterclaim';
/** Rulings that end the session: there is no action or appeal any more. */
export const endsTheAction = (code: RulingCode): boolean => code === 'treat-as-withdrawn' || code === 'treat-appeal-as-withdrawn';
