/**
 * G9: what is signed is one version of the transcript, and a version is its lines in order. Its hash is the SHA-256
 * (UTF-8, hex) of the canonical text made here, so that anybody can make it again from the archive.
 */
import { z } from 'zod';
import { canonicalJson } from '#domain/journal/canonical.ts';

export const transcriptVersionSchema = z.strictObject({
  hearingId: z.string(),
  /** 1 for the first; an amendment makes the next. */
  version: z.int().positive(),
  lines: z.array(z.strictObject({
    lineId: z.string(),
    speaker: z.string(),
    /** ISO 8601, UTC. */
    spokenAt: z.string(),
    text: z.string(),
  })),
});
export type TranscriptVersion = z.infer<typeof transcriptVersionSchema>;

/** The text that the hash is of. White space around a line's text counts for nothing. */
export function canonicalTranscript(version: TranscriptVersion): string {
  return canonicalJson({ ...version, lines: version.lines.map((line) => ({ ...line, speaker: line.speaker.trim(), text: line.text.trim() })) });
}

/** Reads a canonical text back. @throws ZodError for what is none */
export function parseTranscript(canonical: string): TranscriptVersion {
  return transcriptVersionSchema.parse(JSON.parse(canonical));
}
