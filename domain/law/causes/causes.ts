/** The lists of causes of action that a case can be filed under, one file a list. */
import type { CaseFacts } from '#domain/case/types.ts';
import { invalid, type CheckResult } from '#domain/people/check-result.ts';
import { administrativeCauses } from './administrative.ts';
import { causesOf, type Cause, type CauseList } from './cause.ts';
import { civilCauses } from './civil.ts';
import { criminalCauses } from './criminal.ts';

export const causeLists: Record<CaseFacts['caseType'], CauseList> = { civil: civilCauses, criminal: criminalCauses, administrative: administrativeCauses };

const known = new Map(Object.values(causeLists).map((list) => [list.caseType, new Map(causesOf(list).map((cause) => [cause.name.zh, cause]))]));

/** The cause of that name among those of the kind of case; undefined where the list does not know it. */
export const findCause = (caseType: CaseFacts['caseType'], name: string): Cause | undefined => known.get(caseType)?.get(name);

/** Every cause of a kind of case, in the list's order. */
export const causesFor = (caseType: CaseFacts['caseType']): readonly Cause[] => [...(known.get(caseType)?.values() ?? [])];

/** Whether a case of that kind may be filed under the name, spaces around it aside (G3: with the cause that the list gives). */
export function checkCause(caseType: CaseFacts['caseType'], typed: string): CheckResult<Cause, 'cause-unknown'> {
  const value = findCause(caseType, typed.trim());
  if (value) return { ok: true, value };
  return invalid('cause-unknown', `案由须为《${causeLists[caseType].title}》所列，请从列表中选择；没有合适的下级案由时，选择上一级案由。`,
    'The cause of action must be one of the Supreme People’s Court’s list; choose it from the list, or the one above it where none fits.');
}
