import type { SameKeys } from '#web/i18n/shape.ts';
import type { court as chinese } from '#web/i18n/zh/court.ts';

export const court: SameKeys<typeof chinese> = {
  hearingStates: { scheduled: 'Scheduled', cancelled: 'Cancelled', moved: 'Moved', open: 'In session', ended: 'Closed', adjourned: 'Adjourned', withdrawn: 'Withdrawn' },
  noticeProven: { confirmed: 'Confirmed', phone: 'By phone', waived: 'Waived by the judge' },
  against: 'v.',
  noticeUnproven: 'Not proven',
};
