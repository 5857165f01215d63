/** Who supervises sees everything of a case and changes nothing in it. */
import { describe, expect, test } from '@jest/globals';
import { evidenceActNames } from '#domain/evidence/acts.ts';
import { staffRoles, type StaffRole, type TaskRole } from '#domain/people/roles.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';
import { escalationRoles } from '#domain/tasks/escalation.ts';
import { may, type Operation, type OperationName, type Viewer } from './policy.ts';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const viewer = (...roles: StaffRole[]): Viewer => ({ personId: me, roles, verified: true });
const answer = (who: Viewer, operation: Operation) => may(who, { relation: 'none', stage: 'preparation' }, operation);

/** Every operation there is: does it change anything? A new one does not compile until that is said. */
const changes: Record<OperationName, boolean> = {
  'file-case': true, 'list-all-cases': false, 'see-failed-steps': false, 'reset-workflow': true, 'see-health': false, 'see-statistics': false, 'see-looks': false, 'see-calendar': false, 'change-calendar': true,
  'see-case': false, 'see-timeline': false, 'see-history': false, 'audit-case': false, 'see-slots': false, 'name-unavailable-days': true, 'confirm-notice': true, 'tell-case': true, 'name-successor': true,
  'see-task': false, 'answer-task': true, 'claim-task': true, 'snooze-task': true, 'read-comments': false, 'comment-task': true, 'use-queue': false, 'see-hearing': false, 'enter-hearing': true, 'move-phase': true, 'change-hearing': true, 'report-self-test': true,
  'see-transcript': false, 'write-transcript': true, 'reopen-transcript': true, 'see-recording': false, 'apply-for-recording': true, 'extract-recording': true, 'act-on-evidence': true,
  'apply-for-recusal': true, 'ask-replacement': true, invite: true, 'change-representative': true, 'intend-livestream': true, 'object-to-livestream': true, 'report-livestream-facts': true,
  'see-livestream-approval': false, 'see-file': false,
  'see-home': false, 'see-absences': false, 'see-escalated': false, 'enter-absence': true, 'assign-task': true, 'remind-of-task': true,
};

/** What an operation is asked about, where it needs more than its name. */
function asked(name: OperationName): Operation[] {
  switch (name) {
    case 'see-task': case 'answer-task': case 'claim-task': case 'assign-task': case 'snooze-task': case 'read-comments': case 'comment-task':
      return taskKindNames.flatMap((kind) => {
        const role: TaskRole = taskCatalogue[kind].role;
        return [{ do: name, task: { kind, role, personId: null } }, { do: name, task: { kind, role, personId: another } }] satisfies Operation[];
      });
    case 'remind-of-task': return escalationRoles.map((escalatedTo) => ({ do: name, escalatedTo }));
    case 'enter-hearing': return [{ do: name, seated: false }];
    case 'see-transcript': return [{ do: name }, { do: name, frozen: true }];
    case 'act-on-evidence': return evidenceActNames.map((act) => ({ do: name, act }));
    case 'see-file': return ['evidence', 'recording', 'transcript', 'signature', 'notice', 'disc', 'history', 'livestream-approval'].map((purpose) => ({ do: name, file: { purpose, uploadedBy: another, caseId: another } }));
    default: return [{ do: name } as Operation];
  }
}
const names = Object.keys(changes) as OperationName[];
/** Of the person, not of any case: everybody of the court has them. */
const ofOneself: readonly OperationName[] = ['see-home', 'enter-absence'];

describe('the manager', () => {
  test.each(names.filter((name) => changes[name] && !ofOneself.includes(name) && name !== 'change-calendar'))('does not %s', (name) => {
    for (const operation of asked(name)) expect(answer(viewer('manager'), operation)).toMatchObject({ allowed: false });
  });

  test('sets the court’s closing days, and that is all (G4)', () => {
    expect(answer(viewer('manager'), { do: 'change-calendar' }).allowed).toBe(true);
  });

  test.each(names.filter((name) => !changes[name] && !['see-failed-steps', 'see-health', 'see-slots', 'see-escalated'].includes(name)))('may %s', (name) => {
    for (const operation of asked(name)) expect(answer(viewer('manager'), operation).allowed).toBe(true);
  });

  test.each(names)('has nothing by the office in a case of their own: %s', (name) => {
    for (const operation of asked(name)) {
      const [asManager, asNobody] = [viewer('manager'), viewer()].map((who) => may(who, { relation: 'participant', stage: 'preparation' }, operation).allowed);
      if (!ofOneself.includes(name) && !['see-absences', 'list-all-cases', 'use-queue', 'see-statistics', 'see-looks', 'see-calendar', 'change-calendar', 'file-case'].includes(name)) expect([name, asManager]).toEqual([name, asNobody]);
    }
  });
});

describe('history, audit, statistics and looks', () => {
  test.each(staffRoles)('%s', (role) => {
    const supervises = role === 'manager' || role === 'trialManagementOffice';
    for (const name of ['see-history', 'audit-case', 'see-statistics', 'see-looks'] as const) expect([name, answer(viewer(role), { do: name }).allowed]).toEqual([name, supervises]);
  });
  test('are nobody’s else, and a stranger does not hear of them', () => {
    for (const name of ['see-history', 'audit-case', 'see-statistics', 'see-looks'] as const) expect(answer(viewer(), { do: name })).toMatchObject({ allowed: false, hide: true });
  });
});
