import { describe, expect, test } from '@jest/globals';
import { endIfExcluded, type ApprovalEvent } from './approval.ts';
import { formOf, isFormDue } from './form.ts';
import { applied, approved, assessed, before, bothAssessed, chainApproved, changed, content, facts, opening, play, refusedBy, returned, start, straight } from './testing/sample-approval.ts';

const opinions = (events: readonly ApprovalEvent[]) => {
  const { judge, divisionHead, vicePresident } = formOf(play(events));
  return [judge, divisionHead, vicePresident].map((opinion) => opinion?.text ?? null);
};
const toTheHead = [...bothAssessed, applied(), approved('technical-screening')];

describe('the approval form (N-form)', () => {
  test.each([
    ['assessed', bothAssessed, [null, null, null]],
    ['applied for', [...bothAssessed, applied()], [content.opinion, null, null]],
    ['the division head agrees', [...toTheHead, approved('division-head')], [content.opinion, '同意。同意', null]],
    ['both agree', [...bothAssessed, applied(), ...chainApproved], [content.opinion, '同意。同意', '同意。同意']],
    ['the division head returns it', [...toTheHead, returned('division-head')], [content.opinion, '退回修改。请补充', null]],
    ['returned, and applied for anew', [...toTheHead, returned('division-head'), applied({ opinion: '补充后建议直播' })], ['补充后建议直播', null, null]],
    ['the vice president refuses', [...toTheHead, approved('division-head'), refusedBy('vice-president')], [content.opinion, '同意。同意', '不同意。不宜直播']],
    ['new facts make all void: the fields are empty again', [...straight, changed({ causeFamily: 'labour' })], [null, null, null]],
  ] as [string, ApprovalEvent[], (string | null)[]][])('%s', (_what, events, expected) => expect(opinions(events)).toEqual(expected));

  test('who, when, and the highest risk', () => {
    const form = formOf(play([assessed('judge', 'general'), assessed('second'), applied(), ...chainApproved]));
    expect(form).toMatchObject({ appliedAt: before, risk: 'general', opening, judgeInCharge: 'judge', panel: ['judge', 'second'], divisionHead: { by: 'head', at: before }, vicePresident: { by: 'vice', at: before } });
  });

  test('one is kept from the application on, and for whatever ended', () => {
    expect(isFormDue(play(bothAssessed))).toBe(false);
    expect(isFormDue(play([...bothAssessed, applied()]))).toBe(true);
    expect(isFormDue(endIfExcluded({ ...start, facts: { ...facts, tradeSecret: true } }, before))).toBe(true);
    expect(isFormDue(play([{ what: 'opening', at: opening }]))).toBe(true);
  });
});
