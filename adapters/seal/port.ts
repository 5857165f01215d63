/**
 * The court's electronic seal: on documents (PAdES inside the PDF) and beside any other file
 * (a detached CMS signature that `openssl cms -verify` accepts).
 */

export type SealVerdict =
  | { valid: true; sealedAt: string }
  | { valid: false; reason: string };

/** Checks seals against a certificate that the caller trusts, without the court's key and without a server. */
export interface SealChecker {
  /** One verdict a path, in the order given. */
  checkPdfs(paths: readonly string[], certificate: string): Promise<SealVerdict[]>;
  /** The detached signature against the SHA-256 (hex) of what was sealed. */
  checkDetached(signature: Uint8Array, sha256: string, certificate: string): SealVerdict;
}

export interface PdfSealing {
  /** Why it is sealed, shown by PDF readers. */
  reason: string;
  /** The name of the signature field inside the PDF, for example `CourtSeal`. */
  field: string;
}

export interface Seal extends SealChecker {
  /** The certificate (PEM) that the seals are checked with. It belongs outside the archive too. */
  readonly certificate: string;
  /** The PDF with the court's seal; it permits no later change. */
  sealPdf(pdf: Uint8Array, sealing: PdfSealing): Promise<Uint8Array>;
  /** Several PDFs at once, in the order given: much cheaper than one by one. */
  sealPdfs(documents: readonly (PdfSealing & { pdf: Uint8Array })[]): Promise<Uint8Array[]>;
  /** A detached CMS signature (DER, CAdES baseline B) over the bytes. */
  sealBytes(bytes: Uint8Array): Promise<Uint8Array>;
  /** The same over a content of any size whose SHA-256 (hex) is at hand. */
  sealHash(sha256: string): Promise<Uint8Array>;
}
