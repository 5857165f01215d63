/**
 * What somebody has filled in so far of a filing (G3), and what is still missing. Pure: the pages draw it, the draft
 * keeps it, and what is submitted is made from it. What may be filed by whom is domain/filing, the same that the court
 * checks.
 */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import { instancesHeard } from '#domain/court/court.ts';
import { filingFactsOf, withArticles, type PartyRef } from '#domain/filing/facts-of.ts';
import type { AgentKind, Authority, DecisionKind, Instance, PartyKind, ProsecutionGround } from '#domain/filing/kinds.ts';
import { materialCategories, type MaterialCategory } from '#domain/filing/material-categories.ts';
import { requiredMaterials } from '#domain/filing/materials.ts';
import type { OnlineGround } from '#domain/filing/public-prosecution.ts';
import { checkParties, type FilingFacts } from '#domain/filing/parties.ts';
import { checkCause } from '#domain/law/causes/causes.ts';
import type { Words } from '#domain/law/ruled.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkMobilePhone } from '#domain/people/phone.ts';
import { checkSocialCreditCode } from '#domain/people/social-credit-code.ts';
import type { KeptFile } from '#web/party/files/FileUploads.tsx';

export const otherRoles = ['plaintiff', 'defendant', 'thirdParty', 'agent'] as const;
export type OtherRole = (typeof otherRoles)[number];

export interface Organisation { name: string; creditCode: string; address: string; office: string }
export interface Agency { kind: AgentKind | null; authority: Authority | null; power: KeptFile | null; principals: PartyRef[] }

export interface OtherPerson {
  role: OtherRole;
  /** Of the party; an agent is always a natural person. */
  kind: PartyKind;
  name: string;
  identityNumber: string;
  phone: string;
  organisation: Organisation;
  agency: Agency;
}

export interface Appeal {
  lowerCaseNumber: string;
  decision: DecisionKind | null;
  decidedOn: string;
  servedOn: string;
  appellantWas: 'plaintiff' | 'defendant' | 'thirdParty' | null;
  publiclyProsecuted: boolean;
  noDomicile: boolean;
  lateBecause: string;
}

export const factNames = ['stateSecret', 'personalPrivacy', 'divorceWithClosedHearingRequest', 'tradeSecret', 'otherwiseClosedByLaw'] as const;
export type FactName = (typeof factNames)[number];

export const filingSteps = ['role', 'appeal', 'claim', 'others', 'materials', 'scope', 'check'] as const;
export type FilingStep = (typeof filingSteps)[number];
/** The steps of this filing: the decision appealed against is asked for on appeal alone. */
export const stepsOf = ({ instance }: Pick<FilingDraft, 'instance'>): FilingStep[] => filingSteps.filter((step) => step !== 'appeal' || instance === 'second');

export interface DraftMaterial extends KeptFile { category: MaterialCategory }

export interface FilingDraft {
  step: FilingStep;
  caseType: CaseType;
  instance: Instance;
  filedAs: 'plaintiff' | 'agent' | 'prosecutor' | null;
  /** For whom, when filed as the party: oneself, or the organisation that one represents. */
  myKind: PartyKind;
  myOrganisation: Organisation;
  myAgency: Agency;
  prosecutionGround: ProsecutionGround | null;
  /** Of a public prosecution. */
  prosecution: { held: boolean | null; place: string; onlineGround: OnlineGround | null };
  appeal: Appeal;
  causeOfAction: string;
  claims: string;
  factsAndReasons: string;
  others: OtherPerson[];
  materials: DraftMaterial[];
  facts: Record<FactName, boolean>;
  /** "None of these" was said: an untouched list is no answer. */
  noneOfTheFacts: boolean;
  appliesForOnline: boolean | null;
  /** What was sent under which key: the same filing sent again is the same case. */
  sent: { key: string; body: string } | null;
}

const noOrganisation: Organisation = { name: '', creditCode: '', address: '', office: '' };
const noAgency: Agency = { kind: null, authority: null, power: null, principals: [] };
const noAppeal: Appeal = { lowerCaseNumber: '', decision: null, decidedOn: '', servedOn: '', appellantWas: null, publiclyProsecuted: false, noDomicile: false, lateBecause: '' };

const noProsecution: FilingDraft['prosecution'] = { held: null, place: '', onlineGround: null };

export const emptyOther = (role: OtherRole, principals: PartyRef[] = []): OtherPerson =>
  ({ role, kind: 'natural', name: '', identityNumber: '', phone: '', organisation: noOrganisation, agency: { ...noAgency, principals } });

export const emptyFiling: FilingDraft = {
  step: 'role', caseType: 'civil', instance: 'first', filedAs: null, myKind: 'natural', myOrganisation: noOrganisation, myAgency: noAgency, prosecutionGround: null, prosecution: noProsecution, appeal: noAppeal,
  causeOfAction: '', claims: '', factsAndReasons: '', others: [emptyOther('defendant')], materials: [],
  facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
  noneOfTheFacts: false, appliesForOnline: null, sent: null,
};

/** A draft as it comes back from storage, on this device or another; what an older page did not know is empty. */
export function filingFrom(content: Record<string, unknown> | null): FilingDraft {
  const kept = { ...emptyFiling, ...(content as Partial<FilingDraft> | null) };
  return {
    ...kept,
    appeal: { ...noAppeal, ...kept.appeal },
    prosecution: { ...noProsecution, ...kept.prosecution },
    others: kept.others.map((other) => ({ ...emptyOther(other.role), ...other })),
    materials: kept.materials.map((file) => ({ ...file, category: file.category ?? 'other' })),
  };
}

/** Words of the catalogue, or words that a check of the domain gave. */
export type Missing = { key: 'common.required' | 'filing.others.duplicate' | 'filing.materials.need' } | { words: Words };
/** By field: `causeOfAction`, `others.0.phone`, `others`. */
export type MissingFields = Record<string, Missing>;

const required: Missing = { key: 'common.required' };
const short = (text: string) => text.trim().length < 2;

/** The filing's facts as its rules read them; for a draft that is still being filled in, too. */
export const factsOf = (draft: FilingDraft): FilingFacts => filingFactsOf({
  caseType: draft.caseType, instance: draft.instance, causeOfAction: draft.causeOfAction.trim(), filedAs: draft.filedAs ?? 'plaintiff',
  organisation: draft.filedAs === 'prosecutor' ? { kind: 'procuratorate' } : draft.myKind === 'natural' ? undefined : { kind: draft.myKind },
  agency: agencyFacts(draft.myAgency),
  others: draft.others.map(({ role, kind, agency }) => ({ role, organisation: kind === 'natural' ? undefined : { kind }, agency: agencyFacts(agency) })),
  prosecutionGround: draft.prosecutionGround ?? undefined,
  prosecution: draft.filedAs === 'prosecutor' ? draft.prosecution : undefined,
  appeal: draft.instance === 'second' && draft.appeal.appellantWas !== null ? { appellantWas: draft.appeal.appellantWas, publiclyProsecuted: draft.appeal.publiclyProsecuted } : undefined,
});
const agencyFacts = ({ power, ...agency }: Agency) => ({ ...agency, powerOfAttorney: power?.fileId ?? null });

/** Which step a fault of the rules is put right in. */
function stepOfField(field: string): FilingStep {
  if (field.startsWith('others') || field.startsWith('agency')) return 'others';
  return field === 'publiclyProsecuted' ? 'appeal' : 'role';
}

function missingByRule(step: FilingStep, draft: FilingDraft, today: ShanghaiDay): MissingFields {
  const faults = checkParties(factsOf(draft), today, instancesHeard)
    // An offence is chosen in a later step than its ground.
    .filter(({ code }) => code !== 'not-on-complaint-only' || draft.causeOfAction !== '');
  return Object.fromEntries(faults.filter(({ field }) => stepOfField(field) === step).map((fault) => [fault.field, { words: withArticles(fault) }]));
}

function missingOfOrganisation(organisation: Organisation, at: string, codeNeeded: boolean): MissingFields {
  const missing: MissingFields = {};
  if (short(organisation.name)) missing[`${at}.name`] = required;
  if (organisation.address.trim().length < 4) missing[`${at}.address`] = required;
  if (short(organisation.office)) missing[`${at}.office`] = required;
  const code = organisation.creditCode.trim() === '' && !codeNeeded ? null : checkSocialCreditCode(organisation.creditCode);
  if (code && !code.ok) missing[`${at}.creditCode`] = { words: code.message };
  return missing;
}

function missingOfOthers(draft: FilingDraft, today: ShanghaiDay): MissingFields {
  const missing: MissingFields = {};
  const seen = new Set<string>();
  draft.others.forEach((other, index) => {
    const organised = other.role !== 'agent' && other.kind !== 'natural';
    if (short(other.name)) missing[`others.${index}.name`] = required;
    if (!organised || other.identityNumber.trim() !== '') {
      const identity = checkIdentityNumber(other.identityNumber, today);
      if (!identity.ok) missing[`others.${index}.identityNumber`] = { words: identity.message };
      else if (seen.has(identity.value.number)) missing[`others.${index}.identityNumber`] = { key: 'filing.others.duplicate' };
      else seen.add(identity.value.number);
    }
    const phone = checkMobilePhone(other.phone);
    if (!phone.ok) missing[`others.${index}.phone`] = { words: phone.message };
    if (organised) Object.assign(missing, missingOfOrganisation(other.organisation, `others.${index}.organisation`, other.kind === 'company'));
  });
  return { ...missing, ...missingByRule('others', draft, today) };
}

function missingOfAppeal({ appeal }: FilingDraft, today: ShanghaiDay): MissingFields {
  const missing: MissingFields = {};
  if (appeal.lowerCaseNumber.trim().length < 8) missing['appeal.lowerCaseNumber'] = required;
  if (appeal.decision === null) missing['appeal.decision'] = required;
  if (appeal.appellantWas === null) missing['appeal.appellantWas'] = required;
  if (appeal.decidedOn === '' || appeal.decidedOn > today) missing['appeal.decidedOn'] = required;
  if (appeal.servedOn === '' || appeal.servedOn > today || appeal.servedOn < appeal.decidedOn) missing['appeal.servedOn'] = required;
  return missing;
}

/** What a step still needs; empty when one may go on. */
export function missingIn(step: FilingStep, draft: FilingDraft, today: ShanghaiDay): MissingFields {
  const missing: MissingFields = {};
  switch (step) {
    case 'role':
      if (draft.filedAs === null) missing['filedAs'] = required;
      return {
        ...missing, ...missingByRule('role', draft, today),
        ...(draft.filedAs === 'prosecutor' || (draft.filedAs === 'plaintiff' && draft.myKind !== 'natural') ? missingOfOrganisation(draft.myOrganisation, 'organisation', true) : {}),
      };
    case 'appeal':
      return draft.instance === 'second' ? { ...missingOfAppeal(draft, today), ...missingByRule('appeal', draft, today) } : missing;
    case 'claim':
      for (const name of ['causeOfAction', 'claims', 'factsAndReasons'] as const) if (short(draft[name])) missing[name] = required;
      if (!missing['causeOfAction']) {
        const cause = checkCause(draft.caseType, draft.causeOfAction);
        if (!cause.ok) missing['causeOfAction'] = { words: cause.message };
      }
      return missing;
    case 'others':
      return missingOfOthers(draft, today);
    case 'materials':
      if (draft.materials.length === 0) missing['materials'] = { key: 'filing.materials.need' };
      for (const one of requiredMaterials(factsOf(draft), today)) {
        if (!draft.materials.some(({ category }) => category === one.category)) missing[`materials.${one.category}`] = { words: withArticles(one) };
      }
      return missing;
    case 'scope':
      if (!draft.noneOfTheFacts && !factNames.some((name) => draft.facts[name])) missing['facts'] = required;
      if (draft.appliesForOnline === null) missing['appliesForOnline'] = required;
      return missing;
    case 'check':
      return Object.assign(missing, ...stepsOf(draft).filter((one) => one !== 'check').map((one) => missingIn(one, draft, today)));
  }
}

/** The kinds of material that this filing may need: the required ones, the usual ones, and what was given already. */
export function categoriesOf(draft: FilingDraft, today: ShanghaiDay): { category: MaterialCategory; needed: boolean }[] {
  const needed = requiredMaterials(factsOf(draft), today).map(({ category }) => category);
  const usual: readonly MaterialCategory[] = draft.filedAs === 'prosecutor' ? ['other'] : ['complaint', 'identity', 'evidence', 'other', ...(factsOf(draft).agents.length > 0 ? ['powerOfAttorney' as const] : [])];
  return materialCategories.filter((category) => needed.includes(category) || usual.includes(category) || draft.materials.some((one) => one.category === category))
    .map((category) => ({ category, needed: needed.includes(category) }));
}

const organisationOf = (kind: PartyKind, { name, creditCode, address, office }: Organisation) => (kind === 'natural' ? {} : {
  organisation: { kind, name: name.trim(), address: address.trim(), office: office.trim(), ...(creditCode.trim() === '' ? {} : { creditCode: creditCode.trim() }) },
});
const agencyOf = ({ kind, authority, power, principals }: Agency) => (kind === null || authority === null || power === null ? {} : { agency: { kind, authority, powerOfAttorney: power.fileId, principals } });

/** @returns the filing as the contract wants it. Only for a draft in which nothing is missing. */
export function filingInputOf(draft: FilingDraft) {
  const { appeal } = draft;
  return {
    caseType: draft.caseType,
    instance: draft.instance,
    causeOfAction: draft.causeOfAction.trim(),
    claims: draft.claims.trim(),
    factsAndReasons: draft.factsAndReasons.trim(),
    appliesForOnline: draft.appliesForOnline === true,
    filedAs: draft.filedAs ?? 'plaintiff',
    ...(draft.filedAs === 'agent' ? agencyOf(draft.myAgency) : organisationOf(draft.filedAs === 'prosecutor' ? 'procuratorate' : draft.myKind, draft.myOrganisation)),
    others: draft.others.map((other) => {
      const phone = checkMobilePhone(other.phone);
      const identityNumber = other.identityNumber.replace(/\s/g, '').toUpperCase();
      return {
        role: other.role, name: other.name.trim(), ...(identityNumber === '' ? {} : { identityNumber }), phone: phone.ok ? phone.value : other.phone,
        ...(other.role === 'agent' ? agencyOf(other.agency) : organisationOf(other.kind, other.organisation)),
      };
    }),
    ...(draft.filedAs === 'prosecutor' && draft.prosecution.held !== null && draft.prosecution.onlineGround !== null ? {
      prosecution: { held: draft.prosecution.held, onlineGround: draft.prosecution.onlineGround, ...(draft.prosecution.held ? { place: draft.prosecution.place.trim() } : {}) },
    } : {}),
    ...(draft.caseType === 'criminal' && draft.instance === 'first' && draft.filedAs !== 'prosecutor' && draft.prosecutionGround ? { prosecutionGround: draft.prosecutionGround } : {}),
    ...(draft.instance === 'second' && appeal.decision && appeal.appellantWas ? {
      appeal: {
        lowerCaseNumber: appeal.lowerCaseNumber.trim(), decision: appeal.decision, decidedOn: appeal.decidedOn, servedOn: appeal.servedOn, appellantWas: appeal.appellantWas,
        publiclyProsecuted: draft.caseType === 'criminal' && appeal.publiclyProsecuted, noDomicile: draft.caseType === 'civil' && appeal.noDomicile, ...(short(appeal.lateBecause) ? {} : { lateBecause: appeal.lateBecause.trim() }),
      },
    } : {}),
    facts: draft.facts,
    materials: draft.materials.map(({ fileId, category }) => ({ fileId, category })),
  };
}

/** The key under which this very filing goes out: kept as long as nothing in it changes. */
export function keyFor(draft: FilingDraft, body: string, newKey: () => string): { key: string; body: string } {
  return draft.sent?.body === body ? draft.sent : { key: newKey(), body };
}
