import { expect, test } from '@jest/globals';
import type { HomeHearing, HomeTask } from '#api/contract/desk.ts';
import { nextStep, type NextStep } from './next-step.ts';

const now = '2026-05-20T00:00:00.000Z';
const hearing = (more: Partial<HomeHearing> = {}): HomeHearing => ({
  hearingId: 'h', caseId: 'c', caseNumber: 'n', causeOfAction: '', parties: '', caseType: 'civil', instance: 'first', kind: 'trial', sessionNumber: 1, startsAt: '2026-05-20T03:00:00.000Z', endsAt: '2026-05-20T04:00:00.000Z', courtroom: '', state: 'scheduled', phase: 'scheduled',
  roomOpen: false, insteadOf: null, interruption: null, participants: [], items: [], ...more,
});
const task = (more: Partial<HomeTask> = {}): HomeTask => ({
  taskId: 't', caseId: 'c', caseNumber: 'n', causeOfAction: '', parties: '', caseType: 'civil', instance: 'first', kind: 'schedule-hearing', role: 'clerk', state: 'open', assignee: null, participant: null, hearingId: null, articles: [], openedAt: now, dueAt: null,
  dueProvisional: false, overdue: false, claimedBy: null, mine: true, insteadOf: null, personal: false, assigned: null, reminded: null, ...more,
} as HomeTask);
const missing = (mine: boolean) => hearing({ items: [{ what: 'identity', participantId: 'p', state: 'waiting', task: { taskId: 'm', kind: 'verify-identity', mine, who: null } }] });
const absent = { personId: 'a', name: 'A' };
const nobody = { open: 0, overdue: 0, roles: 0 };

test.each<[string, HomeHearing[], HomeTask[], number, NextStep['what']]>([
  ['an interrupted session before all', [hearing({ state: 'open', interruption: { who: 'x', cause: 'unknown', since: now } })], [task({ overdue: true })], 0, 'interrupted'],
  ['a session under way', [hearing({ state: 'open' })], [task({ overdue: true })], 0, 'room'],
  ['a room that has opened', [hearing({ roomOpen: true, startsAt: '2026-05-20T00:20:00.000Z' })], [task()], 0, 'room'],
  ['not the room of whom one stands in for', [hearing({ state: 'open', insteadOf: absent })], [task()], 0, 'task'],
  ['what the head reminded of', [missing(true)], [task({ overdue: true }), task({ reminded: { by: 'x', note: '', at: now } })], 0, 'reminded'],
  ['what is overdue', [missing(true)], [task(), task({ overdue: true })], 0, 'overdue'],
  ['what a hearing still needs of me', [missing(true)], [task()], 0, 'mend'],
  ['what is due today', [missing(false)], [task()], 0, 'task'],
  ['not what is another’s alone by law', [], [task({ insteadOf: absent, personal: true, overdue: true })], 0, 'nothing'],
  ['not what a party has to do', [], [task({ role: 'participant', overdue: true, reminded: { by: 'x', note: '', at: now } })], 0, 'nothing'],
  ['others are waited for', [missing(false)], [], 3, 'waiting'],
  ['work of the role', [], [], 3, 'roles'],
  ['nothing', [hearing()], [], 0, 'nothing'],
])('%s', (_why, hearings, due, roles, what) => expect(nextStep({ hearings, due, counts: { ...nobody, roles } }, now).what).toBe(what));
