import type { SameKeys } from '#web/i18n/shape.ts';
import type { staff as chinese } from '#web/i18n/zh/staff.ts';

export const staff: SameKeys<typeof chinese> = {
};
