import type { SameKeys } from '#web/i18n/shape.ts';
import type { signing as chinese } from '#web/i18n/zh/signing.ts';

export const signing: SameKeys<typeof chinese> = {
};
