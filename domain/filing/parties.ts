/**
 * What may be filed here, by whom and against whom. Pure, so that the page says it while a person types and the court
 * checks it again. Every fault is named, with the field, not only the first.
 *
 * A criminal case that a party files is a private prosecution (自诉); a public prosecution (公诉) comes from the people's
 * procuratorate alone (CRPL-169), by the officer whom it sends to court (CRPL-189).
 */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { CaseType } from '#domain/case/types.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { OnlineGround } from './public-prosecution.ts';
import type { AgentKind, Authority, Instance, PartyKind, ProsecutionGround } from './kinds.ts';

export interface NamedParty {
  /** Where the filing names it: 'me', 'others.0'. */
  at: string;
  role: 'plaintiff' | 'defendant' | 'thirdParty' | 'prosecutor';
  kind: PartyKind;
}

export interface NamedAgent {
  at: string;
  /** The places of the parties that it acts for. */
  principals: readonly string[];
  kind: AgentKind | null;
  authority: Authority | null;
  hasPowerOfAttorney: boolean;
}

export interface FilingFacts {
  caseType: CaseType;
  instance: Instance;
  cause: string;
  parties: readonly NamedParty[];
  agents: readonly NamedAgent[];
  prosecutionGround: ProsecutionGround | null;
  /** Public prosecution: whether the accused is held and where, and what lets the case be heard online (ONL-3). */
  prosecution: { held: boolean | null; place?: string | undefined; onlineGround: OnlineGround | null } | null;
  /** Second instance: what the appellant was below; and whether the case below was a public prosecution. */
  appellantWas: Exclude<NamedParty['role'], 'prosecutor'> | null;
  publiclyProsecuted: boolean;
}

export type FilingFaultCode =
  | 'no-plaintiff' | 'no-defendant' | 'instance-not-heard' | 'defendant-not-agency' | 'plaintiff-is-agency' | 'no-third-party-in-criminal'
  | 'not-a-public-prosecution' | 'not-a-procuratorate' | 'procuratorate-prosecutes' | 'only-accused' | 'held-or-not' | 'place-of-detention' | 'ground-for-online' | 'prosecution-without-agents'
  | 'public-prosecution' | 'no-prosecution-ground' | 'not-on-complaint-only' | 'agent-for-nobody' | 'agent-without-power' | 'agent-kind'
  | 'too-many-agents' | 'accused-has-defender';

export interface FilingFault { code: FilingFaultCode; field: string; message: Words; articles: readonly ArticleId[] }

/** The offences of the Criminal Law that are pursued on complaint only, as far as the court's list of causes has them. */
export const onComplaintOnly: readonly string[] = ['侮辱罪', '诽谤罪', '暴力干涉婚姻自由罪', '虐待罪', '侵占罪'];

const perCase = (caseType: CaseType, civil: ArticleId, administrative: ArticleId, criminal: ArticleId): ArticleId =>
  ({ civil, administrative, criminal })[caseType];

/** @param heard the instances that this court hears. */
export function checkParties(facts: FilingFacts, day: ShanghaiDay, heard: readonly Instance[]): FilingFault[] {
  if (facts.parties.some(({ role }) => role === 'prosecutor')) return checkPublicProsecution(facts, day, heard);
  const { caseType, instance, parties, agents, prosecutionGround } = facts;
  const faults: FilingFault[] = [];
  const fault = (code: FilingFaultCode, field: string, zh: string, en: string, ...articles: ArticleId[]) =>
    faults.push({ code, field, message: { zh, en }, articles: articlesOn(day, ...articles) });
  const conditions = perCase(caseType, 'CPL-122', 'APL-49', 'CRPL-210');
  const appeals = perCase(caseType, 'CPL-172', 'APL-85', 'CRPL-227');
  const basis = instance === 'second' ? appeals : conditions;
  const of = (role: NamedParty['role']) => parties.filter((party) => party.role === role);

  if (!heard.includes(instance)) fault('instance-not-heard', 'instance', '本院不受理该审级的案件。', 'This court does not hear that instance.', basis);
  if (of('plaintiff').length === 0) fault('no-plaintiff', 'others', '请填写由代理人代理的原告（上诉人、自诉人）。', 'An agent names the party that the action is brought for.', basis);
  if (of('defendant').length === 0) fault('no-defendant', 'others', '请填写对方当事人。', 'Name the other party.', basis);

  for (const { at } of parties.filter(({ kind }) => kind === 'procuratorate')) fault('procuratorate-prosecutes', at === 'me' ? 'organisation.kind' : `${at}.kind`, '人民检察院以公诉人身份提起公诉，不作为当事人。', 'The procuratorate prosecutes; it is not named as a party.', 'CRPL-169');
  if (caseType === 'administrative' && instance === 'first') {
    for (const { at, kind } of of('defendant')) if (kind !== 'agency') fault('defendant-not-agency', `${at}.kind`, '行政诉讼的被告是作出行政行为的行政机关。', 'The defendant of an administrative action is the agency that acted.', 'APL-26');
    for (const { at, kind } of of('plaintiff')) if (kind === 'agency') fault('plaintiff-is-agency', at === 'me' ? 'organisation.kind' : `${at}.kind`, '行政机关就其行政行为不能作为行政诉讼的原告。', 'An administrative agency is not the plaintiff of an administrative action.', 'APL-25');
  }
  if (caseType === 'criminal') {
    for (const { at } of of('thirdParty')) fault('no-third-party-in-criminal', `${at}.role`, '刑事诉讼没有第三人。', 'A criminal case has no third party.', 'CRPL-108');
    if (facts.publiclyProsecuted) fault('public-prosecution', 'publiclyProsecuted', '公诉案件由人民检察院提起，其上诉通过原审人民法院提出，不在此提交。', 'A public prosecution comes from the procuratorate; its appeal goes through the court of first instance, not here.', 'CRPL-169', 'CRPL-227');
    if (instance === 'first' && prosecutionGround === null) fault('no-prosecution-ground', 'prosecutionGround', '请选择自诉的依据；需要提起公诉的案件由人民检察院提起。', 'Choose the ground of the private prosecution; what needs public prosecution comes from the procuratorate.', 'CRPL-210', 'CRPL-169');
    if (instance === 'first' && prosecutionGround === 'onComplaintOnly' && !onComplaintOnly.includes(facts.cause)) fault('not-on-complaint-only', 'prosecutionGround', '所选罪名不属于告诉才处理的案件。', 'The offence chosen is not one pursued on complaint only.', 'CRPL-210');
  }
  return [...faults, ...agentFaults(facts, day)];
}

/** CRPL-169, CRPL-176, CRPL-189: by a procuratorate, against the accused, with what the court must know of them. */
function checkPublicProsecution({ caseType, instance, parties, agents, prosecution }: FilingFacts, day: ShanghaiDay, heard: readonly Instance[]): FilingFault[] {
  const faults: FilingFault[] = [];
  const fault = (code: FilingFaultCode, field: string, zh: string, en: string, ...articles: ArticleId[]) =>
    faults.push({ code, field, message: { zh, en }, articles: articlesOn(day, ...articles) });
  if (!heard.includes(instance)) fault('instance-not-heard', 'instance', '本院不受理该审级的案件。', 'This court does not hear that instance.', 'CRPL-176');
  if (caseType !== 'criminal' || instance !== 'first') fault('not-a-public-prosecution', 'filedAs', '公诉限于刑事第一审案件；抗诉通过原审人民法院提出，不在此提交。', 'A public prosecution is a criminal case of first instance; a protest goes through the court of first instance.', 'CRPL-169');
  for (const { at, role, kind } of parties) {
    if (role === 'prosecutor' && kind !== 'procuratorate') fault('not-a-procuratorate', 'organisation.kind', '提起公诉的是人民检察院。', 'It is the people’s procuratorate that prosecutes.', 'CRPL-169');
    if (role === 'plaintiff' || role === 'thirdParty' || (role === 'defendant' && kind === 'procuratorate')) fault('only-accused', `${at}.role`, '公诉案件在此只填写被告人。', 'Name the accused alone.', 'CRPL-108', 'CRPL-176');
  }
  if (!parties.some(({ role }) => role === 'defendant')) fault('no-defendant', 'others', '请填写被告人。', 'Name the accused.', 'CRPL-176');
  for (const { at } of agents) fault('prosecution-without-agents', `${at}.role`, '公诉人由人民检察院指派，被告人委托的是辩护人，不在此填写诉讼代理人。', 'The procuratorate sends its officer and the accused has a defender; no agent is named here.', 'CRPL-189', 'CRPL-33');
  if (!prosecution || prosecution.held === null) fault('held-or-not', 'prosecution.held', '请说明被告人是否在押。', 'Say whether the accused is held.', 'CRPL-176', 'ONL-37');
  if (prosecution?.held && (prosecution.place ?? '').trim().length < 2) fault('place-of-detention', 'prosecution.place', '请填写羁押场所。', 'Say where the accused is held.', 'ONL-37');
  if (!prosecution || prosecution.onlineGround === null) fault('ground-for-online', 'prosecution.onlineGround', '请选择是否属于可以在线审理的刑事案件。', 'Say whether it is one of the criminal cases that may be heard online.', 'ONL-3', 'ONL-37');
  return faults;
}

function agentFaults({ caseType, instance, parties, agents, appellantWas }: FilingFacts, day: ShanghaiDay): FilingFault[] {
  const whoMayBe = perCase(caseType, 'CPL-61', 'APL-31', 'CRPL-47');
  // REG-18: the provisions on registering filings are not for appeals.
  const power: ArticleId[] = [perCase(caseType, 'CPL-62', 'APL-31', 'CRPL-46'), ...(instance === 'first' ? ['REG-6' as const] : [])];
  const fault = (code: FilingFaultCode, field: string, zh: string, en: string, ...articles: ArticleId[]): FilingFault => ({ code, field, message: { zh, en }, articles: articlesOn(day, ...articles) });
  // In a private prosecution the accused is defended, not represented; on appeal the appellant may be the accused.
  const isAccused = (role: NamedParty['role']) => caseType === 'criminal' && (instance === 'first' ? role === 'defendant' : (role === 'plaintiff') === (appellantWas === 'defendant'));
  const each = agents.flatMap((agent) => {
    // Whoever files as an agent files for the side that brings the action.
    const principals = parties.filter(({ at, role }) => agent.principals.includes(at) && (agent.at !== 'me' || role === 'plaintiff'));
    const field = agent.at === 'me' ? 'agency' : `${agent.at}.agency`;
    return [
      ...(principals.length === 0 ? [fault('agent-for-nobody', `${field}.principals`, '请选择代理哪一方当事人。', 'Say for whom the agent acts.', whoMayBe)] : []),
      ...(agent.kind === null || agent.authority === null ? [fault('agent-kind', field, '请选择代理人类别和授权类型。', 'Choose the kind of agent and of authority.', whoMayBe, ...power)] : []),
      ...(agent.hasPowerOfAttorney ? [] : [fault('agent-without-power', `${field}.powerOfAttorney`, '请上传由委托人签名或者盖章的授权委托书。', 'Upload the power of attorney, signed or sealed by the principal.', ...power)]),
      ...(principals.some(({ role }) => isAccused(role)) ? [fault('accused-has-defender', `${field}.principals`, '被告人委托的是辩护人，不在立案时作为诉讼代理人填写。', 'The accused appoints a defender, who is not named as an agent at filing.', 'CRPL-33')] : []),
    ];
  });
  const crowded = parties.filter(({ at }) => agents.filter((agent) => agent.principals.includes(at)).length > 2)
    .map(() => fault('too-many-agents', 'others', '一名当事人至多委托二名诉讼代理人。', 'A party appoints at most two agents.', whoMayBe));
  return [...each, ...crowded];
}
