/** G10, G6 (3): who looks at a recording, who applies for it, who takes an extract, and who gets what was granted. */
import { describe, expect, test } from '@jest/globals';
import { caseRelations, staffRoles, type CaseRelation, type StaffRole } from '#domain/people/roles.ts';
import { grantedRecording, may, type FileSubject, type Operation, type Viewer } from './policy.ts';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const viewer = (roles: StaffRole[] = [], verified = true): Viewer => ({ personId: me, roles, verified });
function answer(who: Viewer, relation: CaseRelation, operation: Operation): 'Y' | 'r' | '.' {
  const permission = may(who, { relation, stage: 'closed' }, operation);
  return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
}

describe('what a person is to the case', () => {
  test.each([
    //  relation,          see, apply, extract
    ['presidingJudge',     'Y', 'r',   'Y'],
    ['panelMember',        'Y', 'r',   'r'],
    ['clerkOfCase',        'r', 'r',   'r'],
    ['technicianOfCase',   'r', 'r',   'r'],
    ['participant',        'r', 'Y',   'r'],
    ['none',               '.', '.',   '.'],
  ] as const)('%s', (relation, ...expected) => {
    expect((['see-recording', 'apply-for-recording', 'extract-recording'] as const).map((what) => answer(viewer(), relation, { do: what }))).toEqual(expected);
  });
  test('who supervises looks, unless they take part in the case', () => {
    for (const role of ['manager', 'trialManagementOffice'] as const) {
      expect(answer(viewer([role]), 'none', { do: 'see-recording' })).toBe('Y');
      expect(answer(viewer([role]), 'participant', { do: 'see-recording' })).toBe('r');
    }
  });
  test('who is not verified does not apply', () => expect(answer(viewer([], false), 'participant', { do: 'apply-for-recording' })).toBe('r'));
});

describe('a recording that was made for one party', () => {
  const granted = (more: Partial<FileSubject>): Operation => ({ do: 'see-file', file: { purpose: grantedRecording, uploadedBy: null, caseId: 'c', madeFor: me, accessInForce: true, ...more } });
  test.each([
    // whose, and when,                           who,           sees it
    ['mine, the access lasts',                    {},                        'participant',    'Y'],
    ['mine, the access has ended',                { accessInForce: false },  'participant',    '.'],
    ['mine, nothing is known of the access',      { accessInForce: undefined }, 'participant', '.'],
    ['another party’s',                           { madeFor: another },      'participant',    '.'],
    ['the judge, also afterwards',                { accessInForce: false },  'presidingJudge', 'Y'],
    ['the clerk',                                 {},                        'clerkOfCase',    '.'],
    ['nobody of the case',                        {},                        'none',           '.'],
  ] as const)('%s', (_what, change, relation, expected) => {
    expect(answer(viewer(), relation, granted(change))).toBe(expected);
  });
  test('an extract is never a participant’s', () => {
    for (const role of staffRoles) expect(answer(viewer([role]), 'participant', { do: 'see-file', file: { purpose: 'recording-extract', uploadedBy: me, caseId: 'c' } })).toBe('.');
    for (const relation of caseRelations) expect(answer(viewer(), relation, { do: 'see-file', file: { purpose: 'recording-extract', uploadedBy: null, caseId: 'c' } })).toBe(relation === 'presidingJudge' || relation === 'panelMember' ? 'Y' : '.');
  });
});
