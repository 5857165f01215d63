/** The few pieces of DER (ITU-T X.690) that a detached signature is made of. */

export function sequence(...parts: Uint8Array[]): Buffer {
  return tagged(0x30, ...parts);
}

/** SET OF: DER sorts the encodings. */
export function setOf(...parts: Uint8Array[]): Buffer {
  return tagged(0x31, ...[...parts].sort(Buffer.compare));
}

export function octetString(bytes: Uint8Array): Buffer {
  return tagged(0x04, bytes);
}

export function smallInteger(value: number): Buffer {
  if (!Number.isInteger(value) || value < 0 || value > 127) throw new RangeError(`smallInteger: ${value}`);
  return tagged(0x02, Buffer.from([value]));
}

export function nothing(): Buffer {
  return tagged(0x05);
}

/** An object identifier in dotted form, for example `2.16.840.1.101.3.4.2.1`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const digits = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return tagged(0x06, Buffer.from(bytes));
}

/** CMS (RFC 5652, 11.3): UTCTime for the years 1950 to 2049, GeneralizedTime otherwise; whole seconds. */
export function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/\.\d+/, '').replace(/[-:T]/g, '');
  const year = at.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? tagged(0x17, Buffer.from(digits.slice(2), 'latin1'))
    : tagged(0x18, Buffer.from(digits, 'latin1'));
}

export function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size: number[] = [];
  for (let left = length; left > 0; left >>>= 8) size.unshift(left & 0xff);
  return Buffer.concat([Buffer.from([tag, 0x80 | size.length, ...size]), content]);
}

export interface Element {
  tag: number;
  content: Buffer;
  /** Tag, length and content as they stand. */
  whole: Buffer;
}

/** Bytes that are not whole DER elements. */
export class NotDer extends Error {}

/**
 * The elements that stand one after the other in the bytes.
 * @throws NotDer where they are not whole.
 */
export function elements(bytes: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at];
    let length = bytes[at + 1];
    if (tag === undefined || length === undefined) throw new NotDer('an element is cut off');
    let start = at + 2;
    if (length >= 0x80) {
      const size = length & 0x7f;
      if (size < 1 || size > 4 || start + size > bytes.length) throw new NotDer('a length is not of the kind used here');
      length = bytes.readUIntBE(start, size);
      start += size;
    }
    const end = start + length;
    if (end > bytes.length) throw new NotDer('an element runs over the end');
    found.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return found;
}
