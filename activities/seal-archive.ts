/**
 * G10, N1: gathers everything of a case and builds the sealed archive. Building is idempotent by the archive's id:
 * what died half-way is begun anew in a temporary folder; what is finished is answered again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildArchive } from '#activities/archive/build-archive.ts';
import { gatherArchive } from '#activities/gather-archive.ts';
import type { SealArchive, SealedArchive } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';

export async function sealArchive(ports: CourtPorts, input: SealArchive): Promise<SealedArchive> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-archive-'));
  try {
    const built = await buildArchive(await gatherArchive(ports, input, folder), ports);
    return { archiveId: input.archiveId, mainVolume: built.mainVolume, confidentialVolume: built.confidentialVolume, disc: built.discImage };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
