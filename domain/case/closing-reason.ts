/**
 * Why a case closed, as its record says it: in the words of whoever decided, which stay as they were written, or in the court's own,
 * which every language has.
 */
import { offlineWords } from '#domain/case/consent.ts';
import { exclusionWords } from '#domain/case/scope.ts';
import type { Words } from '#domain/law/ruled.ts';

export const closingReasons = {
  mediationReceived: { zh: '双方当事人已签收调解书。', en: 'Both parties have signed for the mediation agreement.' },
  notPermitted: { zh: '未获准许', en: 'The court has not permitted the online hearing.' },
  notProposed: { zh: '未建议在线审理', en: 'The court has not proposed an online hearing.' },
  notScheduled: { zh: '未排期', en: 'No session was scheduled.' },
} as const satisfies Record<string, Words>;

const own: readonly Words[] = [...Object.values(closingReasons), ...exclusionWords, ...offlineWords];

/** @param reason as the record keeps it. @returns it with the court's own sentences in each language. */
export function closingReason(reason: string): Words {
  const said = own.reduce((text, { zh, en }) => text.replaceAll(zh, `${en} `), reason);
  return { zh: reason, en: said.replaceAll(' ；', ' ').trim() };
}
