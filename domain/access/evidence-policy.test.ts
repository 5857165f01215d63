import { expect, test } from '@jest/globals';
import { caseRelations, type CaseRelation } from '#domain/people/roles.ts';
import { evidenceActNames } from '#domain/evidence/acts.ts';
import { may } from './policy.ts';

/** Y allowed, r refused openly, . not to be seen. offer replace withdraw opinion present examine setPeriod askGuidance */
const table: Record<CaseRelation, string> = {
  presidingJudge: 'r r r Y Y Y Y r',
  panelMember: 'r r r r r r r r',
  clerkOfCase: 'r r r Y Y Y r r',
  technicianOfCase: 'r r r r r r r r',
  participant: 'Y Y Y Y r r r Y',
  none: '. . . . . . . .',
};

test.each(caseRelations)('who acts on evidence: %s', (relation) => {
  const answer = (verified: boolean) => evidenceActNames.map((act) => {
    const permission = may({ personId: 'me', roles: [], verified }, { relation, stage: 'evidence' }, { do: 'act-on-evidence', act });
    return permission.allowed ? 'Y' : permission.hide ? '.' : 'r';
  }).join(' ');
  expect(answer(true)).toBe(table[relation]);
  // G3: a participant who is not verified does nothing.
  if (relation === 'participant') expect(answer(false)).toBe('r r r r r r r r');
});
