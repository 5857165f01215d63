/**
 * Sends one file to the court with progress. XMLHttpRequest, because fetch tells nothing of an upload's progress.
 * If the page dies here: the file may have arrived, unattached to anything; nothing depends on it.
 */
import type { Words } from '#domain/law/ruled.ts';

export interface UploadedFile {
  fileId: string;
  name: string;
  bytes: number;
  mediaType: string;
  sha256: string;
}

export type UploadTrouble =
  | { kind: 'tooLarge' }
  | { kind: 'empty' }
  | { kind: 'signedOut' }
  | { kind: 'network' }
  | { kind: 'stopped' }
  /** The server's own words, in both languages. */
  | { kind: 'refused'; message: Words | null };

export type Upload = { done: UploadedFile } | { trouble: UploadTrouble };

/** The court takes files up to 200 MB. */
export const largestUploadBytes = 200 * 1024 * 1024;

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && typeof (value as Words).zh === 'string' && typeof (value as Words).en === 'string';

/** The message of a problem+json answer, wherever the server put it. */
export function messageOf(answer: unknown): Words | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const { message, data } = answer as { message?: unknown; data?: { message?: unknown } };
  if (isWords(message)) return message;
  return isWords(data?.message) ? data.message : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function outcomeOf(status: number, text: string): Upload {
  const answer = parsed(text);
  if (status >= 200 && status < 300 && answer !== null) return { done: answer as UploadedFile };
  if (status === 401) return { trouble: { kind: 'signedOut' } };
  if (status === 413) return { trouble: { kind: 'tooLarge' } };
  return { trouble: { kind: 'refused', message: messageOf(answer) } };
}

/**
 * @param purpose what the file is for: `filing`, `evidence`, `signature`.
 * @param onProgress share sent, 0 to 1.
 * @returns what the server said; never rejects.
 */
export function uploadFile(file: File, purpose: string, options: { caseId?: string; onProgress?: (share: number) => void; signal?: AbortSignal } = {}): Promise<Upload> {
  if (file.size === 0) return Promise.resolve({ trouble: { kind: 'empty' } });
  if (file.size > largestUploadBytes) return Promise.resolve({ trouble: { kind: 'tooLarge' } });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    // Fields first: the server reads the parts in order and must know what the file is for.
    form.append('purpose', purpose);
    if (options.caseId) form.append('caseId', options.caseId);
    form.append('file', file, file.name);
    request.upload.onprogress = (event) => { if (event.lengthComputable) options.onProgress?.(event.loaded / event.total); };
    request.onload = () => resolve(outcomeOf(request.status, request.responseText));
    request.onerror = () => resolve({ trouble: { kind: 'network' } });
    request.onabort = () => resolve({ trouble: { kind: 'stopped' } });
    options.signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', '/api/files');
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.send(form);
  });
}
