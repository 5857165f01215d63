/**
 * An anchor: the head of every journal at one moment, in a file that the court's key seals. Whoever rewrites a journal and
 * its chain afterwards, and has no Temporal to be compared with, is contradicted by every anchor made before.
 */
import { z } from 'zod';
import type { AuditFinding, ChainHash, JournalRowFound } from '#domain/audit/audit-stream.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const anchorFile = z.strictObject({
  format: z.literal('kaiting-anchor-1'),
  /** 1 for the court's first. */
  number: z.int().positive(),
  /** In Shanghai. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  madeAt: z.iso.datetime(),
  /** SHA-256 of the anchor file before this one. */
  previous: sha256.nullable(),
  heads: z.array(z.strictObject({ stream: z.string(), caseId: z.string(), seq: z.int().min(0), hash: sha256 })),
  /** How many commands each person has given. */
  commands: z.array(z.strictObject({ personId: z.string(), number: z.int().positive() })),
});
export type AnchorFile = z.infer<typeof anchorFile>;

/** An anchor as it was found: its row, and its file if that could be read. */
export interface AnchorFound {
  number: number;
  sha256: string;
  /** What is wrong with file or seal; undefined: the court sealed exactly this. */
  problem?: string;
  file?: AnchorFile;
}

/** The anchors themselves: none is missing, each follows the one before, each is what the court sealed. */
export function auditAnchors(found: readonly AnchorFound[]): AuditFinding[] {
  const inOrder = [...found].sort((one, other) => one.number - other.number);
  return inOrder.flatMap((anchor, at): AuditFinding[] => {
    const subject = String(anchor.number);
    const broken = (expected: unknown, what: unknown): AuditFinding => ({ kind: 'anchor-broken', stream: 'anchors', subject, expected, found: what });
    const before = inOrder[at - 1];
    if (anchor.problem !== undefined) return [broken('a file that the court sealed', anchor.problem)];
    if (!anchor.file || anchor.file.number !== anchor.number) return [broken({ number: anchor.number }, { number: anchor.file?.number ?? null })];
    if (anchor.number !== (before?.number ?? 0) + 1) return [broken({ number: (before?.number ?? 0) + 1 }, { number: anchor.number })];
    return anchor.file.previous === (before?.sha256 ?? null) ? [] : [broken({ previous: before?.sha256 ?? null }, { previous: anchor.file.previous })];
  });
}

/** A head that a sound anchor names. */
export interface AnchoredHead { anchor: number; day: string; seq: number; hash: string }

/** The heads of each stream, as sound anchors name them, oldest first. */
export function anchoredHeads(found: readonly AnchorFound[], of: (head: AnchorFile['heads'][number]) => boolean = () => true): Map<string, AnchoredHead[]> {
  const heads = new Map<string, AnchoredHead[]>();
  for (const { file, problem } of [...found].sort((one, other) => one.number - other.number)) {
    if (!file || problem !== undefined) continue;
    for (const head of file.heads) {
      if (!of(head)) continue;
      heads.set(head.stream, [...(heads.get(head.stream) ?? []), { anchor: file.number, day: file.day, seq: head.seq, hash: head.hash }]);
    }
  }
  return heads;
}

/** The journal of one stream, made again from its rows alone, against every anchor that names it. `rows` in order of their number. */
export function auditAnchored(stream: string, rows: readonly JournalRowFound[], heads: readonly AnchoredHead[], first: string, chainHash: ChainHash): AuditFinding[] {
  const hashes = new Map<number, string>([[0, first]]);
  let previous = first;
  for (const row of rows) {
    previous = chainHash(previous, row);
    hashes.set(row.seq, previous);
  }
  // One finding for each: from which anchor on the journal is another one.
  return heads.filter(({ seq, hash }) => hashes.get(seq) !== hash)
    .map(({ anchor, day, seq, hash }) => ({ kind: 'anchor-differs', stream, subject: String(seq), expected: { anchor, day, hash }, found: { hash: hashes.get(seq) ?? null } }));
}
