import { expect, test } from '@jest/globals';
import type { Participant } from '#domain/case/types.ts';
import { inPlaceOf } from './succession.ts';

const party = (participantId: string): Participant => ({ participantId, personId: `person ${participantId}`, role: 'plaintiff' });
const agent = (principals: string[]): Participant => ({ participantId: 'agent', personId: 'lawyer', role: 'agent', agency: { principals, kind: 'lawyer', authority: 'special', powerOfAttorney: 'file' } });

test.each([
  ['its agent acts for the heir', ['out'], ['heir']],
  ['an agent of two parties acts for the heir and the other', ['out', 'other'], ['heir', 'other']],
  ['an agent of another party acts as before', ['other'], ['other']],
])('an heir takes the place of a party: %s', (_what, before, after) => {
  const all = inPlaceOf([party('out'), party('other'), agent(before)], 'out', party('heir'));
  expect(all.map(({ participantId }) => participantId)).toEqual(['heir', 'other', 'agent']);
  expect(all.at(-1)?.agency?.principals).toEqual(after);
});
