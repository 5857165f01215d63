/**
 * The court's keyed hash over what it keeps in its own database (domain/audit/command-seal.ts): HMAC-SHA-256 with a key that
 * is made of a payload key, so that it rotates with them; each hash names its key.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parsePayloadKeys } from '#adapters/codec/payload-codec.ts';

export interface RecordKey {
  seal(text: string): string;
  /** False for another text, another court's hash, and a key that is not there any more. */
  check(text: string, seal: string): boolean;
}

/** @param payloadKeys KAITING_PAYLOAD_KEYS */
export function recordKey(payloadKeys: string): RecordKey {
  const { current, keys } = parsePayloadKeys(payloadKeys);
  const own = new Map([...keys].map(([id, key]) => [id, Buffer.from(hkdfSync('sha256', key, '', 'kaiting command record', 32))]));
  const hash = (id: string, text: string): Buffer | undefined => {
    const key = own.get(id);
    return key && createHmac('sha256', key).update(text).digest();
  };
  return {
    seal: (text) => `${current}:${hash(current, text)?.toString('hex') ?? ''}`,
    check(text, seal) {
      const at = seal.lastIndexOf(':');
      const [expected, given] = [hash(seal.slice(0, at), text), Buffer.from(seal.slice(at + 1), 'hex')];
      return expected !== undefined && given.length === expected.length && timingSafeEqual(expected, given);
    },
  };
}
