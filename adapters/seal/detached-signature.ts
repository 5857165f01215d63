import { type KeyObject, X509Certificate, createHash, sign, verify } from 'node:crypto';
import { type Element, NotDer, elements, nothing, objectIdentifier, octetString, sequence, setOf, smallInteger, tagged, time } from './der.ts';
import type { SealVerdict } from './port.ts';

/**
 * A detached signature over a file: CMS SignedData (RFC 5652) with the attributes of CAdES baseline B
 * (ETSI EN 319 122-1), without certificates inside, so that nobody is tempted to trust one of those.
 * `openssl cms -verify -binary -inform DER -in F.p7s -content F -certfile court.pem -CAfile court.pem -partial_chain` accepts it.
 *
 * Everything in it follows from the certificate, the content's hash, the time and the signature. The check
 * builds it again from these and compares every byte: there is no byte in which a change goes unnoticed.
 */

const oid = {
  signedData: objectIdentifier('1.2.840.113549.1.7.2'),
  data: objectIdentifier('1.2.840.113549.1.7.1'),
  contentType: objectIdentifier('1.2.840.113549.1.9.3'),
  messageDigest: objectIdentifier('1.2.840.113549.1.9.4'),
  signingTime: objectIdentifier('1.2.840.113549.1.9.5'),
  signingCertificateV2: objectIdentifier('1.2.840.113549.1.9.16.2.47'),
  sha256: objectIdentifier('2.16.840.1.101.3.4.2.1'),
  sha256WithRsa: objectIdentifier('1.2.840.113549.1.1.11'),
  sha256WithEcdsa: objectIdentifier('1.2.840.10045.4.3.2'),
} as const;

const sha256Algorithm = sequence(oid.sha256);

/**
 * Signs the SHA-256 (hex) of a content.
 * @param at the time of signing, kept to the second
 * @returns DER
 */
export function signDetached(sha256: string, key: KeyObject, certificatePem: string, at: Date): Buffer {
  const certificate = new X509Certificate(certificatePem);
  const attributes = signedAttributes(sha256, certificate, at);
  return signedData(certificate, attributes, sign('sha256', setOf(...attributes), key));
}

/** Checks a detached signature against the SHA-256 (hex) of the content and the certificate that is trusted. */
export function checkDetached(signature: Uint8Array, sha256: string, certificatePem: string): SealVerdict {
  const certificate = new X509Certificate(certificatePem);
  const parts = readParts(Buffer.from(signature));
  if (!parts) return { valid: false, reason: 'it is not a signature of this kind' };

  const attributes = signedAttributes(sha256, certificate, parts.at);
  if (!verify('sha256', setOf(...attributes), certificate.publicKey, parts.signature)) {
    return { valid: false, reason: 'it was not made with the key of this certificate over this content' };
  }
  if (!signedData(certificate, attributes, parts.signature).equals(signature)) {
    return { valid: false, reason: 'bytes around the signature were changed' };
  }
  if (parts.at < new Date(certificate.validFrom) || parts.at > new Date(certificate.validTo)) {
    return { valid: false, reason: `the certificate was not valid at ${parts.at.toISOString()}` };
  }
  return { valid: true, sealedAt: parts.at.toISOString() };
}

function signedAttributes(sha256: string, certificate: X509Certificate, at: Date): Buffer[] {
  const certificateHash = createHash('sha256').update(certificate.raw).digest();
  return [
    attribute(oid.contentType, oid.data),
    attribute(oid.signingTime, time(at)),
    attribute(oid.messageDigest, octetString(Buffer.from(sha256, 'hex'))),
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octetString(certificateHash))))),
  ];
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return sequence(type, setOf(value));
}

function signedData(certificate: X509Certificate, attributes: Buffer[], signature: Buffer): Buffer {
  const [attributeSet] = elements(setOf(...attributes));
  const signer = sequence(
    smallInteger(1),
    issuerAndSerialNumber(certificate),
    sha256Algorithm,
    tagged(0xa0, attributeSet?.content ?? Buffer.alloc(0)),
    signatureAlgorithm(certificate.publicKey),
    octetString(signature),
  );
  return sequence(
    oid.signedData,
    tagged(0xa0, sequence(smallInteger(1), setOf(sha256Algorithm), sequence(oid.data), setOf(signer))),
  );
}

function signatureAlgorithm(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'rsa') return sequence(oid.sha256WithRsa, nothing());
  if (key.asymmetricKeyType === 'ec') return sequence(oid.sha256WithEcdsa);
  throw new TypeError(`A court's seal with a key of kind ${key.asymmetricKeyType} is not supported: use RSA or EC.`);
}

function issuerAndSerialNumber(certificate: X509Certificate): Buffer {
  // Certificate ::= { tbs { [0] version, serialNumber, signature, issuer, … }, … }
  const tbs = inside(inside(elements(certificate.raw)[0])[0]);
  const [serialNumber, , issuer] = tbs[0]?.tag === 0xa0 ? tbs.slice(1) : tbs;
  if (!serialNumber || !issuer) throw new TypeError('This certificate has no issuer or serial number.');
  return sequence(issuer.whole, serialNumber.whole);
}

function readParts(bytes: Buffer): { at: Date; signature: Buffer } | undefined {
  try {
    const signedDataParts = inside(inside(inside(elements(bytes)[0])[1])[0]);
    const signer = inside(inside(signedDataParts[3])[0]);
    const attributes = signer[3];
    const signature = signer[5];
    const signingTime = inside(attributes).find((item) => inside(item)[0]?.whole.equals(oid.signingTime));
    const at = instant(inside(inside(signingTime)[1])[0]);
    return at && signature ? { at, signature: signature.content } : undefined;
  } catch (error) {
    if (error instanceof NotDer) return undefined;
    throw error;
  }
}

function inside(element: Element | undefined): Element[] {
  return element ? elements(element.content) : [];
}

function instant(element: Element | undefined): Date | undefined {
  const text = element?.content.toString('latin1') ?? '';
  const digits = element?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
