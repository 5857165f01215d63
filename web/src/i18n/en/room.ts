import type { SameKeys } from '#web/i18n/shape.ts';
import type { room as chinese } from '#web/i18n/zh/room.ts';

export const room: SameKeys<typeof chinese> = {
};
