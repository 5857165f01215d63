import type { CaseDetail } from '#api/contract/cases.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** True after the deadline by the court's clock: what is offered now needs its reasons (CPL-68). */
export function useIsLate(detail: CaseDetail): boolean {
  const now = useCourtNow();
  return detail.evidencePeriod !== null && Date.parse(now) > Date.parse(detail.evidencePeriod.until);
}
