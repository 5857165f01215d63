/**
 * What a court has before its first case: its clock, and in the demonstration court its people and courtrooms. Run at
 * every start; it adds what is missing and changes nothing that is there.
 *
 * If the process dies here: each statement stands alone, and the next start adds the rest.
 */
import { courtClock, courtrooms } from '#db/schema/court.ts';
import { authAccounts, authUsers } from '#db/schema/auth.ts';
import { persons, staff, staffRoleRows } from '#db/schema/people.ts';
import type { Db } from '#db/connect.ts';
import { demonstrationCourtrooms, demonstrationStaff } from '#db/demonstration-staff.ts';

/** The court's clock stands at the real time until somebody moves it, which only the demonstration court can. */
export async function seedCourt(db: Db): Promise<void> {
  await db.insert(courtClock).values({ id: 1, offsetMs: 0, movedAt: new Date() }).onConflictDoNothing();
}

/** @param passwordHash of every demonstration account. @param email made up for an account. */
export async function seedDemonstration(db: Db, passwordHash: () => Promise<string>, email: (username: string) => string): Promise<void> {
  for (const { id, name } of demonstrationCourtrooms) await db.insert(courtrooms).values({ id, name }).onConflictDoNothing();
  for (const { username, personId, name, title, roles, division = '' } of demonstrationStaff) {
    await db.transaction(async (tx) => {
      await tx.insert(persons).values({ id: personId, kind: 'staff', name, verifiedAt: new Date(), verifiedBy: 'staff-list' }).onConflictDoNothing();
      const fresh = await tx.insert(staff).values({ personId, username, title, division }).onConflictDoNothing().returning();
      for (const role of roles) await tx.insert(staffRoleRows).values({ personId, role }).onConflictDoNothing();
      if (fresh.length === 0) return;
      await tx.insert(authUsers).values({ id: personId, personId, name, email: email(username), emailVerified: true, username, displayUsername: username });
      await tx.insert(authAccounts).values({ id: personId, accountId: personId, providerId: 'credential', userId: personId, password: await passwordHash() });
    });
  }
}
