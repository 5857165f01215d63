/** Keeps bytes in the storage and their row in `files`; the same id twice changes nothing. */
import { createHash } from 'node:crypto';
import type { Sql } from '#db/connect.ts';
import type { Storage } from '#adapters/storage/storage.ts';

export interface KeepFile {
  fileId: string;
  name: string;
  purpose: string;
  mediaType: string;
  caseId: string;
  /** The person whose document it is; nobody's alone when left out. */
  madeFor?: string;
}

export async function keepFile(sql: Sql, storage: Storage, bytes: Uint8Array, file: KeepFile): Promise<string> {
  const stored = await storage.put(bytes);
  await sql`insert into files (id, sha256, bytes, media_type, name, purpose, case_id, made_for)
    values (${file.fileId}, ${stored.sha256}, ${stored.bytes}, ${file.mediaType}, ${file.name}, ${file.purpose}, ${file.caseId}, ${file.madeFor ?? null})
    on conflict (id) do nothing`;
  return file.fileId;
}

/** The id of a document that follows from what it is (shaped as a version 4 UUID): made again, it is the same one. */
export function fileIdFrom(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
