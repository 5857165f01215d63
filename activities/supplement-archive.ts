/**
 * G6 (3), G10: an extract of a recording that was taken when the archive was sealed is filed behind it, in a supplement of its
 * own. The same extract asked for again answers with the supplement that lies there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChainedEntry } from '#activities/archive/archive-input.ts';
import { source, type FileRow } from '#activities/archive/gathering.ts';
import { buildSupplement, sealedCatalogue } from '#activities/archive/supplement.ts';
import type { SupplementArchive, SupplementedArchive } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';

export async function supplementArchive(ports: CourtPorts, { caseId, extractId, stream, at }: SupplementArchive): Promise<SupplementedArchive> {
  const { sql } = ports;
  const [archive] = await sql<{ id: string }[]>`select id from archives where case_id = ${caseId}`;
  if (!archive) return { state: await beingArchived(ports, caseId) ? 'being-archived' : 'not-archived' };
  const [file] = await sql<(FileRow & { hearing_id: string })[]>`
    select f.*, j.data ->> 'hearingId' as hearing_id from journal j join files f on f.id = (j.data ->> 'fileId')::uuid where j.stream = ${stream} and j.kind = 'recording-extracted'`;
  if (!file) throw new Error(`The extract ${extractId} is not on record.`);
  const { items } = await sealedCatalogue(ports, archive.id);
  if (items.some(({ kind, sha256 }) => kind === 'recording-extract' && sha256 === file.sha256)) return { state: 'contained' };

  const entries = await sql<ChainedEntry[]>`select stream, seq, kind, at, data, hash from journal where stream = ${stream} order by seq`;
  const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-supplement-'));
  try {
    const { tagManifestSha256 } = await buildSupplement({
      supplementId: extractId, archiveId: archive.id, at, journal: { stream, entries },
      extract: { title: file.name.replace(/\.mp4$/, ''), date: file.created_at.toISOString(), hearingId: file.hearing_id, source: await source({ ports, caseId, folder }, file) },
    }, ports);
    return { state: 'supplemented', archiveId: archive.id, supplementId: extractId, tagManifestSha256 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The clerk has sent the file to the archive, and it is not sealed yet: what was gathered may lack the extract. */
async function beingArchived({ sql }: CourtPorts, caseId: string): Promise<boolean> {
  const [sent] = await sql`
    select 1 from journal where case_id = ${caseId} and kind = 'task-completed' and data ->> 'kind' = 'complete-archive'
      and not exists (select from journal c where c.case_id = ${caseId} and c.kind = 'case-closed')`;
  return sent !== undefined;
}
