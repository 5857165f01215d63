/** The answers that a task kind knows: the values that tell them apart, or the one name `answer` where there is but one form. */
import { z } from 'zod';

export const onlyAnswer = 'answer';

/** @returns the field that tells the answers apart (null: one form), and its values in their order. */
export function answersOf(outcome: z.ZodType): { field: string | null; values: string[] } {
  if (!(outcome instanceof z.ZodDiscriminatedUnion)) return { field: null, values: [onlyAnswer] };
  const field = outcome.def.discriminator;
  const values = (outcome.options as z.ZodObject[]).map((option) => {
    const literal: unknown = option.shape[field];
    if (!(literal instanceof z.ZodLiteral)) throw new Error(`An answer needs a constant in ${field}`);
    return String([...literal.values][0]);
  });
  return { field, values };
}

/** Which of the kind's answers this is. */
export function answerGiven(outcome: z.ZodType, given: unknown): string {
  const { field } = answersOf(outcome);
  return field === null ? onlyAnswer : String((given as Record<string, unknown> | null)?.[field] ?? '');
}
