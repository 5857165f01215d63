/** The whole court's record against all its anchors: every anchor and its seal, every journal made again, every person's count of commands. Reads only. */
import { anchoredHeads, auditAnchored, auditAnchors, type AnchorFound } from '#domain/audit/anchor.ts';
import type { AuditFinding } from '#domain/audit/audit-stream.ts';
import { auditNumbering } from '#domain/audit/command-seal.ts';
import { FIRST_PREVIOUS_HASH } from '#domain/journal/canonical.ts';
import { journalRowsOf } from '#db/audit/audit-case.ts';
import { numberedPersons } from '#db/audit/sealed-commands.ts';
import type { Sql } from '#db/connect.ts';
import { chainHash } from '#db/projector/record-journal.ts';

export interface AnchorsVerified { anchors: number; streams: number; entries: number; findings: AuditFinding[] }

export async function verifyAnchors(sql: Sql, anchors: readonly AnchorFound[]): Promise<AnchorsVerified> {
  const verified: AnchorsVerified = { anchors: anchors.length, streams: 0, entries: 0, findings: auditAnchors(anchors) };
  for (const [stream, heads] of anchoredHeads(anchors)) {
    const rows = await journalRowsOf(sql, stream);
    verified.streams += 1;
    verified.entries += rows.length;
    verified.findings.push(...auditAnchored(stream, rows, heads, FIRST_PREVIOUS_HASH, (previous, entry) => chainHash(previous, entry.stream, entry as Parameters<typeof chainHash>[2])));
  }
  const counted = new Map(anchors.findLast(({ file, problem }) => file && problem === undefined)?.file?.commands.map(({ personId, number }) => [personId, number]));
  const persons = await numberedPersons(sql, 'everybody');
  const known = new Set(persons.map(({ personId }) => personId));
  const all = [...persons, ...[...counted.keys()].filter((personId) => !known.has(personId)).map((personId) => ({ personId, numbers: [], head: undefined }))];
  verified.findings.push(...auditNumbering(all.map((person) => {
    const anchored = counted.get(person.personId);
    return anchored === undefined ? person : { ...person, anchored };
  })));
  return verified;
}

/** Copies that lie elsewhere against what the database says of its anchors. */
export function compareCopies(rows: readonly { number: number; sha256: string }[], copies: readonly { number: number; sha256: string }[]): AuditFinding[] {
  const kept = new Map(rows.map(({ number, sha256 }) => [number, sha256]));
  return copies.filter(({ number, sha256 }) => kept.get(number) !== sha256)
    .map(({ number, sha256 }) => ({ kind: 'anchor-broken', stream: 'anchors', subject: String(number), expected: { copy: sha256 }, found: { database: kept.get(number) ?? null } }));
}
