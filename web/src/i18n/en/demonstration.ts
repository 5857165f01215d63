import type { SameKeys } from '#web/i18n/shape.ts';
import type { demonstration as chinese } from '#web/i18n/zh/demonstration.ts';

export const demonstration: SameKeys<typeof chinese> = {
  outbox: {
    title: 'SMS outbox', explained: 'The demonstration court sends no real SMS; they are all here: sign-in codes, notices of hearings, signing codes.', phone: 'Only this phone', none: 'No SMS yet.', delivered: 'Delivered', underWay: 'On its way',
  },
  clock: {
    title: 'The court’s clock', explained: 'The clock of the demonstration court can be moved forward, so that periods set by law pass quickly. No rule is switched off by it; every move is written into the journal and shown on every page.',
    step: { minutes30: '30 minutes on', hour: '1 hour on', day: '1 day on', days3: '3 days on', week: '7 days on' },
    minutes: 'Minutes forward', move: 'Move',
  },
};
