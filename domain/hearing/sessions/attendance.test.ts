import { describe, expect, test } from '@jest/globals';
import { sessionKinds, type SessionKind } from '#domain/case/types.ts';
import { isArticleId } from '#domain/law/articles.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';
import { requiredNow, schedulable, type Attending } from './attendance.ts';
import { sessions } from './sessions.ts';

const people = (come: string): { participantId: string; role: ParticipantRole; present: boolean }[] => ([
  ['p', 'plaintiff'], ['d', 'defendant'], ['a', 'agent'], ['w', 'witness'], ['x', 'detentionPlace'],
] as const).map(([participantId, role]) => ({ participantId, role, present: come.includes(participantId) }));

test('no trial of a public prosecution without the procuratorate (CRPL-189); one whom the court invited is no side', () => {
  const accused: Attending = { participantId: 'd', role: 'defendant', present: true };
  const prosecutor: Attending = { participantId: 'p', role: 'prosecutor', present: false };
  expect([...requiredNow('trial', [accused, { ...prosecutor, prosecutes: true }])]).toEqual(['d', 'p']);
  expect([...requiredNow('trial', [accused, prosecutor])]).toEqual(['d']);
});

describe('without whom the session does not go on', () => {
  const table: [SessionKind, string, string][] = [
    // kind,               who has come, who is required
    ['trial',              'pd',         'dp'],
    ['trial',              'a',          'dp'],
    ['mediation',          'p',          'dp'],
    ['publicHearing',      '',           'dp'],
    ['evidenceExchange',   '',           'dp'],
    ['inquiry',            '',           'dp'], // nobody has come: any of them would do
    ['inquiry',            'd',          'd'],  // the one who is asked
    ['inquiry',            'pd',         ''],   // either may leave
    ['service',            'p',          'p'],
    ['pronouncement',      '',           ''],   // CPL-151: pronounced also in absence
    ['custodyQuestioning', 'd',          'dx'], // ONL-37: the place of detention too
  ];
  test.each(table)('%s, come: %p', (kind, come, expected) => {
    expect([...requiredNow(kind, people(come))].sort().join('')).toBe(expected);
  });
});

test('questioning in custody needs a place of detention in the case (ONL-37); the others need what every case has', () => {
  const roles: ParticipantRole[] = ['plaintiff', 'defendant'];
  expect(sessionKinds.filter((kind) => isRefusal(schedulable(kind, roles)))).toEqual(['custodyQuestioning']);
  expect(schedulable('custodyQuestioning', roles)).toMatchObject({ code: 'participant-lacking', articles: ['ONL-37'] });
  expect(isRefusal(schedulable('custodyQuestioning', ['prosecutor', 'defendant', 'detentionPlace']))).toBe(false);
});

test.each(sessionKinds)('%s: agenda, attendance and outcome each with articles', (kind) => {
  const { agenda, attendance, outcome } = sessions[kind];
  expect(agenda[0]?.phase).toBe('opening');
  for (const { articles } of [...agenda, attendance, outcome]) {
    expect(articles.length).toBeGreaterThan(0);
    expect(articles.every(isArticleId)).toBe(true);
  }
});
