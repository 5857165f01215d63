/**
 * The people whom a filing names besides the one who files: their numbers are checked, a person is known again by the
 * identity number, and the register is asked where it can be. Somebody named by another is not verified by that: they
 * verify themselves when they sign in.
 */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Transaction } from '#api/commands.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid, type FieldProblem } from '#api/errors.ts';
import type { FilingInput } from '#api/operations/cases/file.ts';
import { persons } from '#db/schema/people.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkMobilePhone } from '#domain/people/phone.ts';

type Named = FilingInput['others'][number];
export interface NamedPerson { personId: string; role: Named['role'] }

/** @throws INVALID with every field that cannot be right. */
export async function namedPersons(context: SignedInContext, tx: Transaction, now: Date, { others, filedAs }: FilingInput): Promise<NamedPerson[]> {
  const problems = [...others.flatMap((other, at) => shapeProblems(other, at, now)), ...partyProblems(others, filedAs), ...doubledNumbers(others)];
  if (problems.length > 0) throw invalid(problems);

  const found = [];
  for (const [at, other] of others.entries()) found.push(await namedPerson(context, tx, other, at));
  const wrong = found.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (wrong.length > 0) throw invalid(wrong);
  return found.flatMap((one) => ('problem' in one ? [] : [one]));
}

function shapeProblems(other: Named, at: number, now: Date): FieldProblem[] {
  const number = checkIdentityNumber(other.identityNumber, dayOf(now.getTime()));
  const phone = checkMobilePhone(other.phone);
  return [
    ...(number.ok ? [] : [{ path: `others.${at}.identityNumber`, message: number.message }]),
    ...(phone.ok ? [] : [{ path: `others.${at}.phone`, message: phone.message }]),
  ];
}

/** A civil case has a plaintiff and a defendant; an agent files for somebody. */
function partyProblems(others: readonly Named[], filedAs: FilingInput['filedAs']): FieldProblem[] {
  const has = (role: Named['role']) => others.some((other) => other.role === role);
  return [
    ...(has('defendant') ? [] : [{ path: 'others', message: { zh: '请填写被告。', en: 'Name the defendant.' } }]),
    ...(filedAs === 'plaintiff' || has('plaintiff') ? [] : [{ path: 'others', message: { zh: '代理人立案须填写原告。', en: 'An agent names the plaintiff.' } }]),
  ];
}

function doubledNumbers(others: readonly Named[]): FieldProblem[] {
  const numbers = others.map((other) => other.identityNumber.toUpperCase());
  return numbers.flatMap((number, at) => (numbers.indexOf(number) === at ? [] : [
    { path: `others.${at}.identityNumber`, message: { zh: '该身份证号码已填写过。', en: 'This identity number is named twice.' } },
  ]));
}

async function namedPerson(context: SignedInContext, tx: Transaction, other: Named, at: number): Promise<NamedPerson | { problem: FieldProblem }> {
  const identityNumber = other.identityNumber.replace(/\s/g, '').toUpperCase();
  const nameDiffers = { problem: { path: `others.${at}.name`, message: { zh: '姓名与身份证号码不一致，请核对。', en: 'Name and identity number do not belong together; please compare.' } } };
  const [known] = await tx.select({ id: persons.id, name: persons.name, verifiedAt: persons.verifiedAt }).from(persons).where(eq(persons.identityNumber, identityNumber));
  if (known?.id === context.user.personId) {
    return { problem: { path: `others.${at}.identityNumber`, message: { zh: '不能将本人列为其他参与人。', en: 'This is your own identity number.' } } };
  }
  if (known?.verifiedAt) return known.name === other.name ? { personId: known.id, role: other.role } : nameDiffers;

  if (await nameIsWrong(context, other.name, identityNumber)) return nameDiffers;
  if (known) return { personId: known.id, role: other.role };
  return { personId: await newPerson(tx, other, identityNumber), role: other.role };
}

/** Somebody else may name the same person at the same moment: then there is one of them. */
async function newPerson(tx: Transaction, other: Named, identityNumber: string): Promise<string> {
  const id = randomUUID();
  await tx.insert(persons).values({ id, kind: 'natural', name: other.name, identityNumber, phone: other.phone }).onConflictDoNothing({ target: persons.identityNumber });
  const [kept] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.identityNumber, identityNumber));
  return kept?.id ?? id;
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
