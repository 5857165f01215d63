import { describe, expect, test } from '@jest/globals';
import { applyToApproval, endIfExcluded, type ApprovalEvent } from './approval.ts';
import { isApproved, lacking, riskOf, screeningOf, statusOf, stepNow, type Approval, type ApprovalStatus } from './approval-state.ts';
import { applied, approved, assessed, before, bothAssessed, bothTold, chainApproved, changed, decided, facts, joined, moved, objected, opening, play, refusedBy, returned, soleJudge, start, straight, told } from './testing/sample-approval.ts';

const lacks = (approval: Approval) => lacking(approval).map((one) => Object.values(one).join(' '));
const withdrawn: ApprovalEvent = { what: 'withdrawn', by: 'judge', at: before, reason: '不再直播' };
const cancelled: ApprovalEvent = { what: 'hearingCancelled', at: before, reason: '延期' };
const opened: ApprovalEvent = { what: 'opening', at: opening };
const massInterest = { ...start, facts: { ...facts, massInterest: true } };

describe('the way to an approval (N2)', () => {
  test.each([
    [[],                                                                        'assessing', undefined],
    [[assessed('judge')],                                                       'assessing', undefined],
    [bothAssessed,                                                              'applying',  undefined],
    [[...bothAssessed, applied()],                                              'deciding',  'technical-screening'],
    [[...bothAssessed, applied(), approved('technical-screening')],             'deciding',  'division-head'],
    [[...bothAssessed, applied(), ...chainApproved.slice(0, 2)],                'deciding',  'vice-president'],
    [[...bothAssessed, applied(), ...chainApproved],                            'held',      undefined], // nobody was told yet (N1)
    [[...bothAssessed, applied(), ...chainApproved, told('p1')],                'held',      undefined],
    [straight,                                                                  'approved',  undefined],
    [[...straight, objected('p1')],                                             'held',      undefined],
    [[...straight, objected('p1'), decided(false)],                             'approved',  undefined],
    [[...straight, objected('p1'), decided(true)],                              'notStreamed', undefined],
    [[...bothAssessed, applied(), returned('technical-screening')],             'applying',  undefined],
    [[...straight, changed({ causeFamily: 'labour' })],                         'assessing', undefined],
    [[...straight, opened],                                                     'approved',  undefined],
    [[...straight.slice(0, -1), opened],                                        'notStreamed', undefined],
  ] as [ApprovalEvent[], ApprovalStatus, string | undefined][])('%#', (events, status, step) => {
    const approval = play(events);
    expect(statusOf(approval)).toBe(status);
    expect(stepNow(approval)?.id).toBe(step);
    expect(isApproved(approval)).toBe(status === 'approved');
  });

  test('what is lacking is named', () => {
    expect(lacks(start)).toEqual(['assessment judge', 'assessment second', 'application', 'step technical-screening', 'step division-head', 'step vice-president', 'notice p1', 'notice p2']);
    expect(lacks(play([...straight, objected('p2')]))).toEqual(['objectionUndecided o1']);
  });

  test('mass-interest cases are reported level by level up to the province', () => {
    const own = play(straight, massInterest);
    expect(statusOf(own)).toBe('deciding');
    expect(stepNow(own)?.id).toBe('report-intermediate');
    const intermediate = play([approved('report-intermediate')], own);
    expect(stepNow(intermediate)?.id).toBe('report-provincial');
    expect(statusOf(play([{ what: 'stepApproved', step: 'report-provincial', by: 'tmo', at: before, opinion: '同意', reference: '豫高法宣〔2026〕1号' }], intermediate))).toBe('approved');
    // Marked later: what the own court approved rested on other facts.
    expect(lacks(play([...straight, changed({ massInterest: true })]))).toContain('step report-provincial');
  });
});

describe('the risk (N2): the highest counts, and high risk ends it', () => {
  test('general over low', () => expect(riskOf(play([assessed('judge', 'general'), assessed('second')]))).toBe('general'));
  test('high, by whomever and whatever the others find', () => {
    for (const events of [[assessed('judge', 'high')], [assessed('judge'), assessed('second', 'high')]]) {
      expect(play(events).end).toMatchObject({ how: 'excluded', articles: ['N2'], reason: { zh: '经评估风险较高，不得公开。' } });
    }
  });
  test('assessed once; again only on new facts, and then by all', () => {
    expect(applyToApproval(play([assessed('judge', 'general')]), assessed('judge'))).toMatchObject({ code: 'assessed-already', articles: ['N2'] });
    const anew = play([...straight, changed({ causeFamily: 'tort' }), assessed('second')]);
    expect(lacks(anew).slice(0, 2)).toEqual(['assessment judge', 'application']);
    expect(anew.assessments).toHaveLength(3);
  });
});

describe('returned for changes (N2)', () => {
  const back = play([...bothAssessed, applied(), ...bothTold, ...chainApproved.slice(0, 2), returned('vice-president')]);
  test.each([
    // what the new application changes                         whose turn it is then     in force            void
    [{ technicalArrangement: '双机位' },                        'technical-screening',    [],                 ['technical-screening', 'division-head']],
    [{ incidentPlan: '技术人员值守' },                          'division-head',          ['technical-screening'], ['division-head']],
    [{ opinion: '建议直播，已补充' },                           'division-head',          ['technical-screening'], ['division-head']],
    [{ technicalArrangement: '双机位', outcomePlan: '判决' },   'technical-screening',    [],                 ['technical-screening', 'division-head']],
  ] as const)('%j: again from %s', (change, step, inForce, voided) => {
    const again = play([applied(change)], back);
    expect(stepNow(again)?.id).toBe(step);
    expect(again.approvals.filter((given) => given.void === undefined).map((given) => given.step)).toEqual(inForce);
    expect(again.approvals.filter((given) => given.void === 'applicationChanged').map((given) => given.step)).toEqual(voided);
  });
  test('nothing changed is no change', () => expect(applyToApproval(back, applied())).toMatchObject({ code: 'nothing-changed' }));
  test('nobody decides while it is back with the judge', () => expect(applyToApproval(back, approved('vice-president'))).toMatchObject({ code: 'not-this-steps-turn' }));
  test('approvals are kept, void ones beside those in force', () => {
    const done = play([applied({ incidentPlan: '新' }), approved('division-head'), approved('vice-president')], back);
    expect(statusOf(done)).toBe('approved');
    expect(done.approvals.map(({ step, version, void: why }) => `${step} ${version} ${why ?? 'in force'}`)).toEqual([
      'technical-screening 1 in force', 'division-head 1 applicationChanged', 'division-head 2 in force', 'vice-president 2 in force',
    ]);
  });
});

describe('new facts are screened at once (N4)', () => {
  test.each([
    [{ tradeSecret: true }, ['N4(2)']], [{ ethnicIssue: true }, ['N4(1)']], [{ otherwiseUnsuitable: true }, ['N4(5)']], [{ tradeSecret: true, terrorism: true }, ['N4(1)', 'N4(2)']],
  ])('%j ends it, also when it was approved', (change, articles) => {
    for (const events of [[], straight]) expect(play([...events, changed(change)]).end).toMatchObject({ how: 'excluded', articles });
  });
  test('others void everything that rested on the old ones', () => {
    const anew = play([...straight, changed({ causeFamily: 'labour' })]);
    expect(anew.approvals.map((given) => given.void)).toEqual(['factsChanged', 'factsChanged', 'factsChanged']);
    expect(statusOf(play([...bothAssessed, applied(), ...chainApproved], anew))).toBe('approved');
  });
  test('excluded from the start', () => {
    expect(endIfExcluded({ ...start, facts: { ...facts, stateSecret: true } }, before).end).toMatchObject({ how: 'excluded', articles: ['N4(2)'] });
    expect(endIfExcluded(start, before).end).toBeUndefined();
  });
});

describe('objections (N4 (3), (4))', () => {
  test.each([
    // who objects                                       type of case       article
    [{ role: 'prosecutor' as const },                    'criminal',        'N4(3)'],
    [{ role: 'plaintiff' as const },                     'civil',           'N4(4)'],
    [{ role: 'agent' as const },                         'administrative',  'N4(4)'],
    [{ role: 'defender' as const },                      'criminal',        'N4(5)'],
    [{ role: 'witness' as const },                       'civil',           'N4(5)'],
  ] as const)('%j in a %s case: well-founded, it ends it under %s', (who, caseType, article) => {
    const theirs = { ...start, facts: { ...facts, caseType }, participants: [{ participantId: 'p1', personId: 'x', ...who }] };
    const held = applyToApproval(theirs, objected('p1'));
    expect(held.articles).toEqual([article]);
    expect(play([objected('p1'), decided(true)], theirs).end).toMatchObject({ how: 'excluded', articles: [article] });
    expect(play([objected('p1'), decided(false)], theirs).end).toBeUndefined();
  });
  test('who objects was told', () => expect(play([objected('p1')]).told).toEqual(['p1']));
  test('two objections are two decisions', () => {
    const both = play([...straight, objected('p1'), objected('p2', 'o2'), decided(false)]);
    expect(lacks(both)).toEqual(['objectionUndecided o2']);
    expect(screeningOf(play([decided(true, 'o2')], both)).value.excluded.map(({ code }) => code)).toEqual(['other-objects']);
  });
});

describe('refused', () => {
  test.each([
    ['a stranger assesses',                         [],                                     assessed('stranger'),                        'not-of-the-panel'],
    ['another judge applies',                       bothAssessed,                           applied({}, 'second'),                       'not-the-judge-in-charge'],
    ['applied before all assessed',                 [assessed('judge')],                    applied(),                                   'no-application-wanted'],
    ['applied twice',                               [...bothAssessed, applied()],           applied({ opinion: '另' }),                  'no-application-wanted'],
    ['the vice president first',                    [...bothAssessed, applied()],           approved('vice-president'),                  'not-this-steps-turn'],
    ['a report of a case that is not mass-interest', straight,                              approved('report-provincial'),               'not-this-steps-turn'],
    ['a step twice',                                [...bothAssessed, applied(), approved('technical-screening')], approved('technical-screening'), 'not-this-steps-turn'],
    ['approved before it is applied for',           bothAssessed,                           approved('technical-screening'),             'not-this-steps-turn'],
    ['the judge approves the own application',      [...bothAssessed, applied(), approved('technical-screening')], approved('division-head', 'judge'), 'own-application'],
    ['one person approves both levels',             [...bothAssessed, applied(), ...chainApproved.slice(0, 2)], approved('vice-president', 'head'), 'approved-another-step'],
    ['a stranger is told',                          [],                                     told('p9'),                                  'not-a-participant'],
    ['told twice',                                  [told('p1')],                           told('p1'),                                  'told-already'],
    ['a stranger objects',                          [],                                     objected('p9'),                              'not-a-participant'],
    ['an objection made twice',                     [objected('p1')],                       objected('p2'),                              'objected-already'],
    ['an objection that nobody made',               [],                                     decided(true),                               'no-such-objection'],
    ['an objection decided twice',                  [objected('p1'), decided(false)],       decided(true),                               'no-such-objection'],
    ['another judge decides the objection',         [objected('p1')],                       decided(false, 'o1', 'second'),              'not-the-judge-in-charge'],
    ['facts that are known already',                [],                                     changed({ causeFamily: 'contract' }),        'nothing-changed'],
    ['anything after the end',                      [withdrawn],                            assessed('judge'),                           'livestream-decided'],
    ['anything after a cancelled hearing',          [cancelled],                            applied(),                                   'livestream-decided'],
    ['new facts after the opening',                 [...straight, opened],                  changed({ tradeSecret: true }),              'livestream-decided'],
    ['an approval at the opening',                  [...bothAssessed, applied(), ...bothTold, ...chainApproved.slice(0, 2)], approved('vice-president', 'vice', opening), 'livestream-too-late'],
  ] as [string, ApprovalEvent[], ApprovalEvent, string][])('%s', (_name, events, event, code) => {
    const outcome = applyToApproval(play(events), event);
    expect(outcome).toMatchObject({ code, message: { zh: expect.any(String), en: expect.any(String) } });
    expect(outcome.articles.length).toBeGreaterThan(0);
  });
});

describe('each end has its reason and articles', () => {
  test.each([
    [[withdrawn],                                                    'withdrawn',        ['N2']],
    [[cancelled],                                                    'hearingCancelled', ['N2']],
    [[opened],                                                       'notDecidedInTime', ['N2']],
    [[...bothAssessed, applied(), refusedBy('technical-screening')], 'refused',          ['N6']],
    [[...straight, opened],                                          'approved',         ['N2']],
  ] as [ApprovalEvent[], string, string[]][])('%#: %s', (events, how, articles) => {
    expect(play(events).end).toMatchObject({ how, articles });
  });
});

describe('people change while it is being approved', () => {
  test('who joins is told and may object; what was approved stands (N1)', () => {
    const more = play([...straight, moved({ participants: joined })]);
    expect(lacks(more)).toEqual(['notice p3']);
    expect(isApproved(play([told('p3')], more))).toBe(true);
  });
  test('another bench assesses and applies anew; earlier approvals are void, not lost (N2)', () => {
    const other = play([...straight, moved({ bench: soleJudge })]);
    expect(statusOf(other)).toBe('assessing');
    expect(other.approvals.map(({ void: why }) => why)).toEqual(['benchChanged', 'benchChanged', 'benchChanged']);
    expect(isApproved(play([assessed('judge'), applied(), ...chainApproved], other))).toBe(true);
  });
  test('an objection of somebody who left counts as theirs (N4)', () => {
    const left = play([...straight, objected('p1'), moved({ participants: start.participants.slice(1) }), decided(true)]);
    expect(left.end).toMatchObject({ how: 'excluded', articles: ['N4(4)'] });
  });
  test('the same people again change nothing', () => {
    expect(applyToApproval(start, moved({ participants: start.participants }))).toMatchObject({ code: 'nothing-changed' });
  });
});
