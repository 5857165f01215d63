/** How an anchor's file and seal are read and checked (db/audit/anchors.ts asks). */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { checkDetached } from '#adapters/seal/detached-signature.ts';
import type { Storage } from '#adapters/storage/storage.ts';

/** @param certificates PEM, any of which may have sealed: the court's present one and those before it */
export const anchorReading = (storage: Pick<Storage, 'open'>, certificates: readonly string[]) => ({
  read: async (sha256: string): Promise<Uint8Array> => buffer(await storage.open(sha256)),
  hash: (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex'),
  sealProblem(seal: Uint8Array, sha256: string): string | undefined {
    const verdicts = certificates.map((certificate) => checkDetached(seal, sha256, certificate));
    if (verdicts.some(({ valid }) => valid)) return undefined;
    const [verdict] = verdicts;
    return verdict && !verdict.valid ? verdict.reason : 'there is no certificate to check the seal with';
  },
});
