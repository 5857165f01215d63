/**
 * A person whom somebody else names (invited, or as an agent): known again by the identity number, asked about in the
 * register where that can be. They verify themselves when they sign in (G3).
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#api/commands.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid } from '#api/errors.ts';
import { countNamed } from '#api/operations/cases/naming-limit.ts';
import { persons } from '#db/schema/people.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkMobilePhone } from '#domain/people/phone.ts';

export interface NamedByAnother { name: string; identityNumber: string; phone: string }

const nameDiffers = { path: 'name', message: { zh: '姓名与身份证号码不一致，请核对。', en: 'Name and identity number do not belong together; please compare.' } };
const yourself = { path: 'identityNumber', message: { zh: '这是您本人的身份证号码。', en: 'This is your own identity number.' } };

/** @throws INVALID with every field that cannot be right; TOO_MANY. */
export async function personNamed(context: SignedInContext, tx: Transaction, named: NamedByAnother): Promise<string> {
  const { now } = await context.courtNow();
  const number = checkIdentityNumber(named.identityNumber, dayOf(now.getTime()));
  const phone = checkMobilePhone(named.phone);
  const problems = [...(number.ok ? [] : [{ path: 'identityNumber', message: number.message }]), ...(phone.ok ? [] : [{ path: 'phone', message: phone.message }])];
  if (!number.ok || !phone.ok) throw invalid(problems);
  await countNamed(context, 1);

  const [known] = await tx.select({ id: persons.id, name: persons.name }).from(persons).where(eq(persons.identityNumber, number.value.number));
  if (known?.id === context.user.personId) throw invalid([yourself]);
  if (known) {
    if (known.name !== named.name) throw invalid([nameDiffers]);
    return known.id;
  }
  if (await nameIsWrong(context, named.name, number.value.number)) throw invalid([nameDiffers]);
  // Somebody else may name the same person at the same moment: then there is one of them.
  await tx.insert(persons).values({ id: randomUUID(), kind: 'natural', name: named.name, identityNumber: number.value.number, phone: phone.value }).onConflictDoNothing({ target: persons.identityNumber });
  const [kept] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.identityNumber, number.value.number));
  if (!kept) throw new Error('The named person was not kept');
  return kept.id;
}

/** A register that does not know the number, or cannot be asked, says nothing against the name. */
async function nameIsWrong(context: SignedInContext, name: string, identityNumber: string): Promise<boolean> {
  try {
    const answer = await context.identity.verify({ name, identityNumber });
    return !answer.verified && answer.why === 'nameDiffers';
  } catch (error) {
    context.log.warn({ err: error }, 'the identity register could not be asked about a named person');
    return false;
  }
}
