import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#domain/law/ruled.ts';
import { applyToRound, isComplete, newRound, signersNow, type SigningEvent, type SigningRound } from './round.ts';

const first = 'a'.repeat(64);
const second = 'b'.repeat(64);
const start = newRound(1, first, [
  { personId: 'judge', kind: 'judge' }, { personId: 'clerk', kind: 'clerk' }, { personId: 'plaintiff', kind: 'participant' }, { personId: 'defendant', kind: 'participant' },
]);
const signed = (personId: string, sha256 = first): SigningEvent => ({ kind: 'signed', personId, sha256 });
const refused = (personId: string): SigningEvent => ({ kind: 'refused', personId, reason: '对记录有异议' });
const recorded = (personId: string): SigningEvent => ({ kind: 'refusalRecorded', personId, circumstances: '书记员在场说明后仍拒绝' });
const amended = (sha256: string): SigningEvent => ({ kind: 'amended', sha256 });

const play = (events: readonly SigningEvent[]): SigningRound => events.reduce((round, event) => {
  const outcome = applyToRound(round, event);
  if (isRefusal(outcome)) throw new Error(outcome.code);
  return outcome.value;
}, start);
const now = (round: SigningRound) => signersNow(round).map((signer) => signer.personId);

describe('the order (G9, CPL-150)', () => {
  test.each([
    // what happened,                                                                        whose turn,                  complete
    [[],                                                                                     ['plaintiff', 'defendant'],  false],
    [[signed('defendant')],                                                                  ['plaintiff'],               false],
    [[signed('defendant'), signed('plaintiff')],                                             ['clerk'],                   false],
    [[signed('defendant'), signed('plaintiff'), signed('clerk')],                            ['judge'],                   false],
    [[signed('defendant'), signed('plaintiff'), signed('clerk'), signed('judge')],           [],                          true],
    [[signed('plaintiff'), refused('defendant')],                                            ['defendant'],               false], // the clerk has to record it
    [[signed('plaintiff'), refused('defendant'), recorded('defendant')],                     ['clerk'],                   false],
    [[signed('plaintiff'), refused('defendant'), signed('defendant')],                       ['clerk'],                   false], // changed their mind before
    [[signed('plaintiff'), refused('defendant'), recorded('defendant'), signed('clerk'), signed('judge')], [],            true],
  ] as [SigningEvent[], string[], boolean][])('%#', (events, turn, complete) => {
    const round = play(events);
    expect(now(round)).toEqual(turn);
    expect(isComplete(round)).toBe(complete);
  });
});

describe('an amendment', () => {
  test('makes a new version and voids the signatures given, refusals included', () => {
    const round = play([signed('plaintiff'), refused('defendant'), recorded('defendant'), signed('clerk'), amended(second)]);
    expect(round).toMatchObject({ version: 2, sha256: second, voided: [{ version: 1, sha256: first, personId: 'clerk' }, { version: 1, sha256: first, personId: 'plaintiff' }] });
    expect(now(round)).toEqual(['plaintiff', 'defendant']);
  });
  test('keeps what an earlier one voided', () => {
    expect(play([signed('plaintiff'), amended(second), signed('plaintiff', second), amended(first)]).voided).toHaveLength(2);
  });
});

describe('refused', () => {
  test.each([
    ['the clerk before the participants',   [],                                            signed('clerk'),             'not-your-turn'],
    ['the judge before the clerk',          [signed('plaintiff'), signed('defendant')],    signed('judge'),             'not-your-turn'],
    ['a signature under an old version',    [amended(second)],                             signed('plaintiff'),         'another-version'],
    ['a second signature',                  [signed('plaintiff')],                         signed('plaintiff'),         'already-closed'],
    ['a stranger',                          [],                                            signed('witness'),           'not-a-signer'],
    ['a refusal that nobody made',          [],                                            recorded('plaintiff'),       'no-refusal-to-record'],
    ['the clerk who will not sign',         [signed('plaintiff'), signed('defendant')],    refused('clerk'),            'court-signs'],
    ['an amendment that changes nothing',   [signed('plaintiff')],                         amended(first),              'nothing-amended'],
  ] as [string, SigningEvent[], SigningEvent, string][])('%s', (_name, before, event, code) => {
    expect(applyToRound(play(before), event)).toMatchObject({ code, articles: ['G9', 'CPL-150'] });
  });
});

test('whatever happens: the judge signs last, and only the present version', () => {
  const event: fc.Arbitrary<SigningEvent> = fc.oneof(
    fc.record({ personId: fc.constantFrom('plaintiff', 'defendant', 'clerk', 'judge'), sha256: fc.constantFrom(first, second) }).map((e) => ({ kind: 'signed' as const, ...e })),
    fc.constantFrom('plaintiff', 'defendant', 'clerk', 'judge').map(refused),
    fc.constantFrom('plaintiff', 'defendant').map(recorded),
    fc.constantFrom(first, second).map(amended),
  );
  fc.assert(fc.property(fc.array(event, { maxLength: 30 }), (events) => {
    let round = start;
    for (const what of events) {
      const outcome = applyToRound(round, what);
      if (isRefusal(outcome)) continue;
      if (what.kind === 'signed') expect(what.sha256).toBe(round.sha256);
      round = outcome.value;
      const judge = round.signers.find((signer) => signer.kind === 'judge');
      if (judge?.state === 'signed') expect(isComplete(round)).toBe(true);
      if (isComplete(round)) expect(now(round)).toEqual([]);
    }
  }), { numRuns: 300 });
});
