import { describe, expect, test } from '@jest/globals';
import { caseRelations, staffRoles, type CaseRelation, type StaffRole } from '#domain/people/roles.ts';
import { taskCatalogue, taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import { isDeputyFor, may, type Operation, type Standing, type TaskSubject, type Viewer } from './policy.ts';

const [me, absent, other] = ['me', 'absent', 'other'];
const viewer = (...roles: StaffRole[]): Viewer => ({ personId: me, roles, verified: true });
const standing = (more: Partial<Standing> = {}): Standing => ({ relation: 'none', stage: 'preparation', ...more });
const asDeputy = (relation: CaseRelation, more: Partial<Standing> = {}) => standing({ deputyFor: [{ personId: absent, relation }], ...more });
const task = (kind: TaskKindName, personId: string | null, role = taskCatalogue[kind].role): TaskSubject => ({ kind, role, personId });
/** Y allowed, r refused openly, . not to be seen. */
function answer(who: Viewer, where: Standing | null, operation: Operation): 'Y' | 'r' | '.' {
  const permission = may(who, where, operation);
  return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
}

describe('who gives an open task of a role to a colleague', () => {
  const assign = (who: Viewer, where: Standing | null, subject = task('explain-gap', null)) => answer(who, where, { do: 'assign-task', task: subject });
  test('the head of the case’s division, its judge and its clerk; to all others there is no such task', () => {
    expect(assign(viewer('divisionHead'), standing({ headOfDivision: true }))).toBe('Y');
    expect(assign(viewer('divisionHead'), standing())).toBe('.');
    expect(caseRelations.filter((relation) => assign(viewer(), standing({ relation })) === 'Y')).toEqual(['presidingJudge', 'clerkOfCase']);
    expect(staffRoles.filter((role) => assign(viewer(role), standing()) !== '.')).toEqual([]);
    expect(assign(viewer('divisionHead'), standing({ headOfDivision: true, relation: 'participant' }))).toBe('.');
    expect(assign(viewer('divisionHead'), null)).toBe('.');
  });
  test('nothing that waits for one person, for a party, for operations, or further up', () => {
    const head = (subject: TaskSubject) => assign(viewer('divisionHead'), standing({ headOfDivision: true }), subject);
    expect(head(task('schedule-hearing', other))).toBe('.');
    expect(head(task('consent-online', null))).toBe('.');
    expect(head(task('repair-step', null))).toBe('.');
    expect(head(task('approve-livestream-vice-president', null))).toBe('.');
    expect(head(task('review-filing', null))).toBe('Y');
  });
});

describe('a deputy during an absence', () => {
  const answers = (kind: TaskKindName, where = asDeputy('clerkOfCase'), who = viewer('clerk')) => answer(who, where, { do: 'answer-task', task: task(kind, absent) });
  test('sees and answers what waits for the absent one', () => {
    for (const kind of ['schedule-hearing', 'verify-identity', 'test-courtroom', 'phone-notice'] as const) {
      expect(answers(kind)).toBe('Y');
      expect(answer(viewer('clerk'), asDeputy('clerkOfCase'), { do: 'see-task', task: task(kind, absent) })).toBe('Y');
    }
    expect(answer(viewer('clerk'), asDeputy('clerkOfCase'), { do: 'see-case' })).toBe('Y');
    expect(answer(viewer('clerk'), asDeputy('clerkOfCase'), { do: 'see-slots' })).toBe('Y');
  });
  test('not without the role, not of another person, not as who takes part, not when it is over', () => {
    expect(answers('schedule-hearing', asDeputy('clerkOfCase'), viewer('technician'))).toBe('.');
    expect(answer(viewer('clerk'), asDeputy('clerkOfCase'), { do: 'answer-task', task: task('schedule-hearing', other) })).toBe('.');
    expect(answers('schedule-hearing', asDeputy('clerkOfCase', { relation: 'participant' }))).toBe('.');
    expect(answers('schedule-hearing', standing())).toBe('.');
  });
  test('what the law gives to one person is seen, and not answered', () => {
    for (const kind of ['finish-transcript', 'enter-judgment', 'assess-livestream-risk', 'resume-hearing', 'rule-on-withdrawal'] as const) {
      const role = taskCatalogue[kind].role as StaffRole;
      const where = asDeputy(role === 'clerk' ? 'clerkOfCase' : 'presidingJudge');
      expect([kind, answers(kind, where, viewer(role)), answer(viewer(role), where, { do: 'see-task', task: task(kind, absent) })]).toEqual([kind, 'r', 'Y']);
      expect(isDeputyFor(viewer(role), where, task(kind, absent))).toBe(true);
    }
  });
  test('nothing else of the absent one’s office: no presiding, no transcript, no moved hearing, no room, no confidential volume', () => {
    for (const relation of ['presidingJudge', 'clerkOfCase'] as const) {
      const who = viewer(relation === 'clerkOfCase' ? 'clerk' : 'judge');
      for (const operation of [{ do: 'move-phase' }, { do: 'write-transcript' }, { do: 'reopen-transcript' }, { do: 'change-hearing' }, { do: 'see-recording' }, { do: 'intend-livestream' }, { do: 'extract-recording' }] as Operation[]) {
        expect([operation.do, answer(who, asDeputy(relation), operation)]).toEqual([operation.do, 'r']);
      }
    }
  });
});

test('every task of a judge is either the judge’s own by law, with reason and article, or a deputy’s too', () => {
  const kinds = taskKindNames.map((name) => taskCatalogue[name] as TaskKind).filter(({ role }) => role === 'judge');
  expect(kinds.filter(({ personal }) => !personal).map(({ kind }) => kind)).toEqual(['propose-online']);
  for (const { personal } of taskKindNames.map((name) => taskCatalogue[name] as TaskKind)) if (personal) expect(personal.articles.length).toBeGreaterThan(0);
});

describe('what is overdue', () => {
  const remind = (who: Viewer, where: Standing | null, escalatedTo: 'divisionHead' | 'vicePresident' | 'courtPresident' = 'divisionHead') => answer(who, where, { do: 'remind-of-task', escalatedTo });
  test('whom it went up to reminds; nobody else, and no head of another division', () => {
    expect(remind(viewer('divisionHead'), standing({ headOfDivision: true }))).toBe('Y');
    expect(remind(viewer('divisionHead'), standing())).toBe('.');
    expect(remind(viewer('divisionHead'), standing({ headOfDivision: true }), 'vicePresident')).toBe('.');
    expect(remind(viewer('vicePresident'), standing(), 'vicePresident')).toBe('Y');
    expect(remind(viewer('vicePresident'), standing({ relation: 'participant' }), 'vicePresident')).toBe('.');
    expect(staffRoles.filter((role) => remind(viewer(role), standing({ headOfDivision: true })) === 'Y')).toEqual(['divisionHead']);
  });
  test('the lists', () => {
    const who = (operation: Operation) => staffRoles.filter((role) => answer(viewer(role), null, operation) === 'Y');
    expect(who({ do: 'see-escalated' })).toEqual(['divisionHead', 'vicePresident', 'courtPresident']);
    expect(who({ do: 'see-absences' })).toEqual(['divisionHead', 'manager']);
    expect(who({ do: 'see-home' })).toEqual([...staffRoles]);
    expect(answer(viewer(), null, { do: 'enter-absence' })).toBe('.');
  });
});
