import { describe, expect, test } from '@jest/globals';
import { deductionCodes, deductionWords, scoreSelfTest, type SelfTestFindings } from './self-test-score.ts';

const measures = { roundTripMs: 40, loss: 0, kilobitsPerSecond: 900, framesPerSecond: 24, microphoneLevel: 0.3 };
const good: SelfTestFindings = { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true, measures };
const with_ = (change: Partial<SelfTestFindings>): SelfTestFindings => ({ ...good, ...change });
const measured = (change: Partial<typeof measures>): SelfTestFindings => with_({ measures: { ...measures, ...change } });

describe('the self-test is scored (G2, G5, ONL-24)', () => {
  test.each<[string, SelfTestFindings, number, 'passed' | 'weak' | 'failed', string[]]>([
    // what was found,                            findings,                                          score, verdict, reasons
    ['everything is well',                         good,                                                100, 'passed', []],
    ['nobody measured: told on the phone',         { ...good, measures: undefined } as never,            90, 'passed', ['not-measured']],
    ['the network is slow',                        measured({ roundTripMs: 301 }),                       90, 'passed', ['slow']],
    ['exactly 300 ms is not slow',                 measured({ roundTripMs: 300 }),                      100, 'passed', []],
    ['the browser does not know the round trip',   with_({ measures: { ...measures, roundTripMs: null } }), 100, 'passed', []],
    ['very slow',                                  measured({ roundTripMs: 1200 }),                      70, 'weak',   ['very-slow']],
    ['some loss',                                  measured({ loss: 0.05 }),                             85, 'passed', ['loss']],
    ['some loss and little bandwidth',             measured({ loss: 0.05, kilobitsPerSecond: 200 }),     70, 'weak',   ['loss', 'narrow']],
    ['heavy loss',                                 measured({ loss: 0.2 }),                              55, 'failed', ['heavy-loss']],
    ['too little bandwidth',                       measured({ kilobitsPerSecond: 60 }),                  55, 'failed', ['very-narrow']],
    ['the picture is not fluent',                  measured({ framesPerSecond: 5 }),                     85, 'passed', ['few-frames']],
    ['no network',                                 with_({ network: false }),                             0, 'failed', ['no-network']],
    ['no camera',                                  with_({ camera: false }),                             60, 'failed', ['no-camera']],
    ['no microphone',                              with_({ microphone: false }),                         60, 'failed', ['no-microphone']],
    ['a microphone that hears nothing',            measured({ microphoneLevel: 0.004 }),                 60, 'failed', ['microphone-silent']],
    ['nothing heard from the speaker',             with_({ speaker: false }),                            60, 'failed', ['no-speaker']],
    ['a place that is not closed',                 with_({ venueClosedAndQuiet: false }),                60, 'failed', ['venue-not-closed']],
    ['never below nothing',                        with_({ network: false, camera: false }),              0, 'failed', ['no-camera', 'no-network']],
  ])('%s', (_what, findings, score, verdict, reasons) => {
    const scored = scoreSelfTest(findings);
    expect(scored).toMatchObject({ score, verdict });
    expect(scored.deductions.map(({ code }) => code)).toEqual(reasons);
    expect(scored.articles[0]).toBe('G2');
  });

  test('a place that is not closed rests on ONL-24 too', () => {
    expect(scoreSelfTest(with_({ venueClosedAndQuiet: false })).articles).toEqual(['G2', 'ONL-24']);
  });

  test('every deduction can be said in both languages', () => {
    for (const code of deductionCodes) expect([deductionWords[code].zh.length, deductionWords[code].en.length]).toEqual([expect.any(Number), expect.any(Number)]);
  });
});
