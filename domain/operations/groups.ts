/** Failed steps in groups: the same step with the same error. The largest group first: it is mended first. Pure. */
import { errorSignature } from '#domain/operations/error-signature.ts';

export interface Failed { caseId: string; step: string; error: string; errorType: string; firstAt: string; since: string }

export interface FailureGroup<F extends Failed> {
  key: string;
  step: string;
  signature: string;
  /** `Ambiguous`: the effect may have happened. */
  errorType: string;
  cases: number;
  first: string;
  last: string;
  members: F[];
}

export function groupFailures<F extends Failed>(failed: readonly F[]): FailureGroup<F>[] {
  const groups = new Map<string, F[]>();
  for (const one of failed) {
    const key = `${one.step}|${one.errorType}|${errorSignature(one.error)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, members]) => ({
    key, step: members[0]?.step ?? '', signature: errorSignature(members[0]?.error ?? ''), errorType: members[0]?.errorType ?? 'Error', cases: new Set(members.map(({ caseId }) => caseId)).size,
    first: members.map(({ firstAt }) => firstAt).reduce((a, b) => (b < a ? b : a)), last: members.map(({ since }) => since).reduce((a, b) => (b > a ? b : a)), members,
  })).sort((a, b) => b.members.length - a.members.length || (a.first < b.first ? -1 : 1));
}
