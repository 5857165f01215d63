/** The livestream of a hearing: its approval is intended, objected to, told new facts, withdrawn (N1 to N4). Its steps are tasks. */
import { z } from 'zod';
import { base, commandAnswer } from '#api/contract/shared.ts';
import { changedFactsSchema, intendedFactsSchema } from '#domain/livestream/facts.ts';

const text = z.string().trim().min(2).max(2000);

export const livestreams = {
  /** The judge in charge, for a scheduled hearing, once. Off unless this is done. */
  intend: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream' })
    .input(z.strictObject({ hearingId: z.uuid(), facts: intendedFactsSchema })).output(commandAnswer),
  /** Whoever takes part, at any time until the opening (N4 (3), (4)). */
  object: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/objections' })
    .input(z.strictObject({ hearingId: z.uuid(), grounds: text })).output(commandAnswer),
  /** The bench, the clerk, the trial management office: the livestream is screened again at once. */
  reportFacts: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/facts' })
    .input(z.strictObject({ hearingId: z.uuid(), facts: changedFactsSchema, reason: text })).output(commandAnswer),
  withdraw: base.route({ method: 'POST', path: '/hearings/{hearingId}/livestream/withdrawal' })
    .input(z.strictObject({ hearingId: z.uuid(), reason: text })).output(commandAnswer),
};
