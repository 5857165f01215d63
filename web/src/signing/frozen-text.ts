/** The frozen version as it is signed: what is shown is read from the very text that the hash is of. */
import type { TranscriptVersion } from '#domain/transcript/version.ts';

/** @returns the version, or null if the text is none (then nothing may be signed). */
export function versionFrom(canonical: string): TranscriptVersion | null {
  try {
    const version = JSON.parse(canonical) as TranscriptVersion;
    return Array.isArray(version.lines) ? version : null;
  } catch {
    return null;
  }
}

/** @returns whether the text has the hash, or null where the browser cannot say (a page without TLS). */
export async function hasHash(canonical: string, sha256: string): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
