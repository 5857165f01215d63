/**
 * Whoever names people by identity number or phone learns whether name and number belong together, and the register is asked
 * for each. A filing names ten at most; who names many within a minute is guessing.
 */
import type { SignedInContext } from '#api/context.ts';
import { tooMany } from '#api/errors.ts';
import { createAttempts } from '#api/sign-in/attempts.ts';

/** People a minute that one person may name, in all operations together. Rehearsals of the demonstration court file much more. */
export const mostNamedAMinute = { production: 30, demonstration: 600 } as const;

/**
 * Counted beside the command's transaction: what is refused counts too.
 * @throws TOO_MANY
 */
export async function countNamed({ sql, user, environment }: SignedInContext, people: number): Promise<void> {
  if (people === 0) return;
  const allowed = await createAttempts(sql)(`naming:${user.personId}`, mostNamedAMinute[environment.court.mode], people);
  if (!allowed) throw tooMany({ zh: '一分钟内填写的人员过多，请一分钟后再试。', en: 'Too many people were named within a minute: try again in a minute.' });
}
