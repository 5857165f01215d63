/**
 * Causes of action (案由): what a case is about, in the words that the Supreme People's Court gives. A case is filed under the
 * lowest word that fits; where none fits, under the one above it.
 */
import type { CaseFacts } from '#domain/case/types.ts';
import type { Words } from '#domain/law/ruled.ts';

/** Groups that rules speak of (N4's last paragraph). */
export const causeFamilies = ['property', 'contract', 'labour', 'company', 'securities', 'insurance', 'bills', 'family', 'tort', 'other'] as const;
export type CauseFamily = (typeof causeFamilies)[number];

/** One line of a list: its name, its translation, the group that it begins (inherited by what is below), what is below it. */
export interface CauseLine {
  name: Words;
  family?: CauseFamily;
  below?: readonly CauseLine[];
}

export interface CauseList {
  caseType: CaseFacts['caseType'];
  title: string;
  /** The document that the words are from. */
  source: string;
  /** The day from which they are used. */
  from: string;
  causes: readonly CauseLine[];
}

/** A cause that a case can be filed under, with everything above it, the highest first. */
export interface Cause {
  name: Words;
  family: CauseFamily;
  above: readonly Words[];
}

/** Every cause of a list, the lists' order kept: first what is above, then what is below it. */
export function causesOf(list: CauseList): Cause[] {
  const walk = (lines: readonly CauseLine[], family: CauseFamily, above: readonly Words[]): Cause[] => lines.flatMap((line) => {
    const own = line.family ?? family;
    return [{ name: line.name, family: own, above }, ...walk(line.below ?? [], own, [...above, line.name])];
  });
  return walk(list.causes, 'other', []);
}

/** A line as the lists write it: 名称 / name, then what is below. */
export const line = (zh: string, en: string, below: readonly CauseLine[] = []): CauseLine => ({ name: { zh, en }, ...(below.length > 0 ? { below } : {}) });
/** A line that begins a group. */
export const begins = (family: CauseFamily, of: CauseLine): CauseLine => ({ ...of, family });
