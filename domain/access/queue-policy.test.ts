/** Who sees, puts off and comments on a task that is not their own: the division's people, and nobody of the parties. */
import { describe, expect, test } from '@jest/globals';
import type { CaseRelation, StaffRole } from '#domain/people/roles.ts';
import { may, type Operation, type Standing, type TaskSubject } from './policy.ts';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const clerks: TaskSubject = { kind: 'schedule-hearing', role: 'clerk', personId: another };
const partys: TaskSubject = { kind: 'submit-evidence', role: 'participant', personId: another };
const failed: TaskSubject = { kind: 'repair-step', role: 'operations', personId: null };
const answer = (roles: StaffRole[], standing: Partial<Standing>, operation: Operation): 'Y' | 'r' | '.' => {
  const permission = may({ personId: me, roles, verified: true }, { relation: 'none', stage: 'scheduling', ...standing }, operation);
  return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
};

describe('of the division of the case', () => {
  test.each([
    // roles,                division,   a clerk's, a party's, a failed step, the case itself
    [['divisionHead'],       'headOfDivision', 'Y', 'Y', '.', '.'],
    [['divisionHead'],       undefined,  '.', '.', '.', '.'],
    [['clerk'],              'ownDivision',     'Y', '.', '.', '.'],
    [['clerk'],              undefined,  '.', '.', '.', '.'],
    [['judge'],              'ownDivision',     '.', '.', '.', '.'],
  ] as const)('%j, %s', (roles, division, ...expected) => {
    const standing = division === undefined ? {} : { [division]: true };
    expect([...[clerks, partys, failed].map((task) => answer([...roles], standing, { do: 'see-task', task })), answer([...roles], standing, { do: 'see-case' })]).toEqual(expected);
    // To see is not to answer, and not to put off for oneself.
    for (const what of ['answer-task', 'claim-task', 'snooze-task'] as const) expect(answer([...roles], standing, { do: what, task: clerks })).toBe(expected[0] === 'Y' ? 'r' : '.');
    expect(answer([...roles], standing, { do: 'comment-task', task: clerks })).toBe(expected[0]);
  });

  test('who takes part in the case supervises nothing in it', () => {
    expect(answer(['divisionHead'], { headOfDivision: true, relation: 'participant' }, { do: 'see-task', task: clerks })).toBe('.');
  });
});

describe('comments are the court’s own', () => {
  test.each([
    ['presidingJudge', ['judge'], 'Y'], ['clerkOfCase', ['clerk'], 'Y'], ['participant', [], '.'], ['participant', ['clerk'], '.'], ['none', ['clerk'], '.'], ['none', ['manager'], 'r'],
  ] as [CaseRelation, StaffRole[], string][])('%s with %j', (relation, roles, expected) => {
    expect(answer(roles, { relation }, { do: 'comment-task', task: partys })).toBe(expected);
    expect(answer(roles, { relation }, { do: 'read-comments', task: partys })).toBe(expected === 'r' ? 'Y' : expected);
    // Also on a task of one's own as a party.
    if (relation === 'participant') expect(answer(roles, { relation }, { do: 'comment-task', task: { ...partys, personId: me } })).toBe('.');
  });
});

test('the queue is for the court’s staff', () => {
  expect([answer([], {}, { do: 'use-queue' }), answer(['technician'], {}, { do: 'use-queue' })]).toEqual(['.', 'Y']);
});
