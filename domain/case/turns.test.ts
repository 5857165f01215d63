import { describe, expect, test } from '@jest/globals';
import { stageExits, stages, type Stage } from './stages.ts';
import { afterTurn, endsAtOnce, interrupted, type After, type TurnHow } from './turns.ts';

const none = { lastOpened: false, any: false };
const opened = { lastOpened: true, any: true };
const before = { lastOpened: false, any: true };

describe('where a case goes that ends or is suspended', () => {
  test.each([
    // turn,        stage,         how it ended,     sessions,  then
    ['offline',    'consent',     interrupted,      none,      { next: 'closed', turn: 'closes' }],
    ['withdrawn',  'filing',      interrupted,      none,      { next: 'closed', turn: 'closes' }],
    ['withdrawn',  'filing',      'rejected',       none,      { next: 'closed', turn: 'dropped' }],
    ['withdrawn',  'filing',      'accepted',       none,      { next: 'closed', turn: 'closes' }],
    ['offline',    'preparation', interrupted,      none,      { next: 'closed', turn: 'closes' }],
    ['offline',    'preparation', interrupted,      before,    { next: 'archiving', turn: 'closes' }], // a second session is prepared
    ['offline',    'hearing',     interrupted,      none,      { next: 'closed', turn: 'closes' }],    // before its room was opened
    ['offline',    'hearing',     'adjourned',      none,      { next: 'closed', turn: 'closes' }],    // before it was opened
    ['offline',    'hearing',     'adjourned',      opened,    { next: 'signing', turn: 'stays' }],
    ['withdrawn',  'hearing',     'withdrawn',      opened,    { next: 'signing', turn: 'stays' }],
    ['offline',    'signing',     'anotherSession', opened,    { next: 'archiving', turn: 'closes' }],
    ['offline',    'signing',     'signed',         opened,    { next: 'archiving', turn: 'dropped' }], // nothing is left to hear
    ['settled',    'signing',     'signed',         opened,    { next: 'archiving', turn: 'closes' }],
    ['withdrawn',  'archiving',   'sealed',         opened,    { next: 'closed', turn: 'dropped' }],
    ['suspended',  'evidence',    interrupted,      none,      { next: 'evidence', turn: 'suspends' }],
    ['suspended',  'evidence',    'exchanged',      none,      { next: 'scheduling', turn: 'suspends' }],
    ['suspended',  'preparation', interrupted,      none,      { next: 'scheduling', turn: 'suspends' }],
    ['suspended',  'scheduling',  'noticed',        none,      { next: 'scheduling', turn: 'suspends' }],
    ['suspended',  'hearing',     'adjourned',      none,      { next: 'scheduling', turn: 'suspends' }],
    ['suspended',  'hearing',     'adjourned',      opened,    { next: 'signing', turn: 'suspends' }],
    ['suspended',  'signing',     interrupted,      opened,    { next: 'signing', turn: 'suspends' }],
    ['suspended',  'signing',     'signed',         opened,    { next: 'archiving', turn: 'dropped' }],
    ['suspended',  'consent',     'offline',        none,      { next: 'closed', turn: 'dropped' }],
  ] as [TurnHow, Stage, string, typeof none, After][])('%s in %s that ended %s, %p', (how, stage, exit, held, after) => {
    expect(afterTurn(how, stage, exit, held)).toEqual(after);
  });

  test('whatever turns it and however the stage ends, what was opened is signed and archived', () => {
    for (const how of ['offline', 'withdrawn', 'settled', 'terminated'] as const) {
      for (const stage of stages) {
        for (const exit of [interrupted, ...Object.keys(stageExits[stage])]) {
          const after = afterTurn(how, stage, exit, opened);
          if (after.next === 'closed') expect([stage, exit]).toEqual(stage === 'archiving' ? ['archiving', exit] : ['filing', expect.stringMatching(/rejected|lapsed/)]);
        }
      }
    }
  });

  test('only what is held or completed is not cut short', () => {
    expect(stages.filter((stage) => !endsAtOnce(stage, 'offline', true))).toEqual(['hearing', 'signing', 'archiving']);
    expect(stages.filter((stage) => !endsAtOnce(stage, 'suspended', true))).toEqual(['hearing', 'archiving']);
    expect(endsAtOnce('hearing', 'suspended', false)).toBe(true);
  });
});
