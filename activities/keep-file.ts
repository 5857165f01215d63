/** Keeps bytes in the storage and their row in `files`; the same id twice changes nothing. */
import type { Sql } from '#db/connect.ts';
import type { Storage } from '#adapters/storage/storage.ts';

export interface KeepFile {
  fileId: string;
  name: string;
  purpose: string;
  mediaType: string;
  caseId: string;
}

export async function keepFile(sql: Sql, storage: Storage, bytes: Uint8Array, file: KeepFile): Promise<string> {
  const stored = await storage.put(bytes);
  await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id)
    values (${file.fileId}, ${stored.sha256}, ${stored.bytes}, ${file.mediaType}, ${file.name}, ${file.purpose}, ${file.caseId})
    on conflict (id) do nothing`;
  return file.fileId;
}
