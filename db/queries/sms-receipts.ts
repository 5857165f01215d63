/** Receipts of the SMS platform (G4): each is kept once; what it says of a message is read from here (queries/case-detail.ts). */
import type { Sql } from '#db/connect.ts';

export interface Receipt { id: string; key: string; state: 'delivered' | 'failed'; at: string; detail?: string | undefined }

/** `unknown`: the court sent nothing under this key. `replayed`: this receipt was taken before. */
export async function keepReceipt(sql: Sql, receipt: Receipt): Promise<{ kept: true; caseId: string | null } | { kept: false; why: 'unknown' | 'replayed' }> {
  const [sent] = await sql<{ caseId: string | null }[]>`select case_id as "caseId" from effects where key = ${receipt.key} and kind = 'sms'`;
  if (!sent) return { kept: false, why: 'unknown' };
  const [kept] = await sql`
    insert into sms_receipts (id, key, state, at, detail) values (${receipt.id}, ${receipt.key}, ${receipt.state}, ${receipt.at}, ${receipt.detail ?? null})
    on conflict (id) do nothing returning id`;
  return kept ? { kept: true, caseId: sent.caseId } : { kept: false, why: 'replayed' };
}
