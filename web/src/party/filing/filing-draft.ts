/**
 * What somebody has filled in so far of a filing (G3), and what is still missing. Pure: the pages draw it, the draft
 * keeps it, and what is submitted is made from it.
 */
import { checkCause } from '#domain/law/causes/causes.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkMobilePhone } from '#domain/people/phone.ts';
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { KeptFile } from '#web/party/files/FileUploads.tsx';

export const otherRoles = ['plaintiff', 'defendant', 'thirdParty', 'agent'] as const;
export type OtherRole = (typeof otherRoles)[number];

export interface OtherPerson {
  role: OtherRole;
  name: string;
  identityNumber: string;
  phone: string;
}

export const factNames = ['stateSecret', 'personalPrivacy', 'divorceWithClosedHearingRequest', 'tradeSecret', 'otherwiseClosedByLaw'] as const;
export type FactName = (typeof factNames)[number];

export const filingSteps = ['role', 'claim', 'others', 'materials', 'scope', 'check'] as const;
export type FilingStep = (typeof filingSteps)[number];

export interface FilingDraft {
  step: FilingStep;
  filedAs: 'plaintiff' | 'agent' | null;
  causeOfAction: string;
  claims: string;
  factsAndReasons: string;
  others: OtherPerson[];
  materials: KeptFile[];
  facts: Record<FactName, boolean>;
  /** "None of these" was said: an untouched list is no answer. */
  noneOfTheFacts: boolean;
  appliesForOnline: boolean | null;
  /** What was sent under which key: the same filing sent again is the same case. */
  sent: { key: string; body: string } | null;
}

export const emptyOther = (role: OtherRole): OtherPerson => ({ role, name: '', identityNumber: '', phone: '' });

export const emptyFiling: FilingDraft = {
  step: 'role', filedAs: null, causeOfAction: '', claims: '', factsAndReasons: '', others: [emptyOther('defendant')], materials: [],
  facts: { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false },
  noneOfTheFacts: false, appliesForOnline: null, sent: null,
};

/** A draft as it comes back from storage; what an older page did not know is empty. */
export const filingFrom = (content: Record<string, unknown> | null): FilingDraft => ({ ...emptyFiling, ...(content as Partial<FilingDraft> | null) });

/** Words of the catalogue, or words that a check of the domain gave. */
export type Missing = { key: 'common.required' | 'filing.others.needDefendant' | 'filing.others.needPlaintiff' | 'filing.others.duplicate' | 'filing.materials.need' | 'signIn.phoneWrong' } | { words: Words };
/** By field: `causeOfAction`, `others.0.phone`, `others`. */
export type MissingFields = Record<string, Missing>;

const required: Missing = { key: 'common.required' };
const short = (text: string) => text.trim().length < 2;

function missingOfOthers({ others, filedAs }: FilingDraft, today: ShanghaiDay): MissingFields {
  const missing: MissingFields = {};
  const seen = new Set<string>();
  others.forEach((other, index) => {
    if (short(other.name)) missing[`others.${index}.name`] = required;
    const identity = checkIdentityNumber(other.identityNumber, today);
    if (!identity.ok) missing[`others.${index}.identityNumber`] = { words: identity.message };
    else if (seen.has(identity.value.number)) missing[`others.${index}.identityNumber`] = { key: 'filing.others.duplicate' };
    else seen.add(identity.value.number);
    const phone = checkMobilePhone(other.phone);
    if (!phone.ok) missing[`others.${index}.phone`] = { words: phone.message };
  });
  if (!others.some(({ role }) => role === 'defendant')) missing['others'] = { key: 'filing.others.needDefendant' };
  else if (filedAs === 'agent' && !others.some(({ role }) => role === 'plaintiff')) missing['others'] = { key: 'filing.others.needPlaintiff' };
  return missing;
}

/** What a step still needs; empty when one may go on. */
export function missingIn(step: FilingStep, draft: FilingDraft, today: ShanghaiDay): MissingFields {
  const missing: MissingFields = {};
  switch (step) {
    case 'role':
      if (draft.filedAs === null) missing['filedAs'] = required;
      return missing;
    case 'claim':
      for (const name of ['causeOfAction', 'claims', 'factsAndReasons'] as const) if (short(draft[name])) missing[name] = required;
      if (!missing['causeOfAction']) {
        const cause = checkCause('civil', draft.causeOfAction);
        if (!cause.ok) missing['causeOfAction'] = { words: cause.message };
      }
      return missing;
    case 'others':
      return missingOfOthers(draft, today);
    case 'materials':
      if (draft.materials.length === 0) missing['materials'] = { key: 'filing.materials.need' };
      return missing;
    case 'scope':
      if (!draft.noneOfTheFacts && !factNames.some((name) => draft.facts[name])) missing['facts'] = required;
      if (draft.appliesForOnline === null) missing['appliesForOnline'] = required;
      return missing;
    case 'check':
      return Object.assign(missing, ...filingSteps.filter((one) => one !== 'check').map((one) => missingIn(one, draft, today)));
  }
}

/** @returns the filing as the contract wants it. Only for a draft in which nothing is missing. */
export function filingInputOf(draft: FilingDraft) {
  return {
    causeOfAction: draft.causeOfAction.trim(),
    claims: draft.claims.trim(),
    factsAndReasons: draft.factsAndReasons.trim(),
    appliesForOnline: draft.appliesForOnline === true,
    filedAs: draft.filedAs ?? 'plaintiff',
    others: draft.others.map((other) => {
      const phone = checkMobilePhone(other.phone);
      return { role: other.role, name: other.name.trim(), identityNumber: other.identityNumber.replace(/\s/g, '').toUpperCase(), phone: phone.ok ? phone.value : other.phone };
    }),
    facts: draft.facts,
    materials: draft.materials.map(({ fileId }) => fileId),
  };
}

/** The key under which this very filing goes out: kept as long as nothing in it changes. */
export function keyFor(draft: FilingDraft, body: string, newKey: () => string): { key: string; body: string } {
  return draft.sent?.body === body ? draft.sent : { key: newKey(), body };
}
