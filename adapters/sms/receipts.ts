/**
 * Receipts that an SMS platform posts by itself: "delivered" or "failed", for a key. Signed with a secret that court and
 * platform share: `kaiting-signature: t=<seconds since 1970>,v1=<hex HMAC-SHA256 over "t.body">`. A receipt that is older
 * than five minutes, or from the future, is refused, so that one which somebody kept cannot be sent again later; within the
 * five minutes its own id is taken once (`sms_receipts`).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { givenMoment } from '#domain/calendar/given-day.ts';

export const signatureHeader = 'kaiting-signature';
/** Seconds. */
const tolerance = 300;

const receiptSchema = z.object({
  /** The receipt's own id: the same receipt twice has the same. */
  id: z.string().min(1).max(200),
  /** The message's key. */
  key: z.string().min(1).max(300),
  state: z.enum(['delivered', 'failed']),
  /** When the phone acknowledged it, or when the platform gave up. */
  at: givenMoment,
  /** The platform's own code of a failure; no personal data. */
  detail: z.string().max(200).optional(),
});
export type PostedReceipt = z.infer<typeof receiptSchema>;

export type ReceiptProblem = 'not-signed' | 'wrong-signature' | 'too-old' | 'not-a-receipt';

/** How a platform signs. @param now milliseconds since 1970 */
export function signReceipt(secret: string, body: string, now: number): string {
  const t = Math.floor(now / 1000);
  return `t=${t},v1=${macOf(secret, t, body).toString('hex')}`;
}

/** @param body exactly as it came. @param now milliseconds since 1970 */
export function readReceipt(secret: string, header: string | undefined, body: string, now: number): { receipt: PostedReceipt } | { problem: ReceiptProblem } {
  const parts = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!parts) return { problem: 'not-signed' };
  const [t, signature] = [Number(parts[1]), Buffer.from(parts[2] ?? '', 'hex')];
  // The signature first: what is not signed by the platform is told nothing of our clock.
  if (!timingSafeEqual(macOf(secret, t, body), signature)) return { problem: 'wrong-signature' };
  if (Math.abs(now / 1000 - t) > tolerance) return { problem: 'too-old' };
  const checked = receiptSchema.safeParse(parsed(body));
  return checked.success ? { receipt: checked.data } : { problem: 'not-a-receipt' };
}

const macOf = (secret: string, t: number, body: string): Buffer => createHmac('sha256', secret).update(`${t}.${body}`).digest();

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
