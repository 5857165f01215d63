import { z } from 'zod';
import { type SignatureRecord, signatureRecordSchema } from '#domain/archive/signature-record.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';
import type { ArchiveReader, ItemAtHand } from './archive-reader.ts';
import type { Trust } from './check-bag.ts';
import type { ArchivedEntry } from './check-journal.ts';
import { checkSealBeside } from './check-seals.ts';
import type { Findings } from './findings.ts';

/**
 * G9: each version of the transcript is the one that the journal froze; each signature is over the hash of a version
 * that lies here, sealed by the court when it was given; and no signature that the journal knows is missing.
 */

const frozen = z.object({ hearingId: z.string(), version: z.int(), sha256: z.string() });
const signed = z.object({ hearingId: z.string(), version: z.int(), sha256: z.string(), by: z.string() });
const refused = z.object({ hearingId: z.string(), version: z.int(), by: z.string() });

export async function checkTranscripts(archive: ArchiveReader, journal: readonly ArchivedEntry[], findings: Findings): Promise<void> {
  const texts = archive.of('transcript-text');
  for (const text of texts) {
    const documents = archive.of('transcript').filter(({ about }) => sameVersion(about, text.about));
    if (documents.length !== 1) findings.wrong('transcript', text.subject, 'this version has no document for people to read');
    else findings.right('transcript', text.subject, `version ${text.about.transcriptVersion} has the hash ${text.sha256}`);
  }
  for (const { data, seq, stream } of ofKind(journal, 'transcript-frozen', frozen)) {
    const text = texts.find(({ about }) => about.hearingId === data.hearingId && about.transcriptVersion === data.version);
    if (!text) findings.wrong('transcript', 'journal', `version ${data.version}, frozen by entry ${seq} of ${stream}, is missing`);
    else if (text.sha256 !== data.sha256) findings.wrong('transcript', text.subject, `is not the version that entry ${seq} of ${stream} froze`);
  }
}

export async function checkSignatures(archive: ArchiveReader, journal: readonly ArchivedEntry[], trust: Trust, findings: Findings): Promise<void> {
  const records: SignatureRecord[] = [];
  for (const item of archive.of('signature-record')) {
    const record = await archive.json(item, signatureRecordSchema, 'signature');
    if (!record) continue;
    records.push(record);
    await checkSignature(archive, item, record, trust, findings);
  }

  const known = (decision: SignatureRecord['decision'], hearingId: string, version: number, by: string) => records.find((record) => (
    record.decision === decision && record.hearingId === hearingId && record.transcriptVersion === version && record.personId === by));
  for (const { data, seq, stream } of ofKind(journal, 'transcript-signed', signed)) {
    const record = known('signed', data.hearingId, data.version, data.by);
    if (!record) findings.wrong('signature', 'journal', `the signature of ${data.by} under version ${data.version} (entry ${seq} of ${stream}) has no record here`);
    else if (record.transcriptHash !== data.sha256) findings.wrong('signature', 'journal', `entry ${seq} of ${stream} says that ${data.by} signed another hash`);
  }
  for (const { data, seq, stream } of ofKind(journal, 'signature-refused', refused)) {
    if (!known('refused', data.hearingId, data.version, data.by)) findings.wrong('signature', 'journal', `the refusal of ${data.by} to sign version ${data.version} (entry ${seq} of ${stream}) has no record here`);
  }
}

async function checkSignature(archive: ArchiveReader, item: ItemAtHand, record: SignatureRecord, trust: Trust, findings: Findings): Promise<void> {
  const before = findings.all.length;
  const says = (what: string) => findings.wrong('signature', item.subject, `${record.name} (${record.role}): ${what}`);
  if ((await archive.bytes(item)).toString('utf8') !== canonicalJson(record)) says('the record is not written as the court writes it');
  const { hearingId, transcriptVersion, personId } = item.about;
  if (record.hearingId !== hearingId || record.transcriptVersion !== transcriptVersion || record.personId !== personId) says('the record belongs to another signature');

  const text = archive.of('transcript-text').find(({ about }) => sameVersion(about, item.about));
  if (!text) says(`version ${record.transcriptVersion} of the transcript is missing`);
  else if (text.sha256 !== record.transcriptHash) says(`the hash signed is not that of version ${record.transcriptVersion} in this archive`);

  if (record.decision === 'signed') {
    const drawn = archive.of('drawn-signature').find(({ about }) => sameVersion(about, item.about) && about.personId === record.personId);
    if (drawn?.sha256 !== record.drawnSignatureSha256) says(drawn ? 'the drawn signature is another one' : 'the drawn signature is missing');
  }
  const seal = await checkSealBeside(archive, item, 'signature-seal', trust, 'signature', findings);
  if (seal && findings.all.length === before) {
    const did = record.decision === 'signed' ? 'signed' : 'refused to sign';
    findings.right('signature', item.subject, `${record.name} (${record.role}) ${did} version ${record.transcriptVersion} at ${record.at}, verified by ${record.verifiedBy}; sealed ${seal.sealedAt}`);
  }
}

interface OfVersion {
  hearingId?: string | undefined;
  transcriptVersion?: number | undefined;
}

function sameVersion(a: OfVersion, b: OfVersion): boolean {
  return a.hearingId === b.hearingId && a.transcriptVersion === b.transcriptVersion;
}

/** Entries of a kind whose data have the form that this check needs. */
export function ofKind<T extends z.ZodType>(journal: readonly ArchivedEntry[], kind: string, schema: T): { seq: number; stream: string; at: string; data: z.infer<T> }[] {
  return journal.flatMap(({ kind: of, data, seq, stream, at }) => {
    const checked = of === kind ? schema.safeParse(data) : undefined;
    return checked?.success ? [{ seq, stream, at, data: checked.data }] : [];
  });
}
