import type { SameKeys } from '#web/i18n/shape.ts';
import type { transcript as chinese } from '#web/i18n/zh/transcript.ts';

export const transcript: SameKeys<typeof chinese> = {
};
