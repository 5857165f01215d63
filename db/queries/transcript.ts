/**
 * The transcript while it is typed, and its version that is signed. Lines are written here, not through the workflow (an
 * exception of the design): the frozen version is what counts. Each write is one statement that checks the revision and
 * that nothing is frozen, so that whoever comes second changes nothing; dying here leaves the line as it was.
 */
import type { Sql } from '#db/connect.ts';

interface LineRecord { id: string; hearing_id: string; position: number; speaker: string; spoken_at: Date; text: string; revision: number; amended_by: string | null }
export interface Line { lineId: string; position: number; speaker: string; spokenAt: string; text: string; revision: number; amended: boolean }

const lineFrom = (record: LineRecord): Line => ({
  lineId: record.id, position: record.position, speaker: record.speaker, spokenAt: record.spoken_at.toISOString(), text: record.text,
  revision: record.revision, amended: record.amended_by !== null,
});

export interface Transcript {
  lines: Line[];
  frozen: { version: number; sha256: string; canonical: string } | null;
  signatures: { name: string; as: string; at: string; refused: string | null }[];
}

export async function transcriptOf(sql: Sql, hearingId: string): Promise<Transcript> {
  const [lines, [frozen], signatures] = await Promise.all([
    sql<LineRecord[]>`
      select id, hearing_id, position, speaker, spoken_at, text, revision, amended_by from transcript_lines where hearing_id = ${hearingId} order by position, spoken_at, id`,
    sql<{ version: number; sha256: string; canonical: string }[]>`
      select version, sha256, canonical from transcript_versions where hearing_id = ${hearingId} and voided_at is null order by version desc limit 1`,
    sql<{ name: string; as: string; at: Date; refused: string | null }[]>`
      select p.name, s."as", s.signed_at as at, s.refused from signatures s
        join transcript_versions v on v.hearing_id = s.hearing_id and v.version = s.version and v.voided_at is null
        join persons p on p.id = s.person_id
      where s.hearing_id = ${hearingId} order by s.signed_at`,
  ]);
  return { lines: lines.map(lineFrom), frozen: frozen ? { ...frozen } : null, signatures: signatures.map((one) => ({ ...one, at: one.at.toISOString() })) };
}

export interface LineWrite {
  hearingId: string;
  lineId: string;
  position: number;
  speaker: string;
  spokenAt: string;
  text: string;
  /** What the writer last read; 0 for a new line. */
  revision: number;
}

export type LineWritten = { how: 'written'; line: Line } | { how: 'frozen' } | { how: 'stale'; line: Line } | { how: 'removed' } | { how: 'elsewhere' };

const notFrozen = (sql: Sql, hearingId: string) => sql`not exists (select from transcript_versions v where v.hearing_id = ${hearingId} and v.voided_at is null)`;

/** Writes a line as `as` (an amendment by the judge is marked). */
export async function writeLine(sql: Sql, write: LineWrite, personId: string, as: 'clerk' | 'judge'): Promise<LineWritten> {
  const amendedBy = as === 'judge' ? personId : null;
  const { hearingId, lineId } = write;
  const written = write.revision === 0
    ? await sql<LineRecord[]>`
      insert into transcript_lines (id, hearing_id, position, speaker, spoken_at, text, written_by, amended_by, revision, updated_at)
      select ${lineId}::uuid, ${hearingId}::uuid, ${write.position}::int, ${write.speaker}, ${write.spokenAt}::timestamptz, ${write.text}, ${personId}::uuid, ${amendedBy}::uuid, 1, now()
      where ${notFrozen(sql, hearingId)}
      on conflict (id) do nothing
      returning *`
    : await sql<LineRecord[]>`
      update transcript_lines set position = ${write.position}, speaker = ${write.speaker}, spoken_at = ${write.spokenAt}, text = ${write.text},
        amended_by = coalesce(${amendedBy}::uuid, amended_by), revision = revision + 1, updated_at = now()
      where id = ${lineId} and hearing_id = ${hearingId} and revision = ${write.revision} and ${notFrozen(sql, hearingId)}
      returning *`;
  return written[0] ? { how: 'written', line: lineFrom(written[0]) } : whyNot(sql, write);
}

async function whyNot(sql: Sql, write: LineWrite): Promise<LineWritten> {
  const [line] = await sql<LineRecord[]>`select * from transcript_lines where id = ${write.lineId}`;
  if (line && line.hearing_id !== write.hearingId) return { how: 'elsewhere' };
  const [frozen] = await sql`select from transcript_versions where hearing_id = ${write.hearingId} and voided_at is null`;
  if (frozen) return { how: 'frozen' };
  if (!line) return { how: 'removed' };
  const now = lineFrom(line);
  // A repeated request whose first answer was lost: what it asked for is there.
  const same = now.revision === write.revision + 1 && now.text === write.text && now.speaker === write.speaker && now.position === write.position;
  return same ? { how: 'written', line: now } : { how: 'stale', line: now };
}

/** Removes a line; false if it was not there or the transcript is frozen. */
export async function removeLine(sql: Sql, hearingId: string, lineId: string): Promise<boolean> {
  const removed = await sql`delete from transcript_lines where id = ${lineId} and hearing_id = ${hearingId} and ${notFrozen(sql, hearingId)} returning id`;
  return removed.length > 0;
}
