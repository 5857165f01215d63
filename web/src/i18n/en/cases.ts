import type { SameKeys } from '#web/i18n/shape.ts';
import type { cases as chinese } from '#web/i18n/zh/cases.ts';

export const cases: SameKeys<typeof chinese> = {
};
