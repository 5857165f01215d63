/** Drafts of forms: people's convenience, so that an expired session loses nothing. The last one saved stands. */
import type { Sql } from '#db/connect.ts';

export type DraftContent = Record<string, unknown>;

export async function saveDraft(sql: Sql, personId: string, key: string, content: DraftContent): Promise<{ savedAt: string }> {
  const [row] = await sql<{ updated_at: Date }[]>`
    insert into drafts (person_id, key, content, updated_at) values (${personId}, ${key}, ${sql.json(content as never)}, now())
    on conflict (person_id, key) do update set content = excluded.content, updated_at = excluded.updated_at returning updated_at`;
  return { savedAt: (row?.updated_at ?? new Date()).toISOString() };
}

export async function readDraft(sql: Sql, personId: string, key: string): Promise<{ content: DraftContent | null; savedAt: string | null }> {
  const [row] = await sql<{ content: DraftContent; updated_at: Date }[]>`select content, updated_at from drafts where person_id = ${personId} and key = ${key}`;
  return { content: row?.content ?? null, savedAt: row?.updated_at.toISOString() ?? null };
}
