/**
 * Real-name verification succeeded (G3): from now on the account is this person's. If another party named the person
 * before (a defendant, by identity number), the account is bound to that person, so that their cases are theirs.
 *
 * One transaction: if the process dies, nothing changed, and the person verifies again.
 */
import { and, eq, exists, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { authUsers } from '#db/schema/auth.ts';
import { participants } from '#db/schema/cases.ts';
import { drafts, files, persons } from '#db/schema/people.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { CurrentUser } from '#api/context.ts';
import { refused } from '#api/errors.ts';

type Transaction = Parameters<Parameters<Db['transaction']>[0]>[0];

/** Who was named to act for an organisation, by name and phone alone: the phone was proven at sign-in, the name by the register. */
async function namedWithoutNumber(tx: Transaction, user: CurrentUser, name: string): Promise<{ id: PersonId } | undefined> {
  if (!user.phone) return undefined;
  const [named] = await tx.select({ id: persons.id }).from(persons).where(and(
    eq(persons.name, name), eq(persons.phone, user.phone), eq(persons.kind, 'natural'), isNull(persons.identityNumber), isNull(persons.verifiedAt), ne(persons.id, user.personId),
    exists(tx.select({ one: participants.id }).from(participants).where(eq(participants.personId, persons.id))),
  )).limit(1);
  return named;
}

export interface VerifiedIdentity {
  name: string;
  /** 18 characters, upper case. */
  identityNumber: string;
  /** The source of the register's answer. */
  source: string;
}

/**
 * @returns whose account it is now.
 * @throws REFUSED when the account was verified as somebody else.
 */
export function bindVerifiedPerson(db: Db, user: CurrentUser, { name, identityNumber, source }: VerifiedIdentity): Promise<PersonId> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${identityNumber}, 3))`);
    const [own] = await tx.select().from(persons).where(eq(persons.id, user.personId)).for('update');
    if (own?.identityNumber && own.identityNumber !== identityNumber) {
      throw refused({ code: 'verified-as-another', articles: ['G3'], message: { zh: '该账号已实名认证为其他人。', en: 'This account was verified as another person.' } });
    }
    const verified = { name, identityNumber, verifiedAt: new Date(), verifiedBy: source, ...(user.phone ? { phone: user.phone } : {}) };
    const [byNumber] = await tx.select({ id: persons.id }).from(persons).where(and(eq(persons.identityNumber, identityNumber), ne(persons.id, user.personId)));
    const known = byNumber ?? await namedWithoutNumber(tx, user, name);
    if (!known) {
      await tx.update(persons).set(verified).where(eq(persons.id, user.personId));
      return user.personId;
    }
    await tx.update(persons).set(verified).where(eq(persons.id, known.id));
    await tx.update(authUsers).set({ personId: known.id }).where(eq(authUsers.personId, user.personId));
    await tx.update(files).set({ uploadedBy: known.id }).where(eq(files.uploadedBy, user.personId));
    await tx.execute(sql`
      insert into drafts (person_id, key, content, updated_at) select ${known.id}, key, content, updated_at from drafts where person_id = ${user.personId}
      on conflict do nothing`);
    await tx.delete(drafts).where(eq(drafts.personId, user.personId));
    await tx.delete(persons).where(and(eq(persons.id, user.personId), isNull(persons.identityNumber)));
    return known.id;
  });
}
