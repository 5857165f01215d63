/** What gathering an archive carries along: the ports, the case, and a folder for copies of stored files. */
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileSource } from '#activities/archive/archive-input.ts';
import type { CourtPorts } from '#activities/ports.ts';

export interface Gathering {
  ports: CourtPorts;
  caseId: string;
  /** Copies of stored files. */
  folder: string;
}

export interface FileRow { id: string; sha256: string; name: string; media_type: string; purpose: string; created_at: Date; case_id: string | null }

/** A stored file as a path: copied out of the storage, whatever that is. */
export async function source({ ports, folder }: Gathering, file: Pick<FileRow, 'id' | 'sha256'>): Promise<FileSource> {
  const copy = path.join(folder, file.id);
  await pipeline(await ports.storage.open(file.sha256), createWriteStream(copy));
  return { path: copy, sha256: file.sha256 };
}
