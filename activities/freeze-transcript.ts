/**
 * G9: the transcript's lines become a version that everybody signs. One transaction; the same lines again answer the
 * version that is there, so a repetition makes no second one.
 */
import { createHash } from 'node:crypto';
import type { FreezeTranscript, FrozenTranscript } from '#activities/court-activities.ts';
import type { Sql } from '#db/connect.ts';
import { canonicalTranscript } from '#domain/transcript/version.ts';

export async function freezeTranscript(sql: Sql, { caseId, hearingId, at }: FreezeTranscript): Promise<FrozenTranscript> {
  return sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext(${`transcript/${hearingId}`}))`;
    const lines = await tx<{ id: string; speaker: string; spoken_at: Date; text: string }[]>`
      select id, speaker, spoken_at, text from transcript_lines where hearing_id = ${hearingId} and trim(text) <> '' order by position, spoken_at, id`;
    const [last] = await tx<{ version: number; sha256: string; voided_at: Date | null }[]>`
      select version, sha256, voided_at from transcript_versions where hearing_id = ${hearingId} order by version desc limit 1`;
    // A version that still counts is the answer to a repeated call.
    if (last && last.voided_at === null) return { version: last.version, sha256: last.sha256, lines: lines.length };
    if (lines.length === 0) return { version: 0, sha256: '', lines: 0 };
    const version = (last?.version ?? 0) + 1;
    const canonical = canonicalTranscript({
      hearingId, version,
      lines: lines.map((line) => ({ lineId: line.id, speaker: line.speaker, spokenAt: line.spoken_at.toISOString(), text: line.text })),
    });
    const sha256 = createHash('sha256').update(canonical).digest('hex');
    await tx`insert into transcript_versions (hearing_id, version, case_id, sha256, canonical, frozen_at)
      values (${hearingId}, ${version}, ${caseId}, ${sha256}, ${canonical}, ${at})`;
    return { version, sha256, lines: lines.length };
  });
}
