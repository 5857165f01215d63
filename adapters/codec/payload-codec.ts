/**
 * Everything that Temporal keeps is encrypted: payloads, and (through `failure-converter.cjs`) messages and stacks of
 * failures. AES-256-GCM; each payload names its key, so keys rotate: put the new one first in KAITING_PAYLOAD_KEYS,
 * keep the old ones for as long as histories made with them are read.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import { ValueError } from '@temporalio/common';
import proto from '@temporalio/proto';

const ENCODING = 'binary/encrypted';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

export interface PayloadKeys {
  current: string;
  /** 32 bytes each, by key id. */
  keys: ReadonlyMap<string, Buffer>;
}

/**
 * Reads "keyid:base64,keyid:base64": the first encrypts, all decrypt.
 * @throws Error that names the key id but never the key.
 */
export function parsePayloadKeys(text: string): PayloadKeys {
  const keys = new Map<string, Buffer>();
  for (const part of text.split(',').map((piece) => piece.trim()).filter(Boolean)) {
    const [id, encoded] = [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)];
    if (!part.includes(':') || !/^[\w.-]{1,64}$/.test(id)) throw new Error('KAITING_PAYLOAD_KEYS: each key is written keyid:base64');
    const key = Buffer.from(encoded, 'base64');
    if (key.length !== 32) throw new Error(`KAITING_PAYLOAD_KEYS: key ${id} must be 32 bytes, not ${key.length}`);
    if (keys.has(id)) throw new Error(`KAITING_PAYLOAD_KEYS: key ${id} is there twice`);
    keys.set(id, key);
  }
  const [current] = keys.keys();
  if (current === undefined) throw new Error('KAITING_PAYLOAD_KEYS names no key');
  return { current, keys };
}

export class EncryptedPayloads implements PayloadCodec {
  constructor(private readonly keys: PayloadKeys) {}

  async encode(payloads: Payload[]): Promise<Payload[]> {
    const id = this.keys.current;
    return payloads.map((payload) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, this.key(id), iv).setAAD(Buffer.from(id));
      const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
      const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return { metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(id) }, data };
    });
  }

  /** Payloads that are not ours pass through, as the SDK asks. @throws ValueError for an unknown key or a changed payload. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => {
      if (Buffer.from(payload.metadata?.['encoding'] ?? []).toString() !== ENCODING) return payload;
      const id = Buffer.from(payload.metadata?.['encryption-key-id'] ?? []).toString();
      const sealed = Buffer.from(payload.data ?? []);
      if (sealed.length < IV_BYTES + TAG_BYTES) throw new ValueError('An encrypted payload is cut short');
      const decipher = createDecipheriv(CIPHER, this.key(id), sealed.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(id))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        const plain = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
        return proto.temporal.api.common.v1.Payload.decode(plain);
      } catch (error) {
        throw new ValueError(`A payload made with key ${id} does not decrypt: it was changed, or the key is another`, error);
      }
    });
  }

  private key(id: string): Buffer {
    const key = this.keys.keys.get(id);
    if (!key) throw new ValueError(`No payload key ${id}: it must stay in KAITING_PAYLOAD_KEYS while its histories are read`);
    return key;
  }
}

/** Goes into the workflows' bundle too: without it there, workflows write their failures in clear. */
export const failureConverterPath = fileURLToPath(new URL('./failure-converter.cjs', import.meta.url));

/** The data converter of every client and worker. `payloadKeys` is KAITING_PAYLOAD_KEYS. */
export const dataConverter = (payloadKeys: string): DataConverter => ({
  payloadCodecs: [new EncryptedPayloads(parsePayloadKeys(payloadKeys))],
  failureConverterPath,
});
