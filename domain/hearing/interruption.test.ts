import { describe, expect, test } from '@jest/globals';
import { openRulings, type Departure } from './departure.ts';
import { defaultInterruptionPolicy, meaningOfLoss, resumeDeadline, stability, type Loss } from './interruption.ts';
import type { Presence } from './presence.ts';

describe('what it means that somebody is gone (G12)', () => {
  test.each([
    // who,                       required, phase,        cause,              meaning,        suspends by itself
    ['participant',               true,  'evidence',     'network-loss',     'interruption', false],
    ['participant',               true,  'debate',       'deliberate-leave', 'interruption', false],
    ['participant',               false, 'evidence',     'network-loss',     'noted',        undefined],
    ['presidingJudge',            true,  'evidence',     'network-loss',     'interruption', true],
    ['soleJudge',                 true,  'opening',      'closed-page',      'interruption', true],
    ['panelMember',               true,  'debate',       'network-loss',     'interruption', false],
    ['clerk',                     true,  'evidence',     'court-equipment',  'interruption', false],
    ['technician',                true,  'evidence',     'network-loss',     'noted',        undefined],
    ['presidingJudge',            true,  'recess',       'network-loss',     'noted',        undefined],
    ['participant',               true,  'discipline',   'network-loss',     'noted',        undefined],
    ['participant',               true,  'suspended',    'network-loss',     'noted',        undefined],
    ['participant',               true,  'closed',       'closed-page',      'noted',        undefined],
    ['participant',               true,  'evidence',     'removed',          'noted',        undefined],
  ] as [Loss['seat'], boolean, Loss['phase'], Loss['cause'], string, boolean | undefined][])('%s (required %s) in %s by %s: %s', (seat, required, phase, cause, kind, suspendsByItself) => {
    const { value, articles } = meaningOfLoss({ seat, required, phase, cause });
    expect(value).toMatchObject(suspendsByItself === undefined ? { kind } : { kind, suspendsByItself });
    expect(articles.length).toBeGreaterThan(0);
  });
});

describe('when it may go on (G12)', () => {
  const now = 1_000_000;
  const present = (since: number): Presence => ({ state: 'present', cause: null, certain: true, since, evidence: [] });
  const away: Presence = { state: 'away', cause: 'network-loss', certain: true, since: 0, evidence: [] };
  const policy = { ...defaultInterruptionPolicy, stableMs: 30_000 };
  test.each([
    ['both there for long',           { p: present(0), d: present(now - 30_000) },  { state: 'stable' }],
    ['one back for 29 s',             { p: present(0), d: present(now - 29_000) },  { state: 'settling', stableAt: now + 1_000 }],
    ['one back just now',             { p: present(0), d: present(now) },           { state: 'settling', stableAt: now + 30_000 }],
    ['one away',                      { p: present(0), d: away },                   { state: 'unstable', away: ['d'] }],
    ['one never seen',                { p: present(0) },                            { state: 'unstable', away: ['d'] }],
    ['somebody not required is away', { p: present(0), d: present(0), w: away },    { state: 'stable' }],
  ] as [string, Record<string, Presence>, unknown][])('%s', (_name, presence, expected) => {
    expect(stability(['p', 'd'], presence, now, policy)).toEqual({ value: expected, articles: ['G12'] });
  });
  test('the judge is asked to adjourn after the policy\'s time', () => {
    expect(resumeDeadline(now, { stableMs: 1, resumeWithinMs: 600_000 })).toEqual({ value: now + 600_000, articles: ['G12', 'CPL-149'] });
  });
});

describe('what the judge may rule about somebody who left (G6(1), CPL-146, CPL-147, ONL-25)', () => {
  const left: Departure = { role: 'plaintiff', cause: 'leftWithoutReason', caseType: 'civil', prompted: true, warned: true, counterclaim: false };
  test.each([
    // facts,                                                       beside "no consequence" and "adjourn",                                    missing
    [{},                                                            ['treat-as-withdrawn'],                                                  []],
    [{ counterclaim: true },                                        ['treat-as-withdrawn', 'judgment-in-absence-on-counterclaim'],           []],
    [{ role: 'defendant' },                                         ['judgment-in-absence'],                                                 []],
    [{ role: 'appellant' },                                         ['treat-appeal-as-withdrawn'],                                           []],
    [{ role: 'appellee' },                                          ['judgment-in-absence'],                                                 []],
    [{ role: 'thirdParty' },                                        ['continue-without'],                                                    []],
    [{ role: 'thirdParty', ownClaim: true },                        ['treat-as-withdrawn'],                                                  []],
    [{ role: 'witness' },                                           ['continue-without'],                                                    []],
    [{ role: 'interpreter' },                                       [],                                                                      []],
    [{ role: 'defendant', caseType: 'criminal' },                   [],                                                                      []],
    // A plaintiff in a criminal case is a private prosecutor (CRPL-211).
    [{ caseType: 'criminal' },                                      ['treat-as-withdrawn'],                                                  []],
    [{ caseType: 'criminal', counterclaim: true },                  ['treat-as-withdrawn'],                                                  []],
    [{ caseType: 'criminal', warned: false },                       [],                                                                      ['warning']],
    [{ caseType: 'criminal', role: 'appellant' },                   [],                                                                      []],
    // Neither prompted nor warned: no consequence may be ruled yet.
    [{ prompted: false, warned: false },                            [],                                                                      ['prompt', 'warning']],
    [{ role: 'defendant', warned: false },                          [],                                                                      ['warning']],
    // The network, a device, power, force majeure, or leave of the court: never a consequence.
    [{ cause: 'network' },                                          [],                                                                      []],
    [{ cause: 'device', role: 'defendant' },                        [],                                                                      []],
    [{ cause: 'power' },                                            [],                                                                      []],
    [{ cause: 'forceMajeure', counterclaim: true },                 [],                                                                      []],
    [{ cause: 'leftWithPermission' },                               [],                                                                      []],
    [{ cause: 'network', role: 'witness' },                         ['continue-without'],                                                    []],
  ] as [Partial<Departure>, string[], string[]][])('%p', (facts, beside, missing) => {
    const { value } = openRulings({ ...left, ...facts });
    expect(value.rulings.map((open) => open.code)).toEqual(['no-consequence', 'adjourn', ...beside]);
    expect(value.missing).toEqual(missing);
  });

  test('the articles', () => {
    expect(openRulings(left).value.rulings.at(-1)?.articles).toEqual(['G6(1)', 'ONL-25', 'CPL-146']);
    expect(openRulings({ ...left, role: 'defendant', caseType: 'administrative' }).value.rulings.at(-1)?.articles).toEqual(['G6(1)', 'ONL-25', 'APL-58']);
  });
});
