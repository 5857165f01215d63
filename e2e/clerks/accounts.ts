/** Accounts of filing clerks beside the demonstration court's own, with the same password. */
import { randomUUID } from 'node:crypto';
import { connectSql } from '#db/connect.ts';

/** @returns their user names. */
export async function addFilingClerks(databaseUrl: string, count: number): Promise<string[]> {
  const sql = connectSql(databaseUrl, 2);
  try {
    const names = Array.from({ length: count }, (_, at) => `filing_${at + 1}`);
    for (const [at, username] of names.entries()) {
      const personId = randomUUID();
      const name = `第${at + 1}书记`;
      await sql.begin(async (tx) => {
        await tx`insert into persons (id, kind, name, verified_at, verified_by) values (${personId}, 'staff', ${name}, now(), 'staff-list')`;
        await tx`insert into staff (person_id, username, title) values (${personId}, ${username}, '立案庭工作人员')`;
        await tx`insert into staff_roles (person_id, role) values (${personId}, 'filingClerk')`;
        await tx`insert into auth_users (id, person_id, name, email, email_verified, username, display_username) values (${personId}, ${personId}, ${name}, ${`${username}@staff.invalid`}, true, ${username}, ${username})`;
        await tx`insert into auth_accounts (id, account_id, provider_id, user_id, password)
          select ${personId}, ${personId}, 'credential', ${personId}, a.password from auth_accounts a join auth_users u on u.id = a.user_id where u.username = 'filing' and a.provider_id = 'credential'`;
      });
    }
    return names;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
