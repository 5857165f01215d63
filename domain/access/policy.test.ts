import { describe, expect, test } from '@jest/globals';
import { caseRelations, staffRoles, type CaseRelation, type StaffRole } from '#domain/people/roles.ts';
import { stages } from '#domain/case/stages.ts';
import { taskKindNames } from '#domain/tasks/catalogue.ts';
import { isInternal, may, type FileSubject, type Operation, type TaskSubject, type Viewer } from './policy.ts';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const theCase = '00000000-0000-4000-8000-00000000000c';

const task = (kind: TaskSubject['kind'], role: TaskSubject['role'], personId: string | null): TaskSubject => ({ kind, role, personId });
const file = (purpose: string, uploadedBy: string | null = another): FileSubject => ({ purpose, uploadedBy, caseId: theCase });

/** The columns of the table, in order. Tasks and files are another person's unless the name says "my" or a role. */
const columns: [string, Operation][] = [
  ['see case', { do: 'see-case' }],
  ['timeline', { do: 'see-timeline' }],
  ['history', { do: 'see-history' }],
  ['slots', { do: 'see-slots' }],
  ['confirm notice', { do: 'confirm-notice' }],
  ['see another’s task', { do: 'see-task', task: task('consent-online', 'participant', another) }],
  ['answer another’s task', { do: 'answer-task', task: task('consent-online', 'participant', another) }],
  ['answer my task', { do: 'answer-task', task: task('consent-online', 'participant', me) }],
  ['settle another’s channel', { do: 'answer-task', task: task('choose-channel', 'participant', another) }],
  ['sign for another', { do: 'answer-task', task: task('sign-transcript', 'participant', another) }],
  ['test courtroom', { do: 'answer-task', task: task('test-courtroom', 'clerk', another) }],
  ['repair step', { do: 'answer-task', task: task('repair-step', 'operations', null) }],
  ['see hearing', { do: 'see-hearing' }],
  ['enter, seated', { do: 'enter-hearing', seated: true }],
  ['enter, no seat', { do: 'enter-hearing', seated: false }],
  ['move phase', { do: 'move-phase' }],
  ['see transcript', { do: 'see-transcript' }],
  ['write transcript', { do: 'write-transcript' }],
  ['reopen transcript', { do: 'reopen-transcript' }],
  ['evidence file', { do: 'see-file', file: file('evidence') }],
  ['signature file', { do: 'see-file', file: file('signature') }],
  ['recording', { do: 'see-file', file: file('recording') }],
  ['list all', { do: 'list-all-cases' }],
  ['failed steps', { do: 'see-failed-steps' }],
  ['health', { do: 'see-health' }],
  ['intend livestream', { do: 'intend-livestream' }],
  ['object to livestream', { do: 'object-to-livestream' }],
  ['livestream facts', { do: 'report-livestream-facts' }],
  ['livestream approval', { do: 'see-livestream-approval' }],
  ['livestream form', { do: 'see-file', file: file('livestream-approval', null) }],
  ['apply for recusal', { do: 'apply-for-recusal' }],
  ['ask replacement', { do: 'ask-replacement' }],
  ['invite', { do: 'invite' }],
  ['change agent', { do: 'change-representative' }],
];

/** Y allowed, r refused openly with the rule, . not to be seen (404). */
type Cell = 'Y' | 'r' | '.';

/** What the relation alone gives: a verified person without any role of the court, the case in preparation. */
const byRelation: Record<CaseRelation, string> = {
  //                 case              tasks                hearing                 files   court        livestream
  //                 see tim his slo con  see ans my  cha sig tes rep  see ent ent mov tra wri reo  evi sig rec  all fai hea  int obj fac app for  rcs rpl inv agt
  presidingJudge:   ' Y   Y   r   Y   r    Y   r   Y   r   r   r   .    Y   Y   r   Y   Y   Y   Y    Y   Y   Y    .   .   .    Y   r   Y  Y   Y    Y   Y   Y   r ',
  panelMember:      ' Y   Y   r   r   r    Y   r   Y   r   r   r   .    Y   Y   r   r   Y   r   r    Y   Y   Y    .   .   .    r   r   Y  Y   Y    Y   Y   r   r ',
  clerkOfCase:      ' Y   Y   r   Y   r    Y   r   Y   Y   r   r   .    Y   Y   r   Y   Y   Y   r    Y   Y   .    .   .   .    r   r   Y  Y   Y    Y   Y   Y   r ',
  technicianOfCase: ' Y   Y   r   r   r    .   .   Y   .   .   .   .    Y   Y   r   r   r   r   r    Y   .   .    .   .   .    r   r   r  Y   .    r   r   r   r ',
  participant:      ' Y   Y   r   r   Y    .   .   Y   .   .   .   .    Y   Y   r   r   Y   r   r    Y   .   .    .   .   .    r   Y   r  r   .    Y   r   r   Y ',
  none:             ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
};

/** What the office alone gives: a case that the person has nothing to do with, in preparation. */
const byRole: Record<StaffRole, string> = {
  //                      see tim his slo con  see ans my  cha sig tes rep  see ent ent mov tra wri reo  evi sig rec  all fai hea  int obj fac app for  rcs rpl inv agt
  filingClerk:           ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  clerk:                 ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  judge:                 ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  peoplesAssessor:       ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  technician:            ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  Y   .    .   .   .   . ',
  divisionHead:          ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  vicePresident:         ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  Y   Y    .   .   .   . ',
  courtPresident:        ' .   .   .   .   .    .   .   Y   .   .   .   .    .   Y   .   .   .   .   .    .   .   .    .   .   .    .   .   .  .   .    .   .   .   . ',
  trialManagementOffice: ' Y   Y   Y   r   r    Y   r   Y   r   r   r   r    Y   Y   r   r   Y   r   r    Y   Y   Y    Y   .   .    r   r   Y  Y   Y    r   r   r   r ',
  manager:               ' Y   Y   Y   r   r    Y   r   Y   r   r   r   r    Y   Y   r   r   Y   r   r    Y   Y   Y    Y   .   .    r   r   r  Y   Y    r   r   r   r ',
  operations:            ' .   .   .   .   .    .   .   Y   .   .   .   Y    .   Y   .   .   .   .   .    .   .   .    .   Y   Y    .   .   .  .   .    .   .   .   . ',
};

const viewer = (...roles: StaffRole[]): Viewer => ({ personId: me, roles, verified: true });
const cells = (row: string): Cell[] => row.trim().split(/\s+/) as Cell[];
function answer(who: Viewer, relation: CaseRelation, operation: Operation): Cell {
  const permission = may(who, { relation, stage: 'preparation' }, operation);
  return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
}
const strongest = (a: Cell, b: Cell): Cell => ([a, b].includes('Y') ? 'Y' : [a, b].includes('r') ? 'r' : '.');

describe('what a relation to the case gives', () => {
  test.each(caseRelations)('%s', (relation) => {
    expect(columns.map(([name, operation]) => `${name}: ${answer(viewer(), relation, operation)}`))
      .toEqual(columns.map(([name], at) => `${name}: ${cells(byRelation[relation])[at]}`));
  });
});

describe('what an office gives', () => {
  test.each(staffRoles)('%s', (role) => {
    expect(columns.map(([name, operation]) => `${name}: ${answer(viewer(role), 'none', operation)}`))
      .toEqual(columns.map(([name], at) => `${name}: ${cells(byRole[role])[at]}`));
  });
});

/** Who takes part in a case gets nothing in it from an office that the same person holds. */
const officeGivesNothingToParticipants = ['history', 'see another’s task', 'test courtroom', 'repair step', 'signature file', 'recording', 'answer another’s task', 'settle another’s channel', 'sign for another', 'livestream facts', 'livestream approval', 'livestream form'];

describe('an office and a relation together give what either gives', () => {
  const all = caseRelations.flatMap((relation) => staffRoles.map((role) => [role, relation] as const));
  test.each(all)('%s, %s', (role, relation) => {
    columns.forEach(([name, operation], at) => {
      const fromRelation = cells(byRelation[relation])[at]!;
      const fromRole = cells(byRole[role])[at]!;
      const expected = relation === 'participant' && officeGivesNothingToParticipants.includes(name) ? fromRelation : strongest(fromRelation, fromRole);
      expect(`${name}: ${answer(viewer(role), relation, operation)}`).toBe(`${name}: ${expected}`);
    });
  });
});

describe('the filing clerk sees a case while it is being filed', () => {
  test.each([...stages, 'closed'] as const)('%s', (stage) => {
    const permission = may(viewer('filingClerk'), { relation: 'none', stage }, { do: 'see-case' });
    expect(permission.allowed).toBe(stage === 'filing');
    expect(may(viewer('filingClerk'), { relation: 'none', stage }, { do: 'see-file', file: file('filing') }).allowed).toBe(stage === 'filing');
  });
});

describe('tasks of a role', () => {
  test.each([
    // task,                                       who,              relation,           answer
    ['review-filing', 'filingClerk', 'filingClerk', 'none', 'Y'],
    ['review-filing', 'filingClerk', 'clerk', 'none', '.'],
    ['review-filing', 'filingClerk', 'filingClerk', 'participant', '.'], // nobody reviews a filing in a case of their own
    ['schedule-hearing', 'clerk', 'clerk', 'none', 'Y'],
    ['schedule-hearing', 'clerk', 'judge', 'presidingJudge', 'r'],
    ['explain-gap', 'technician', 'technician', 'none', 'Y'],
    ['explain-gap', 'technician', 'clerk', 'clerkOfCase', 'Y'], // also by the clerk of the case
    ['explain-gap', 'technician', 'clerk', 'none', '.'], //         but by no other clerk
    ['repair-step', 'operations', 'judge', 'presidingJudge', '.'], // no internals to the bench
  ] as const)('%s of %s: %s, %s -> %s', (kind, role, who, relation, expected) => {
    expect(answer(viewer(who), relation, { do: 'answer-task', task: task(kind, role, null) })).toBe(expected);
  });

  test.each(taskKindNames)('%s of a participant is never answered by another participant', (kind) => {
    expect(answer(viewer(), 'participant', { do: 'answer-task', task: task(kind, 'participant', another) })).toBe('.');
  });

  test('nobody signs for another person, whatever they are', () => {
    for (const relation of caseRelations) for (const role of staffRoles) {
      expect(answer(viewer(role), relation, { do: 'answer-task', task: task('sign-transcript', 'clerk', another) })).not.toBe('Y');
    }
  });
});

test('the approval of a livestream is the court’s own (N2): of it a participant sees the notice alone, and their own', () => {
  const kinds = taskKindNames.filter((kind) => kind.includes('livestream'));
  expect(kinds.filter((kind) => !isInternal(kind))).toEqual(['note-livestream']);
  for (const kind of kinds) expect(answer(viewer(), 'participant', { do: 'see-task', task: task(kind, 'judge', another) })).toBe('.');
  const approves: Operation = { do: 'answer-task', task: task('approve-livestream-division-head', 'divisionHead', null) };
  // 庭长 is whoever heads the division of the case: the head of another one does not know of it.
  for (const operation of [approves, { do: 'see-livestream-approval' }, { do: 'see-file', file: file('livestream-approval', null) }] as Operation[]) {
    expect(may(viewer('divisionHead'), { relation: 'none', stage: 'preparation', headOfDivision: true }, operation)).toEqual({ allowed: true });
    expect(answer(viewer('divisionHead'), 'none', operation)).toBe('.');
  }
  expect(answer(viewer('vicePresident'), 'none', { do: 'answer-task', task: task('approve-livestream-division-head', 'divisionHead', null) })).toBe('.');
  // Nobody decides in a case that they take part in.
  expect(may(viewer('divisionHead'), { relation: 'participant', stage: 'preparation', headOfDivision: true }, approves)).toMatchObject({ allowed: false });
});

describe('the confidential volume (G10, N1)', () => {
  test.each(['recording', 'disc', 'archive-confidential', 'history'])('%s is never a participant’s, not even with an office or as its maker', (purpose) => {
    for (const role of staffRoles) {
      expect(answer(viewer(role), 'participant', { do: 'see-file', file: file(purpose, me) })).toBe('.');
    }
  });
});

describe('real-name verification (G3)', () => {
  const unverified: Viewer = { personId: me, roles: [], verified: false };
  test.each([
    [{ do: 'file-case' }],
    [{ do: 'confirm-notice' }],
    [{ do: 'enter-hearing', seated: true }],
    [{ do: 'answer-task', task: task('consent-online', 'participant', me) }],
  ] as [Operation][])('%j asks for it', (operation) => {
    expect(may(unverified, { relation: 'participant', stage: 'preparation' }, operation)).toMatchObject({ allowed: false, hide: false, refusal: { code: 'identity-not-verified', articles: ['G3'] } });
  });

  test('a verified person files, the court’s staff do not', () => {
    expect(may(viewer(), null, { do: 'file-case' }).allowed).toBe(true);
    expect(may(viewer('clerk'), null, { do: 'file-case' }).allowed).toBe(false);
  });
});

test('a file that belongs to no case yet is seen by who uploaded it alone', () => {
  const own: FileSubject = { purpose: 'filing', uploadedBy: me, caseId: null };
  expect(may(viewer(), null, { do: 'see-file', file: own }).allowed).toBe(true);
  expect(may(viewer('manager'), null, { do: 'see-file', file: { ...own, uploadedBy: another } })).toMatchObject({ allowed: false, hide: true });
});

test.each([['filing', '.'], ['notice', '.'], ['transcript', '.'], ['evidence', 'Y']] as const)('of the files of a case the technician sees the evidence alone (G5, G8): %s', (purpose, expected) => {
  expect(answer(viewer('technician'), 'technicianOfCase', { do: 'see-file', file: file(purpose) })).toBe(expected);
  expect(answer(viewer('clerk'), 'clerkOfCase', { do: 'see-file', file: file(purpose) })).toBe('Y');
});

test('evidence that is not submitted yet is the uploader’s alone (G8)', () => {
  for (const relation of caseRelations) expect(answer(viewer('manager'), relation, { do: 'see-file', file: { ...file('evidence'), submitted: false } })).toBe('.');
  expect(answer(viewer(), 'participant', { do: 'see-file', file: { ...file('evidence', me), submitted: false } })).toBe('Y');
});

test('a notice made for one participant is not shown to another', () => {
  expect(answer(viewer(), 'participant', { do: 'see-file', file: { ...file('notice', null), madeFor: me } })).toBe('Y');
  expect(answer(viewer(), 'participant', { do: 'see-file', file: { ...file('notice', null), madeFor: another } })).toBe('.');
  expect(answer(viewer(), 'clerkOfCase', { do: 'see-file', file: { ...file('notice', null), madeFor: another } })).toBe('Y');
});

test('a case that there is not is not found, whoever asks', () => {
  for (const role of staffRoles) expect(may(viewer(role), null, { do: 'see-case' })).toMatchObject({ allowed: false, hide: true });
});

describe('the calendar and the booked hearing (G4)', () => {
  test('all staff see the court’s calendar, a manager alone sets closing days, the public sees neither', () => {
    for (const role of staffRoles) {
      expect(answer(viewer(role), 'none', { do: 'see-calendar' })).toBe('Y');
      expect(answer(viewer(role), 'none', { do: 'change-calendar' })).toBe(role === 'manager' ? 'Y' : 'r');
    }
    expect(answer(viewer(), 'participant', { do: 'see-calendar' })).toBe('.');
    expect(answer(viewer(), 'participant', { do: 'change-calendar' })).toBe('.');
  });

  test('the clerk of the case and its presiding judge move or cancel a hearing; a device is tested by who takes part', () => {
    const who = (operation: Operation) => caseRelations.filter((relation) => answer(viewer(), relation, operation) === 'Y');
    expect(who({ do: 'change-hearing' })).toEqual(['presidingJudge', 'clerkOfCase']);
    expect(who({ do: 'report-self-test' })).toEqual(['participant']);
  });
});

describe('a witness (CPL-75)', () => {
  const asWitness = (operation: Operation): Cell => {
    const permission = may(viewer(), { relation: 'participant', stage: 'preparation', witness: true }, operation);
    return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
  };
  test.each([
    [{ do: 'see-case' }, 'Y'], [{ do: 'see-timeline' }, 'r'], [{ do: 'see-transcript' }, 'r'], [{ do: 'see-transcript', frozen: true }, 'Y'],
    [{ do: 'see-hearing' }, 'Y'], [{ do: 'enter-hearing', seated: true }, 'Y'], [{ do: 'confirm-notice' }, 'Y'], [{ do: 'apply-for-recusal' }, 'r'], [{ do: 'change-representative' }, 'r'],
    [{ do: 'see-file', file: file('evidence') }, '.'], [{ do: 'see-file', file: file('filing') }, '.'], [{ do: 'see-file', file: { ...file('notice', null), madeFor: me } }, 'Y'],
    [{ do: 'see-file', file: { ...file('notice', null), madeFor: another } }, '.'], [{ do: 'see-file', file: file('transcript') }, '.'],
  ] as [Operation, Cell][])('%j: %s', (operation, expected) => expect(asWitness(operation)).toBe(expected));
});

test('who left the case does not see there what they uploaded', () => {
  expect(answer(viewer(), 'none', { do: 'see-file', file: file('evidence', me) })).toBe('.');
  expect(answer(viewer(), 'participant', { do: 'see-file', file: file('evidence', me) })).toBe('Y');
});

describe('an agent and what its party is asked (CPL-61, CPL-62), also where the task was opened before the agent came', () => {
  const asked = (kind: TaskSubject['kind'], authority: 'general' | 'special'): Operation => ({ do: 'answer-task', task: { ...task(kind, 'participant', another), agents: [{ personId: me, authority }] } });
  test.each([
    ['submit-evidence', 'Y', 'Y'], ['confirm-evidence', 'Y', 'Y'], ['choose-channel', 'Y', 'Y'], ['consent-online', 'r', 'Y'], ['confirm-settlement', 'r', 'Y'],
    // G9: of one's own will, by one's own hand.
    ['sign-mediation-agreement', '.', '.'], ['sign-transcript', '.', '.'],
  ] as const)('%s: general %s, special %s', (kind, general, special) => {
    expect(answer(viewer(), 'participant', asked(kind, 'general'))).toBe(general);
    expect(answer(viewer(), 'participant', asked(kind, 'special'))).toBe(special);
  });
  test('another’s agent does not even see it', () => {
    expect(answer(viewer(), 'participant', { do: 'see-task', task: { ...task('submit-evidence', 'participant', another), agents: [{ personId: another, authority: 'special' }] } })).toBe('.');
  });
});
