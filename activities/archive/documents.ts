import { readFile } from 'node:fs/promises';
import type { DocumentRequest } from '#adapters/pdf/documents.ts';
import type { PdfRenderer } from '#adapters/pdf/port.ts';
import type { Seal } from '#adapters/seal/port.ts';
import type { ArchiveInput, ArchivedDocument, ArchivedHearing, ArchivedTranscript, DocumentKind } from './archive-input.ts';
import type { Source } from './bag.ts';
import type { Contribution, OpenVolumes } from './volume.ts';

/** The documents of the file: those that came in, and those that the court makes and seals now. */

const folders: Record<DocumentKind, string> = {
  filing: 'filing', notice: 'notices', ruling: 'rulings', evidence: 'evidence', 'refusal-record': 'records', 'gap-explanation': 'records', 'livestream-approval': 'approvals', 'recording-extract': 'extracts', 'session-document': 'sessions', 'service-receipt': 'receipts',
};

/** A document on its way into its volume. Rendered and sealed with all others in one go. */
type Pending = Omit<Contribution, 'source'> & { made: Source | DocumentRequest; seal: boolean };

/** Puts all documents and transcripts in. */
export async function putDocuments(input: ArchiveInput, volumes: OpenVolumes, { pdf, seal }: { pdf: PdfRenderer; seal: Seal }): Promise<void> {
  const pending = [
    ...input.documents.map((document, index) => pendingDocument(document, index + 1)),
    ...input.hearings.flatMap((hearing, index) => hearing.transcripts.map((transcript) => pendingTranscript(input, hearing, index + 1, transcript))),
  ];

  const toRender = pending.flatMap(({ made }) => ('template' in made ? [made] : []));
  const rendered = new Map((await pdf.renderAll(toRender)).map((document, index) => [toRender[index], document.pdf]));
  const ready = await Promise.all(pending.map(async ({ made, seal: toSeal, ...contribution }) => {
    const source: Source = 'template' in made ? { bytes: rendered.get(made) ?? missing(contribution.file) } : made;
    return { ...contribution, source, unsealed: toSeal ? await bytesOf(source) : null };
  }));

  const toSeal = ready.flatMap(({ unsealed, title }) => (unsealed ? [{ pdf: unsealed, reason: title, field: 'CourtSeal' }] : []));
  const sealed = (await seal.sealPdfs(toSeal)).values();
  for (const { unsealed, ...contribution } of ready) {
    if (!unsealed) await volumes.put(contribution);
    else await volumes.put({ ...contribution, source: { bytes: sealed.next().value ?? missing(contribution.file) }, expected: undefined, sealed: true });
  }
}

function pendingDocument(document: ArchivedDocument, number: number): Pending {
  const { kind, title, date, source, hearingId, personId } = document;
  const rendered = 'render' in source;
  const extension = rendered ? 'pdf' : extensionOf(document.originalName);
  return {
    kind, title, date,
    file: `data/${folders[kind]}/${String(number).padStart(3, '0')}.${extension}`,
    made: rendered ? source.render : source,
    expected: rendered ? undefined : source.sha256,
    seal: document.seal === 'add',
    sealed: document.seal === 'carries',
    about: { hearingId, personId },
  };
}

function pendingTranscript(input: ArchiveInput, hearing: ArchivedHearing, number: number, transcript: ArchivedTranscript): Pending {
  const { version, sha256, lines, frozenAt, voidedAt, signatures } = transcript;
  const { court, caseNumber, causeOfAction, parties } = input;
  return {
    kind: 'transcript',
    title: `第${hearing.sessionNumber}次庭审${hearing.heading.title}第${version}版`,
    date: frozenAt,
    file: `data/hearing-${number}/transcript-v${version}.pdf`,
    seal: true,
    about: { hearingId: hearing.hearingId, transcriptVersion: version },
    made: {
      template: 'transcript',
      data: {
        court, caseNumber, causeOfAction, parties,
        ...hearing.heading,
        sessionNumber: hearing.sessionNumber, lines, version, hash: sha256,
        signatures: signatures.flatMap(({ record, drawn, roleTitle, verifiedByTitle }) => (
          record.decision === 'signed' && drawn
            ? [{ name: record.name, role: roleTitle, at: record.at, verifiedBy: verifiedByTitle, image: Buffer.from(drawn).toString('base64') }]
            : [])),
        refusals: signatures.flatMap(({ record, roleTitle }) => (
          record.decision === 'refused' ? [{ name: record.name, role: roleTitle, at: record.at, reason: record.reason }] : [])),
        superseded: voidedAt === null ? null : '本版经修改，已由后一版本替代，本版上的签名不再有效，仅存卷备查。',
      },
    },
  };
}

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin';
}

function missing(file: string): never {
  throw new Error(`The document ${file} was not made.`);
}

async function bytesOf(source: Source): Promise<Uint8Array> {
  if ('bytes' in source) return source.bytes;
  if ('text' in source) return Buffer.from(source.text);
  return readFile('path' in source ? source.path : source.moved);
}
