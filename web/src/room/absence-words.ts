/** What the media host saw of an absence, as a key of the catalogue. It is no finding: the judge verifies the cause. */
import type { AbsenceCause } from '#domain/hearing/presence.ts';

const causes: Record<AbsenceCause, `cause.${AbsenceCause}`> = {
  'deliberate-leave': 'cause.deliberate-leave',
  'closed-page': 'cause.closed-page',
  'network-loss': 'cause.network-loss',
  'locked-phone': 'cause.locked-phone',
  device: 'cause.device',
  removed: 'cause.removed',
  'court-equipment': 'cause.court-equipment',
  'not-joined': 'cause.not-joined',
  unknown: 'cause.unknown',
};

export const absenceWords = (cause: string): `cause.${AbsenceCause}` => (Object.hasOwn(causes, cause) ? causes[cause as AbsenceCause] : 'cause.unknown');
