/** The facts of a filing that its rules rest on, from what was typed; the page and the court read it the same way. */
import type { CaseType } from '#domain/case/types.ts';
import { citation, type ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { AgentKind, Authority, Instance, PartyKind, ProsecutionGround } from './kinds.ts';
import type { FilingFacts, NamedAgent, NamedParty } from './parties.ts';
import type { OnlineGround } from './public-prosecution.ts';

/** 'me' is whoever files; a number is the place among the others. */
export type PartyRef = 'me' | number;

export interface TypedAgency { kind: AgentKind | null; authority: Authority | null; powerOfAttorney: string | null; principals: readonly PartyRef[] }

export interface TypedFiling {
  caseType: CaseType;
  instance: Instance;
  causeOfAction: string;
  filedAs: 'plaintiff' | 'agent' | 'prosecutor';
  organisation?: { kind: Exclude<PartyKind, 'natural'> } | undefined;
  agency?: TypedAgency | undefined;
  others: readonly { role: Exclude<NamedParty['role'], 'prosecutor'> | 'agent'; organisation?: { kind: Exclude<PartyKind, 'natural'> } | undefined; agency?: TypedAgency | undefined }[];
  prosecutionGround?: ProsecutionGround | undefined;
  prosecution?: { held: boolean | null; place?: string | undefined; onlineGround: OnlineGround | null } | undefined;
  appeal?: { appellantWas: Exclude<NamedParty['role'], 'prosecutor'>; publiclyProsecuted: boolean } | undefined;
}

const place = (ref: PartyRef): string => (ref === 'me' ? 'me' : `others.${ref}`);
const noAgency: TypedAgency = { kind: null, authority: null, powerOfAttorney: null, principals: [] };

export function filingFactsOf(typed: TypedFiling): FilingFacts {
  const agentAt = (at: string, { kind, authority, powerOfAttorney, principals }: TypedAgency = noAgency): NamedAgent =>
    ({ at, kind, authority, hasPowerOfAttorney: powerOfAttorney !== null && powerOfAttorney !== '', principals: principals.map(place) });
  const me: NamedParty[] = typed.filedAs !== 'agent' ? [{ at: 'me', role: typed.filedAs, kind: typed.organisation?.kind ?? 'natural' }] : [];
  return {
    caseType: typed.caseType, instance: typed.instance, cause: typed.causeOfAction,
    parties: [...me, ...typed.others.flatMap(({ role, organisation }, at): NamedParty[] => (role === 'agent' ? [] : [{ at: `others.${at}`, role, kind: organisation?.kind ?? 'natural' }]))],
    agents: [
      ...(typed.filedAs === 'agent' ? [agentAt('me', typed.agency)] : []),
      ...typed.others.flatMap(({ role, agency }, at) => (role === 'agent' ? [agentAt(`others.${at}`, agency)] : [])),
    ],
    prosecutionGround: typed.prosecutionGround ?? null,
    prosecution: typed.prosecution ?? null,
    appellantWas: typed.appeal?.appellantWas ?? null,
    publiclyProsecuted: typed.appeal?.publiclyProsecuted ?? false,
  };
}

/** A fault as a page says it: the words, and the articles that they rest on. */
export function withArticles({ message, articles }: { message: Words; articles: readonly ArticleId[] }): Words {
  if (articles.length === 0) return message;
  return { zh: `${message.zh}（${articles.map(citation).join('；')}）`, en: `${message.en} (${articles.join(', ')})` };
}
