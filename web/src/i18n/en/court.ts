import type { SameKeys } from '#web/i18n/shape.ts';
import type { court as chinese } from '#web/i18n/zh/court.ts';

export const court: SameKeys<typeof chinese> = {
};
