import { z } from 'zod';

/**
 * Who signed or refused which version of a transcript, and how the court knew who it was (G9).
 * The court seals the record's canonical JSON.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const common = {
  caseId: z.string().min(1),
  hearingId: z.string().min(1),
  transcriptVersion: z.int().positive(),
  /** The hash of that version's text: what the person had before their eyes. */
  transcriptHash: sha256,
  personId: z.string().min(1),
  name: z.string().min(1),
  /** In what role the person signed, for example `plaintiff`, `clerk`, `judge`. */
  role: z.string().min(1),
  at: z.iso.datetime({ offset: true }),
  /** How the person was verified, for example `phoneCode` or `password`. */
  verifiedBy: z.string().min(1),
};

export const signatureRecordSchema = z.discriminatedUnion('decision', [
  z.strictObject({ ...common, decision: z.literal('signed'), drawnSignatureSha256: sha256 }),
  z.strictObject({ ...common, decision: z.literal('refused'), reason: z.string().min(1) }),
]);

export type SignatureRecord = z.infer<typeof signatureRecordSchema>;
