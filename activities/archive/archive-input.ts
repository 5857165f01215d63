import type { DocumentData, DocumentRequest } from '#adapters/pdf/documents.ts';
import type { ArchiveItemKind } from '#domain/archive/catalogue.ts';
import type { SignatureRecord } from '#domain/archive/signature-record.ts';
import type { JournalEntry } from '#domain/journal/canonical.ts';

/**
 * Everything that an archive is made of, gathered by the activity from PostgreSQL and the storage:
 * records as plain values, files as paths. Instants are ISO 8601.
 */
export interface ArchiveInput {
  /** The archive's key and the name of its folder: the same key gives the same archive. */
  archiveId: string;
  caseId: string;
  court: string;
  caseNumber: string;
  causeOfAction: string;
  /** For example "原告张三与被告李四". */
  parties: string;
  /** The clerk who archives. */
  clerk: string;
  /** The number under which the recordings are registered (备案, N1). */
  registrationNumber: string;
  archivedAt: string;
  /** Filing materials, notices, evidence, explanations … in the order of the file. */
  documents: readonly ArchivedDocument[];
  hearings: readonly ArchivedHearing[];
  journals: readonly { stream: string; entries: readonly ChainedEntry[] }[];
  /** Histories of the case's workflows as Temporal exported them. */
  histories: readonly { workflowId: string; runId: string; source: FileSource }[];
}

/** A journal entry with its link in the chain (domain/journal/canonical.ts). */
export interface ChainedEntry extends JournalEntry {
  hash: string;
}

/** A file in the storage, or bytes at hand. The SHA-256 is what the records say it is. */
export type FileSource = { path: string; sha256?: string } | { bytes: Uint8Array; sha256?: string };

export type DocumentKind = Extract<ArchiveItemKind, 'filing' | 'notice' | 'ruling' | 'evidence' | 'refusal-record' | 'gap-explanation' | 'livestream-approval' | 'recording-extract' | 'session-document' | 'service-receipt'>;

export interface ArchivedDocument {
  kind: DocumentKind;
  title: string;
  date: string | null;
  /** The name it had, for its extension: `借条.jpg`. */
  originalName: string;
  /** A file as it is, or one of the court's documents to be made now. */
  source: FileSource | { render: DocumentRequest };
  /** `carries`: a PDF that bears the court's seal already. `add`: a PDF of the court that is to be sealed. `none`: somebody else's file. */
  seal: 'carries' | 'add' | 'none';
  hearingId?: string;
  personId?: string;
}

export interface ArchivedHearing {
  hearingId: string;
  sessionNumber: number;
  /** What the transcript says at its head. */
  heading: Pick<DocumentData<'transcript'>, 'title' | 'open' | 'startedAt' | 'endedAt' | 'place' | 'bench' | 'present'>;
  transcripts: readonly ArchivedTranscript[];
  recordings: readonly ArchivedRecording[];
  /** Every raw media event of the hearing as it was kept, in order. */
  mediaEvents: readonly { event: unknown; raw: unknown }[];
}

/** One frozen version of the transcript, with what was signed on it. */
export interface ArchivedTranscript {
  version: number;
  sha256: string;
  /** The text that the hash is of: canonical JSON. */
  canonical: string;
  /** Its lines as people read them. */
  lines: DocumentData<'transcript'>['lines'];
  frozenAt: string;
  /** Since when it counts no longer (an amendment made a new version), if so. */
  voidedAt: string | null;
  signatures: readonly ArchivedSignature[];
}

export interface ArchivedSignature {
  record: SignatureRecord;
  /** The court's seal over canonicalJson(record), where it was given when the person signed; else it is given now. */
  seal?: Uint8Array;
  /** PNG; null for a refusal. */
  drawn: Uint8Array | null;
  /** The role and the way of verification, as the transcript prints them. */
  roleTitle: string;
  verifiedByTitle: string;
}

export interface ArchivedRecording {
  recordingId: string;
  /** mp4 */
  source: FileSource;
  startedAt: string;
  /** JSON values as the media host made them. */
  timeLine: unknown;
  ledger: unknown;
}
