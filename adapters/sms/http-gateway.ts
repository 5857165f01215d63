/**
 * An SMS platform that is reached by HTTP: `POST <url>` with {key, phone, text}, `GET <url>/<key>` for what became of it;
 * both answer {key, sentAt, deliveredAt}, and the platform sends a key once (RFC drafts call it an idempotency key).
 *
 * If the process dies after the platform took the message and before its answer is kept, the caller asks `status`.
 */
import { z } from 'zod';
import type { SmsGateway, SmsReceipt } from '#adapters/sms/sms-gateway.ts';

const receiptSchema = z.object({ key: z.string(), sentAt: z.string(), deliveredAt: z.string().nullable() });

/** @param token sent as `Authorization: Bearer`. Answers later than 10 s count as unknown. */
export function createHttpGateway(url: string, token?: string): SmsGateway {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const ask = async (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${url.replace(/\/$/, '')}${path}`, { ...init, headers, signal: AbortSignal.timeout(10_000) });
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
