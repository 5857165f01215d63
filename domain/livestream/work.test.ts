import { describe, expect, test } from '@jest/globals';
import { workOf } from './work.ts';
import { applied, approved, assessed, bothAssessed, bothTold, chainApproved, changed, decided, objected, opening, play, returned, straight } from './testing/sample-approval.ts';
import type { ApprovalEvent } from './approval.ts';

const keys = (events: readonly ApprovalEvent[]) => workOf(play(events)).map(({ key }) => key);

describe('who is asked what', () => {
  test.each([
    ['the panel first',                       [],                                                       ['assess/1/judge', 'assess/1/second']],
    ['each for themselves',                   [assessed('judge')],                                      ['assess/1/second']],
    ['then the judge in charge',              bothAssessed,                                             ['apply/1/0/0']],
    ['then the chain, and everybody is told', [...bothAssessed, applied()],                             ['step/technical-screening/1/1', 'note/p1', 'note/p2']],
    ['one step after the other',              [...bothAssessed, applied(), ...bothTold, approved('technical-screening')], ['step/division-head/1/1']],
    ['what comes back',                       [...bothAssessed, applied(), ...bothTold, returned('technical-screening')], ['apply/1/1/1']],
    ['the changed application, asked anew',   [...bothAssessed, applied(), ...bothTold, returned('technical-screening'), applied({ technicalArrangement: '双机位' })], ['step/technical-screening/1/2']],
    ['an objection beside the chain',         [...bothAssessed, applied(), ...bothTold, objected('p1')], ['step/technical-screening/1/1', 'objection/o1/judge']],
    ['new facts: all again, nobody told twice', [...straight, changed({ causeFamily: 'labour' })],      ['assess/2/judge', 'assess/2/second']],
    ['nothing, once it is approved',          straight,                                                 []],
    ['nothing after the end',                 [...bothAssessed, applied(), objected('p1'), decided(true)], []],
    ['nothing after the opening',             [...bothAssessed, applied(), ...chainApproved, { what: 'opening', at: opening }], []],
  ] as [string, ApprovalEvent[], string[]][])('%s', (_name, events, expected) => expect(keys(events)).toEqual(expected));

  test('the judge sees who returned it and why', () => {
    expect(workOf(play([...bothAssessed, applied(), ...bothTold, returned('technical-screening')]))[0]).toMatchObject({ returned: { step: 'technical-screening', reason: '请补充' } });
  });
});
