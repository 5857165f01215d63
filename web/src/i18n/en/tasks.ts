import type { SameKeys } from '#web/i18n/shape.ts';
import type { tasks as chinese } from '#web/i18n/zh/tasks.ts';

export const tasks: SameKeys<typeof chinese> = {
};
