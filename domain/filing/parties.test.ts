import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import type { Participant } from '#domain/case/types.ts';
import { findCause } from '#domain/law/causes/causes.ts';
import { actingFor, appliedFor } from './acting.ts';
import { requiredMaterials } from './materials.ts';
import { checkParties, onComplaintOnly, type FilingFacts, type NamedAgent, type NamedParty } from './parties.ts';
import { rulingNames, rulingText } from '#domain/case/rulings.ts';
import { phaseWordsIn } from '#domain/hearing/phase-words.ts';
import { partyWords, roleInCase } from './party-words.ts';

const day = shanghaiDayFrom('2026-05-11');
const plaintiff: NamedParty = { at: 'me', role: 'plaintiff', kind: 'natural' };
const defendant: NamedParty = { at: 'others.0', role: 'defendant', kind: 'natural' };
const agency: NamedParty = { ...defendant, kind: 'agency' };
const thirdParty: NamedParty = { at: 'others.1', role: 'thirdParty', kind: 'natural' };
const lawyer: NamedAgent = { at: 'others.2', principals: ['me'], kind: 'lawyer', authority: 'general', hasPowerOfAttorney: true };

const civil: FilingFacts = { caseType: 'civil', instance: 'first', cause: '买卖合同纠纷', parties: [plaintiff, defendant], agents: [], prosecutionGround: null, appellantWas: null, publiclyProsecuted: false, prosecution: null };
const administrative: FilingFacts = { ...civil, caseType: 'administrative', parties: [plaintiff, agency] };
const criminal: FilingFacts = { ...civil, caseType: 'criminal', cause: '侮辱罪', prosecutionGround: 'onComplaintOnly' };
const prosecutor: NamedParty = { at: 'me', role: 'prosecutor', kind: 'procuratorate' };
const indictment: FilingFacts = { ...civil, caseType: 'criminal', cause: '盗窃罪', parties: [prosecutor, defendant], prosecution: { held: true, place: '鹤壁市看守所', onlineGround: 'fastTrack' } };
const appeal: FilingFacts = { ...civil, instance: 'second', appellantWas: 'defendant' };

describe('who may file what against whom', () => {
  test.each<[string, FilingFacts, string[], string[]]>([
    // facts, filing, what is wrong (and where), articles
    ['a person sues a person', civil, [], []],
    ['a person sues a company, with a third party', { ...civil, parties: [plaintiff, { ...defendant, kind: 'company' }, thirdParty] }, [], []],
    ['nobody is sued', { ...civil, parties: [plaintiff] }, ['no-defendant others'], ['CPL-122']],
    ['an agent files for nobody', { ...civil, parties: [defendant] }, ['no-plaintiff others'], ['CPL-122']],
    ['a person sues an agency', administrative, [], []],
    ['an administrative action against a person', { ...administrative, parties: [plaintiff, defendant] }, ['defendant-not-agency others.0.kind'], ['APL-26']],
    ['an agency brings an administrative action', { ...administrative, parties: [{ ...plaintiff, kind: 'agency' }, agency] }, ['plaintiff-is-agency organisation.kind'], ['APL-25']],
    ['an agency appeals in an administrative case', { ...administrative, instance: 'second', appellantWas: 'defendant', parties: [{ ...plaintiff, kind: 'agency' }, defendant] }, [], []],
    ['a private prosecution for insult', criminal, [], []],
    ['a private prosecution without a ground', { ...criminal, prosecutionGround: null }, ['no-prosecution-ground prosecutionGround'], ['CRPL-210', 'CRPL-169']],
    ['theft is not pursued on complaint', { ...criminal, cause: '盗窃罪' }, ['not-on-complaint-only prosecutionGround'], ['CRPL-210']],
    ['theft that the police do not pursue', { ...criminal, cause: '盗窃罪', prosecutionGround: 'notPursued' }, [], []],
    ['a third party in a criminal case', { ...criminal, parties: [plaintiff, defendant, thirdParty] }, ['no-third-party-in-criminal others.1.role'], ['CRPL-108']],
    ['an appeal in a public prosecution', { ...criminal, instance: 'second', appellantWas: 'defendant', publiclyProsecuted: true }, ['public-prosecution publiclyProsecuted'], ['CRPL-169', 'CRPL-227']],
    ['an appeal in a private prosecution', { ...criminal, instance: 'second', appellantWas: 'defendant' }, [], []],
    ['a procuratorate prosecutes a person who is held', indictment, [], []],
    ['… one who is not held', { ...indictment, prosecution: { held: false, onlineGround: 'specialReason' } }, [], []],
    ['… a company', { ...indictment, parties: [prosecutor, { ...defendant, kind: 'company' }] }, [], []],
    ['… nobody', { ...indictment, parties: [prosecutor] }, ['no-defendant others'], ['CRPL-176']],
    ['… and does not say where the accused is held', { ...indictment, prosecution: { held: true, place: ' ', onlineGround: 'fastTrack' } }, ['place-of-detention prosecution.place'], ['ONL-37']],
    ['… and does not say what lets it be heard online', { ...indictment, prosecution: { held: null, onlineGround: null } }, ['held-or-not prosecution.held', 'ground-for-online prosecution.onlineGround'], ['CRPL-176', 'ONL-37', 'ONL-3', 'ONL-37']],
    ['a company prosecutes', { ...indictment, parties: [{ ...prosecutor, kind: 'company' }, defendant] }, ['not-a-procuratorate organisation.kind'], ['CRPL-169']],
    ['a procuratorate names a private prosecutor', { ...indictment, parties: [prosecutor, defendant, { ...thirdParty, role: 'plaintiff' }] }, ['only-accused others.1.role'], ['CRPL-108', 'CRPL-176']],
    ['a procuratorate names an agent', { ...indictment, agents: [lawyer] }, ['prosecution-without-agents others.2.role'], ['CRPL-189', 'CRPL-33']],
    ['a procuratorate prosecutes in a civil case', { ...indictment, caseType: 'civil' }, ['not-a-public-prosecution filedAs'], ['CRPL-169']],
    ['a procuratorate protests', { ...indictment, instance: 'second' }, ['not-a-public-prosecution filedAs'], ['CRPL-169']],
    ['a procuratorate sues', { ...civil, parties: [{ ...plaintiff, kind: 'procuratorate' }, defendant] }, ['procuratorate-prosecutes organisation.kind'], ['CRPL-169']],
    ['an appeal', appeal, [], []],
    ['an appeal against nobody', { ...appeal, parties: [plaintiff] }, ['no-defendant others'], ['CPL-172']],
  ])('%s', (_what, facts, faults, articles) => {
    const found = checkParties(facts, day, ['first', 'second']);
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(faults);
    expect(found.flatMap((fault) => fault.articles)).toEqual(articles);
  });

  test('a basic court hears no appeal', () => {
    expect(checkParties(appeal, day, ['first']).map(({ code }) => code)).toEqual(['instance-not-heard']);
  });

  test('the offences on complaint that the list of causes has', () => {
    expect(onComplaintOnly.filter((name) => findCause('criminal', name) !== undefined)).toEqual(['侮辱罪', '诽谤罪', '虐待罪', '侵占罪']);
  });
});

describe('agents', () => {
  const with_ = (...agents: NamedAgent[]): FilingFacts => ({ ...civil, agents });
  test.each<[string, FilingFacts, string[], string[]]>([
    ['a lawyer with a power of attorney', with_(lawyer), [], []],
    ['two agents for one party', with_(lawyer, lawyer), [], []],
    ['three agents for one party', with_(lawyer, lawyer, lawyer), ['too-many-agents others'], ['CPL-61']],
    ['no power of attorney', with_({ ...lawyer, hasPowerOfAttorney: false }), ['agent-without-power others.2.agency.powerOfAttorney'], ['CPL-62', 'REG-6']],
    ['for nobody', with_({ ...lawyer, principals: [] }), ['agent-for-nobody others.2.agency.principals'], ['CPL-61']],
    ['for somebody who is not in the case', with_({ ...lawyer, at: 'me', principals: ['others.7'] }), ['agent-for-nobody agency.principals'], ['CPL-61']],
    ['who files, for the other side', { ...civil, parties: [{ ...plaintiff, at: 'others.1' }, defendant], agents: [{ ...lawyer, at: 'me', principals: ['others.0'] }] }, ['agent-for-nobody agency.principals'], ['CPL-61']],
    ['neither kind nor authority', with_({ ...lawyer, kind: null, authority: null }), ['agent-kind others.2.agency'], ['CPL-61', 'CPL-62', 'REG-6']],
    ['for the private prosecutor', { ...criminal, agents: [lawyer] }, [], []],
    ['for the accused', { ...criminal, agents: [{ ...lawyer, principals: ['others.0'] }] }, ['accused-has-defender others.2.agency.principals'], ['CRPL-33']],
    ['for the accused who appeals', { ...criminal, instance: 'second', appellantWas: 'defendant', agents: [lawyer] }, ['accused-has-defender others.2.agency.principals'], ['CRPL-33']],
    ['for the private prosecutor who appeals', { ...criminal, instance: 'second', appellantWas: 'plaintiff', agents: [lawyer] }, [], []],
    ['on appeal, where REG does not apply', { ...appeal, agents: [{ ...lawyer, hasPowerOfAttorney: false }] }, ['agent-without-power others.2.agency.powerOfAttorney'], ['CPL-62']],
    ['three for the private prosecutor', { ...criminal, agents: [lawyer, lawyer, lawyer] }, ['too-many-agents others'], ['CRPL-47']],
    ['in an administrative case', { ...administrative, agents: [{ ...lawyer, hasPowerOfAttorney: false }] }, ['agent-without-power others.2.agency.powerOfAttorney'], ['APL-31', 'REG-6']],
  ])('%s', (_what, facts, faults, articles) => {
    const found = checkParties(facts, day, ['first', 'second']);
    expect(found.map(({ code, field }) => `${code} ${field}`)).toEqual(faults);
    expect(found.flatMap((fault) => fault.articles)).toEqual(articles);
  });

  const party: Participant = { participantId: 'p', personId: 'person-p', role: 'plaintiff' };
  const agent = (authority: 'general' | 'special'): Participant => ({ participantId: 'a', personId: 'person-a', role: 'agent', agency: { principals: ['p'], kind: 'lawyer', authority, powerOfAttorney: 'f' } });
  test.each([
    // authority, act, who is asked, does the agent's application count as the party's
    ['general', 'evidence', 'a', false],
    ['general', 'consent', 'p', false],
    ['special', 'evidence', 'a', true],
    ['special', 'consent', 'a', true],
  ] as const)('with a %s authority, %s: %s is asked', (authority, act, asked, applied) => {
    expect(actingFor(party, act, [party, agent(authority)]).participantId).toBe(asked);
    expect(appliedFor(party, 'person-a', [party, agent(authority)])).toBe(applied);
    expect(actingFor(party, act, [party]).participantId).toBe('p');
  });
});

test.each<[string, FilingFacts, string[]]>([
  ['a person', civil, []],
  ['a company', { ...civil, parties: [{ ...plaintiff, kind: 'company' }, defendant] }, ['identity']],
  ['against a company', { ...civil, parties: [plaintiff, { ...defendant, kind: 'company' }] }, []],
  ['an appeal', appeal, ['lowerDecision']],
  ['a prosecution for insult', criminal, []],
  ['a public prosecution', indictment, ['indictment', 'caseFile', 'evidence', 'identity']],
  ['a prosecution that the police do not pursue', { ...criminal, prosecutionGround: 'notPursued' }, ['refusalToProsecute']],
])('materials that may not be missing: %s', (_what, facts, expected) => {
  const required = requiredMaterials(facts, day);
  expect(required.map(({ category }) => category)).toEqual(expected);
  expect(required.every(({ articles }) => articles.length > 0)).toBe(true);
});

test.each([
  ['plaintiff', 'civil', 'first', '原告'], ['defendant', 'administrative', 'first', '被告'],
  ['plaintiff', 'criminal', 'first', '自诉人'], ['defendant', 'criminal', 'first', '被告人'],
  ['plaintiff', 'civil', 'second', '上诉人'], ['defendant', 'criminal', 'second', '被上诉人'], ['thirdParty', 'civil', 'second', '原审第三人'],
  ['agent', 'civil', 'second', '诉讼代理人'],
] as const)('%s in a %s case of %s instance: %s', (role, caseType, instance, expected) => {
  expect(partyWords(role, { caseType, instance }).zh).toBe(expected);
});

test('in a public prosecution there stand the procuratorate, its officer and the accused', () => {
  const kind = { caseType: 'criminal', instance: 'first', publicProsecution: true } as const;
  expect((['plaintiff', 'prosecutor', 'defendant'] as const).map((role) => partyWords(role, kind).zh)).toEqual(['公诉机关', '公诉人', '被告人']);
  expect(phaseWordsIn('debate', kind).speaks.zh).toBe('公诉人、被告人依次');
  expect(rulingNames(kind).withdrawalPermitted).toBe('准许撤回起诉');
  expect(rulingText({ ruling: 'withdrawalPermitted', reason: '理由' }, kind).decision).toEqual(['准许公诉机关撤回起诉。']);
});

test.each([
  ['civil', 'first', '准许撤诉', '准许原告撤诉。'], ['administrative', 'second', '准许撤回上诉', '准许上诉人撤回上诉。'], ['criminal', 'first', '准许撤回自诉', '准许自诉人撤回自诉。'],
] as const)('a %s case of %s instance: what is withdrawn is %s', (caseType, instance, name, decision) => {
  expect(rulingNames({ caseType, instance }).withdrawalPermitted).toBe(name);
  expect(rulingText({ ruling: 'withdrawalPermitted', reason: '理由' }, { caseType, instance }).decision).toEqual([decision]);
});

test.each([
  ['civil', 'first', '原告、被告、第三人依次'], ['civil', 'second', '上诉人、被上诉人、原审第三人依次'], ['criminal', 'first', '自诉人、被告人依次'],
] as const)('in the debate of a %s case of %s instance there speak: %s', (caseType, instance, expected) => {
  expect(phaseWordsIn('debate', { caseType, instance }).speaks.zh).toBe(expected);
});

test('a role of the court, and one that nobody knows', () => {
  expect([roleInCase('presidingJudge', { caseType: 'civil' }).zh, roleInCase('guest', { caseType: 'civil' }).zh]).toEqual(['审判长', 'guest']);
});
