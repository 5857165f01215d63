import { describe, expect, test } from '@jest/globals';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { decideConsent, type CourtAnswer, type PartyAnswer } from './consent.ts';

const day = shanghaiDayFrom('2026-05-11');
type Answer = PartyAnswer['answer'];

const party = (participantId: string, answer: Answer): PartyAnswer =>
  answer === 'refused' || answer === 'withdrawn' ? { participantId, answer, reason: '设备不便' } : { participantId, answer };
const court = (answer: CourtAnswer['answer']): CourtAnswer => (answer === 'refused' ? { answer, reason: '需当庭核对原件' } : { answer });
const decide = (plaintiff: Answer, defendant: Answer, bench: CourtAnswer['answer']) =>
  decideConsent([party('plaintiff', plaintiff), party('defendant', defendant)], court(bench), day);

describe('decided (G1)', () => {
  test.each([
    // plaintiff,  defendant,    court,       decision
    ['applied',   'applied',    'permitted', { state: 'online', path: 'appliedAndPermitted' }],
    ['applied',   'consented',  'permitted', { state: 'online', path: 'appliedAndPermitted' }],
    ['consented', 'consented',  'proposed',  { state: 'online', path: 'proposedAndConsented' }],
    ['applied',   'refused',    'permitted', { state: 'offline', code: 'party-refused', by: 'defendant', reason: '设备不便' }],
    ['refused',   'none',       'proposed',  { state: 'offline', code: 'party-refused', by: 'plaintiff' }], // no need to hear the other
    ['consented', 'withdrawn',  'proposed',  { state: 'offline', code: 'party-withdrew', by: 'defendant' }],
    ['consented', 'noneInTime', 'proposed',  { state: 'offline', code: 'party-silent', by: 'defendant' }],
    ['applied',   'applied',    'refused',   { state: 'offline', code: 'court-refused', reason: '需当庭核对原件' }],
    ['none',      'none',       'refused',   { state: 'offline', code: 'court-refused' }],
  ] as const)('plaintiff %s, defendant %s, court %s', (plaintiff, defendant, bench, decision) => {
    const { value, articles } = decide(plaintiff, defendant, bench);
    expect(value).toMatchObject(decision);
    expect(articles[0]).toBe('G1');
  });
});

describe('not decided yet', () => {
  test.each([
    // plaintiff,  defendant,  court,       the court is asked, parties asked
    ['applied',   'applied',  'none',      'permit',           []],
    ['applied',   'none',     'none',      'permit',           []],
    ['none',      'none',     'none',      'propose',          []],
    ['applied',   'none',     'permitted', null,               ['defendant']],
    ['none',      'none',     'proposed',  null,               ['plaintiff', 'defendant']],
    ['consented', 'none',     'proposed',  null,               ['defendant']],
  ] as const)('plaintiff %s, defendant %s, court %s', (plaintiff, defendant, bench, forCourt, forParties) => {
    expect(decide(plaintiff, defendant, bench).value).toEqual({ state: 'waiting', forCourt, forParties });
  });
});

test('a case without parties to ask is not heard online', () => {
  expect(decideConsent([], court('permitted'), day).value).toMatchObject({ state: 'offline', code: 'nobody-to-ask' });
});

test('the articles in force: withdrawal of consent rests on ONL-5, others on ONL-4 and CPL-16', () => {
  expect(decide('consented', 'withdrawn', 'proposed').articles).toEqual(['G1', 'ONL-5']);
  expect(decide('consented', 'consented', 'proposed').articles).toEqual(['G1', 'ONL-4', 'CPL-16']);
  expect(decideConsent([party('p', 'consented')], court('proposed'), shanghaiDayFrom('2020-06-01')).articles).toEqual(['G1']);
});
