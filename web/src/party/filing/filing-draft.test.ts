import { describe, expect, test } from '@jest/globals';
import { parseShanghaiDay } from '#domain/calendar/day.ts';
import { identityCheckCharacter } from '#domain/people/identity-number.ts';
import { emptyFiling, emptyOther, filingFrom, filingInputOf, keyFor, missingIn, type FilingDraft } from '#web/party/filing/filing-draft.ts';

const today = parseShanghaiDay('2026-03-02')!;
const number = `41060219900101001${identityCheckCharacter('41060219900101001')}`;
const whole: FilingDraft = {
  ...emptyFiling, filedAs: 'plaintiff', causeOfAction: '买卖合同纠纷', claims: '支付货款一万元', factsAndReasons: '交货后未付款',
  others: [{ ...emptyOther('defendant'), name: '李四', identityNumber: number, phone: '13800000002' }],
  materials: [{ fileId: 'f', name: 'a.pdf', bytes: 1, mediaType: 'application/pdf', category: 'complaint' }], noneOfTheFacts: true, appliesForOnline: true,
};

describe('what a filing still needs', () => {
  test('nothing, when everything is there', () => expect(missingIn('check', whole, today)).toEqual({}));

  test.each([
    ['role', { filedAs: null }, ['filedAs']],
    ['claim', { claims: ' ' }, ['claims']],
    ['claim', { causeOfAction: '借钱不还' }, ['causeOfAction']],
    ['others', { others: [{ ...whole.others[0]!, identityNumber: `${number.slice(0, 17)}${number[17] === '1' ? '2' : '1'}` }] }, ['others.0.identityNumber']],
    ['others', { others: [{ ...whole.others[0]!, phone: '1380000' }] }, ['others.0.phone']],
    ['others', { others: [whole.others[0]!, { ...whole.others[0]!, role: 'thirdParty' }] }, ['others.1.identityNumber']],
    ['others', { others: [{ ...whole.others[0]!, role: 'thirdParty' }] }, ['others']],
    ['others', { filedAs: 'agent' }, ['others', 'agency.principals', 'agency', 'agency.powerOfAttorney']],
    ['role', { caseType: 'criminal', causeOfAction: '侮辱罪' }, ['prosecutionGround']],
    ['role', { myKind: 'company' }, ['organisation.name', 'organisation.address', 'organisation.office', 'organisation.creditCode']],
    ['others', { caseType: 'administrative', causeOfAction: '行政处罚' }, ['others.0.kind']],
    ['others', { others: [{ ...whole.others[0]!, kind: 'company', identityNumber: '' }] }, ['others.0.organisation.name', 'others.0.organisation.address', 'others.0.organisation.office', 'others.0.organisation.creditCode']],
    ['appeal', { instance: 'second' }, ['appeal.lowerCaseNumber', 'appeal.decision', 'appeal.appellantWas', 'appeal.decidedOn', 'appeal.servedOn']],
    ['materials', { instance: 'second' }, ['materials.lowerDecision']],
    ['materials', { materials: [] }, ['materials']],
    ['scope', { noneOfTheFacts: false, appliesForOnline: null }, ['facts', 'appliesForOnline']],
  ] as const)('%s: %j', (step, change, fields) => {
    const draft = { ...whole, ...change } as FilingDraft;
    expect(Object.keys(missingIn(step, draft, today))).toEqual([...fields]);
    expect(Object.keys(missingIn('check', draft, today))).toEqual(expect.arrayContaining([...fields]));
  });
});

test('what is submitted is written in one spelling', () => {
  const spaced = { ...whole, others: [{ ...whole.others[0]!, identityNumber: ` ${number.toLowerCase()} `, phone: '138 0000 0002' }] };
  expect(filingInputOf(spaced).others[0]).toEqual({ role: 'defendant', name: '李四', identityNumber: number, phone: '13800000002' });
});

test('a draft of an older page is completed', () => {
  expect(filingFrom({ claims: 'x' })).toEqual({ ...emptyFiling, claims: 'x' });
  const file = { fileId: 'f', name: 'a.pdf', bytes: 1, mediaType: 'application/pdf' };
  expect(filingFrom({ others: [{ role: 'defendant', name: '李四', identityNumber: '', phone: '' }], materials: [file] })).toMatchObject({ others: [{ ...emptyOther('defendant'), name: '李四' }], materials: [{ ...file, category: 'other' }] });
});
test('what an appeal and a company add goes out, and nothing of what was typed for another kind of case', () => {
  const appeal = { lowerCaseNumber: '（2026）豫0611民初123号', decision: 'judgment' as const, decidedOn: '2026-02-20', servedOn: '2026-02-25', appellantWas: 'defendant' as const, publiclyProsecuted: true, noDomicile: true, lateBecause: '' };
  const organisation = { name: '某公司', creditCode: '91350100M000100Y43', address: '某市某路一号', office: '法定代表人' };
  const sent = filingInputOf({ ...whole, instance: 'second', appeal, prosecutionGround: 'minorOffence', myKind: 'company', myOrganisation: organisation });
  expect(sent).toMatchObject({ instance: 'second', appeal: { decision: 'judgment', publiclyProsecuted: false, noDomicile: true }, organisation: { kind: 'company', ...organisation }, materials: [{ fileId: 'f', category: 'complaint' }] });
  expect(sent).not.toHaveProperty('prosecutionGround');
  expect(filingInputOf({ ...whole, appeal })).not.toHaveProperty('appeal');
});
test('the first person is a defendant', () => expect(emptyFiling.others).toEqual([emptyOther('defendant')]));

test('the same filing sent again goes under the same key, a changed one under a new one', () => {
  let made = 0;
  const newKey = () => `key-${++made}`;
  const first = keyFor(whole, 'body', newKey);
  expect(keyFor({ ...whole, sent: first }, 'body', newKey)).toBe(first);
  expect(keyFor({ ...whole, sent: first }, 'other', newKey).key).not.toBe(first.key);
});
