/**
 * The people whom a filing names besides the one who files: their numbers are checked, a person is known again by the
 * identity number, and the register is asked where it can be. Somebody named by another is not verified by that: they
 * verify themselves when they sign in. Who acts for an organisation may be named without a number; that person is known
 * again by name and phone (api/sign-in/verified-person.ts).
 */
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm';
import type { Transaction } from '#api/commands.ts';
import type { SignedInContext } from '#api/context.ts';
import { invalid, type FieldProblem } from '#api/errors.ts';
import { countNamed } from '#api/operations/cases/naming-limit.ts';
import type { FilingInput } from '#api/operations/cases/file.ts';
import { persons } from '#db/schema/people.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import { checkMobilePhone } from '#domain/people/phone.ts';
import { checkSocialCreditCode } from '#domain/people/social-credit-code.ts';

type Named = FilingInput['others'][number];
type Organisation = NonNullable<Named['organisation']>;

/** @returns the person's id of each, in the order named. @throws INVALID with every field that cannot be right; TOO_MANY. */
export async function namedPersons(context: SignedInContext, tx: Transaction, now: Date, { others, organisation }: FilingInput): Promise<string[]> {
  const problems = [
    ...(organisation ? organisationProblems(organisation, 'organisation', true) : []),
    ...others.flatMap((other, at) => shapeProblems(other, at, now)), ...doubledNumbers(others),
  ];
  if (problems.length > 0) throw invalid(problems);
  await countNamed(context, others.length);

  const found = [];
  for (const [at, other] of others.entries()) found.push(await namedPerson(context, tx, other, at));
  const wrong = found.flatMap((one) => (typeof one === 'string' ? [] : [one.problem]));
  if (wrong.length > 0) throw invalid(wrong);
  return found.flatMap((one) => (typeof one === 'string' ? [one] : []));
}

/** Who takes a party's place, by name and number as a filing names people. @throws INVALID with every field that cannot be right; TOO_MANY. */
export async function namedSuccessor(context: SignedInContext, tx: Transaction, now: Date, { name, identityNumber, phone }: Pick<Named, 'name' | 'identityNumber' | 'phone'>): Promise<string> {
  const other: Named = { name, identityNumber, phone, role: 'plaintiff' };
  const bare = (problem: FieldProblem): FieldProblem => ({ ...problem, path: problem.path.replace('others.0.', '') });
  const problems = shapeProblems(other, 0, now);
  if (problems.length > 0) throw invalid(problems.map(bare));
  await countNamed(context, 1);
  const found = await namedPerson(context, tx, other, 0);
  if (typeof found !== 'string') throw invalid([bare(found.problem)]);
  return found;
}

function shapeProblems(other: Named, at: number, now: Date): FieldProblem[] {
  const number = other.identityNumber === undefined ? null : checkIdentityNumber(other.identityNumber, dayOf(now.getTime()));
  const phone = checkMobilePhone(other.phone);
  const needed = !other.organisation || other.role === 'agent';
  return [
    ...(number === null && needed ? [{ path: `others.${at}.identityNumber`, message: { zh: '请填写身份证号码。', en: 'Type the identity number.' } }] : []),
    ...(number === null || number.ok ? [] : [{ path: `others.${at}.identityNumber`, message: number.message }]),
    ...(phone.ok ? [] : [{ path: `others.${at}.phone`, message: phone.message }]),
    ...(other.organisation ? organisationProblems(other.organisation, `others.${at}.organisation`, false) : []),
  ];
}

/** REG-6: the filer’s own organisation has its code; of the others a company has one that anybody can look up. */
function organisationProblems({ kind, creditCode }: Organisation, path: string, own: boolean): FieldProblem[] {
  if (creditCode === undefined || creditCode === '') {
    return own || kind === 'company' ? [{ path: `${path}.creditCode`, message: { zh: '请填写统一社会信用代码。', en: 'Type the unified social credit code.' } }] : [];
  }
  const checked = checkSocialCreditCode(creditCode);
  return checked.ok ? [] : [{ path: `${path}.creditCode`, message: checked.message }];
}

function doubledNumbers(others: readonly Named[]): FieldProblem[] {
  const numbers = others.map((other) => other.identityNumber?.toUpperCase());
  return numbers.flatMap((number, at) => (number === undefined || numbers.indexOf(number) === at ? [] : [
    { path: `others.${at}.identityNumber`, message: { zh: '该身份证号码已填写过。', en: 'This identity number is named twice.' } },
  ]));
}

async function namedPerson(context: SignedInContext, tx: Transaction, other: Named, at: number): Promise<string | { problem: FieldProblem }> {
  if (other.identityNumber === undefined) return actingPerson(context, tx, other, at);
  const identityNumber = other.identityNumber.replace(/\s/g, '').toUpperCase();
  const nameDiffers = { problem: { path: `others.${at}.name`, message: { zh: '姓名与身份证号码不一致，请核对。', en: 'Name and identity number do not belong together; please compare.' } } };
  const [known] = await tx.select({ id: persons.id, name: persons.name, verifiedAt: persons.verifiedAt }).from(persons).where(eq(persons.identityNumber, identityNumber));
  if (known?.id === context.user.personId) return ownself(`others.${at}.identityNumber`);
  if (known?.verifiedAt) return known.name === other.name ? known.id : nameDiffers;

  if (await nameIsWrong(context, other.name, identityNumber)) return nameDiffers;
  return known?.id ?? newPerson(tx, other, identityNumber);
}

const ownself = (path: string) => ({ problem: { path, message: { zh: '不能将本人列为其他参与人。', en: 'This is yourself: name somebody else.' } } });

/** Who acts for an organisation, named without a number: the same name and phone are the same person. */
async function actingPerson({ user }: SignedInContext, tx: Transaction, { name, phone }: Named, at: number): Promise<string | { problem: FieldProblem }> {
  const [known] = await tx.select({ id: persons.id }).from(persons)
    .where(and(eq(persons.kind, 'natural'), eq(persons.name, name), eq(persons.phone, phone), or(isNotNull(persons.verifiedAt), isNull(persons.identityNumber))))
    .orderBy(asc(persons.verifiedAt), asc(persons.createdAt)).limit(1);
  if (known?.id === user.personId) return ownself(`others.${at}.phone`);
  if (known) return known.id;
  const id = randomUUID();
  await tx.insert(persons).values({ id, kind: 'natural', name, phone });
  return id;
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
