import { describe, expect, test } from '@jest/globals';
import type { Participant } from '#domain/case/types.ts';
import { actingFor, mayActFor, partyActs, type PartyAct } from './acting.ts';
import type { Authority } from './kinds.ts';

const party: Participant = { participantId: 'p1', personId: 'party', role: 'plaintiff' };
const other: Participant = { participantId: 'p2', personId: 'other', role: 'plaintiff' };
const agent = (authority: Authority, principals = ['p1']): Participant => ({ participantId: 'a', personId: 'lawyer', role: 'agent', agency: { principals, kind: 'lawyer', authority, powerOfAttorney: 'file' } });

describe('what an agent does for its principal (CPL-62)', () => {
  test.each<[PartyAct, boolean]>([['evidence', true], ['notice', true], ['channel', true], ['consent', false], ['withdrawal', false], ['settlement', false]])(
    '%s with a general authority: %s; with a special one: always', (act, allowed) => {
      const all = [party, other, agent('general')];
      expect(mayActFor(party, 'lawyer', act, all, 'civil')).toEqual(allowed ? true : expect.objectContaining({ code: 'special-authority-needed', articles: ['CPL-62'] }));
      expect(mayActFor(party, 'lawyer', act, [party, agent('special')], 'civil')).toBe(true);
    });

  test.each(partyActs)('%s: the party itself may, another party’s agent and a stranger are nobody to it', (act) => {
    const all = [party, other, agent('special')];
    expect(mayActFor(party, 'party', act, all, 'civil')).toBe(true);
    expect(mayActFor(other, 'lawyer', act, all, 'civil')).toBeUndefined();
    expect(mayActFor(party, 'stranger', act, all, 'civil')).toBeUndefined();
  });

  test.each([['administrative', ['APL-31', 'CPL-62']], ['criminal', ['CRPL-46']]] as const)('a refusal in a %s case cites %p', (caseType, articles) => {
    expect(mayActFor(party, 'lawyer', 'settlement', [party, agent('general')], caseType)).toMatchObject({ articles });
  });
});

test.each<['evidence' | 'consent', Authority, string]>([['evidence', 'general', 'lawyer'], ['consent', 'general', 'party'], ['consent', 'special', 'lawyer']])(
  'of %s, with a %s authority, there is asked: %s', (act, authority, asked) => {
    expect(actingFor(party, act, [party, agent(authority)]).personId).toBe(asked);
  });
