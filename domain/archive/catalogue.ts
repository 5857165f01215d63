import { z } from 'zod';

/**
 * The catalogue of a volume, for machines: every file in it, what it is, and what it belongs to.
 * It lies in each volume as `data/catalogue.json`; file names are plain, the real titles stand here.
 */

export const archiveItemKinds = [
  /** What the parties filed (G3), with the acceptance. */
  'filing',
  /** Notices and other documents served (G4). */
  'notice',
  /** Rulings and mediation agreements (CPL-157, CPL-100). */
  'ruling',
  /** Evidence (G8). */
  'evidence',
  /** A version of the transcript: the PDF for people (G9). */
  'transcript',
  /** The same version as the text that its hash is of. */
  'transcript-text',
  /** Who signed or refused which version (G9); its seal; the signature as it was drawn. */
  'signature-record', 'signature-seal', 'drawn-signature',
  /** The record of a refusal to sign (G9), the explanation of a gap in the recording (REC). */
  'refusal-record', 'gap-explanation',
  /** A recording from opening to closing (G6, N1), its time line and its continuity ledger. */
  'recording', 'recording-time-line', 'continuity-ledger',
  /** What came of a session: agreement, list of issues, judgment; the receipts of service (CPL-87). */
  'session-document', 'service-receipt',
  /** An extract of a recording as evidence of a breach of discipline (G6 (3)). */
  'recording-extract',
  /** What the media server and the pages said, raw. */
  'media-events',
  /** The approval of a livestream (N2). */
  'livestream-approval',
  /** The journal of one workflow, the workflow's history as Temporal kept it. */
  'journal', 'history',
  /** The disc's image, its seal, and the list of what is on it (N1). */
  'disc', 'disc-seal', 'disc-contents',
  /** This volume's catalogue as a document. */
  'catalogue',
] as const;
export type ArchiveItemKind = (typeof archiveItemKinds)[number];

export const volumes = ['main', 'confidential'] as const;
/** 正卷 and 副卷. */
export type Volume = (typeof volumes)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ offset: true });

/** What an item belongs to, as far as it belongs to it. */
const about = z.strictObject({
  hearingId: z.string().optional(),
  transcriptVersion: z.int().positive().optional(),
  personId: z.string().optional(),
  recordingId: z.string().optional(),
  stream: z.string().optional(),
  /** The file that a seal is over. */
  file: z.string().optional(),
});

const item = z.strictObject({
  /** From the volume's folder, for example `data/evidence/001.pdf`. */
  file: z.string().regex(/^data\/[A-Za-z0-9._/-]+$/),
  kind: z.enum(archiveItemKinds),
  title: z.string().min(1),
  date: instant.nullable(),
  sha256,
  /** Whether it is a PDF that carries the court's seal. */
  sealed: z.boolean(),
  articles: z.array(z.string()),
  about,
});

export const archiveCatalogueSchema = z.strictObject({
  format: z.literal('kaiting-archive-1'),
  archiveId: z.string().min(1),
  caseId: z.string().min(1),
  court: z.string().min(1),
  caseNumber: z.string().min(1),
  causeOfAction: z.string().min(1),
  volume: z.enum(volumes),
  archivedAt: instant,
  /** The number under which the recordings are registered (N1). */
  registrationNumber: z.string().min(1),
  items: z.array(item),
});

export type ArchiveCatalogue = z.infer<typeof archiveCatalogueSchema>;
export type ArchiveItem = z.infer<typeof item>;
