import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** Today in Shanghai by the court's clock. */
export const useCourtDay = (): ShanghaiDay => dayOf(new Date(useCourtNow()).getTime());
