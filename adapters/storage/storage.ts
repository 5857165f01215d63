/** Where files lie. A file is named by its content, so that it is never changed and never kept twice. */
import type { Readable } from 'node:stream';

export interface StoredFile {
  /** Lower-case hex. */
  sha256: string;
  bytes: number;
}

/** Bytes `start` to `end`, both included, from 0. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface Storage {
  /** Keeps the content. When it answers, the content survives a loss of power. Nothing remains of a stream that fails. */
  put(content: Readable | Uint8Array): Promise<StoredFile>;
  /** @throws FileMissing */
  open(sha256: string, range?: ByteRange): Promise<Readable>;
  /** Size in bytes, or null when there is none. */
  size(sha256: string): Promise<number | null>;
}

export class FileMissing extends Error {
  constructor(readonly sha256: string) {
    super(`No file ${sha256} in the storage`);
    this.name = 'FileMissing';
  }
}
