/**
 * An SMS platform that is reached by HTTP: `POST <url>` with {key, phone, text}, `GET <url>/<key>` for what became of it;
 * both answer {key, sentAt, deliveredAt}, and the platform sends a key once (RFC drafts call it an idempotency key).
 *
 * What becomes of a message later, the platform posts to `POST /api/sms/receipts` of the court (receipts.ts).
 *
 * If the process dies after the platform took the message and before its answer is kept, the caller asks `status`.
 */
import { z } from 'zod';
import type { SmsGateway, SmsReceipt } from '#adapters/sms/sms-gateway.ts';

const receiptSchema = z.object({ key: z.string(), sentAt: z.string(), deliveredAt: z.string().nullable() });

/**
 * @param token sent as `Authorization: Bearer`
 * @param patienceMs an answer that comes later counts as unknown: the message may have gone out
 */
export function createHttpGateway(url: string, token?: string, patienceMs = 10_000): SmsGateway {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const ask = async (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${url.replace(/\/$/, '')}${path}`, { ...init, headers, signal: AbortSignal.timeout(patienceMs) });
  const read = async (response: Response): Promise<SmsReceipt> => {
    if (!response.ok) throw new Error(`The SMS platform answered ${response.status}`);
    return receiptSchema.parse(await response.json());
  };
  return {
    async send({ key, phone, text }) {
      return read(await ask('', { method: 'POST', body: JSON.stringify({ key, phone, text }) }));
    },
    async status(key) {
      const response = await ask(`/${encodeURIComponent(key)}`, { method: 'GET' });
      return response.status === 404 ? null : read(response);
    },
  };
}
