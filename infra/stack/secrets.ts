// The stack's secrets: made at the first start, kept in the data folder's `secrets`, readable by the
// owner alone. Losing payload-keys makes every open case unreadable; docs/ says to back them up.
//
// Each file is written beside its place and renamed: one that is there is whole.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { output } from '#infra/parts/programs.ts';

export interface Secrets {
  /** `keyid:base64` of 32 bytes, comma-separated; the first is current, the others still decrypt. */
  payloadKeys: string;
  sessionSecret: string;
  janusApiSecret: string;
  janusAdminKey: string;
  postgresPassword: string;
  /** PEM paths: the court's sealing key, its certificate, and the certificate that this one is proven by. */
  sealKey: string;
  sealCertificate: string;
  sealAuthority: string;
}

/** Reads the secrets, making those that are not there yet. */
export async function keepSecrets(dataDir: string, openssl: string): Promise<Secrets> {
  const folder = path.join(dataDir, 'secrets');
  const keep = (name: string, make: () => string): string => {
    const file = path.join(folder, name);
    if (!existsSync(file)) {
      writeFileSync(`${file}.new`, `${make()}\n`, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return readFileSync(file, 'utf8').trim();
  };
  const secret = () => randomBytes(32).toString('base64url');
  return {
    payloadKeys: keep('payload-keys', () => `${randomBytes(4).toString('hex')}:${randomBytes(32).toString('base64')}`),
    sessionSecret: keep('session-secret', secret),
    janusApiSecret: keep('janus-api-secret', secret),
    janusAdminKey: keep('janus-admin-key', secret),
    postgresPassword: keep('postgres-password', secret),
    ...await keepSeal(folder, openssl),
  };
}

/**
 * The demonstration court's sealing key with a certificate from an authority made for it alone. A real
 * court sets KAITING_SEAL_KEY and KAITING_SEAL_CERTIFICATE to its own.
 */
async function keepSeal(folder: string, openssl: string): Promise<Pick<Secrets, 'sealKey' | 'sealCertificate' | 'sealAuthority'>> {
  const seal = path.join(folder, 'seal');
  const paths = { sealKey: path.join(seal, 'key.pem'), sealCertificate: path.join(seal, 'certificate.pem'), sealAuthority: path.join(seal, 'authority.pem') };
  if (existsSync(seal)) return paths;
  const making = mkdtempSync(path.join(folder, 'seal-'));
  const file = (name: string) => path.join(making, name);
  writeFileSync(file('extensions'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n');
  await output(openssl, ['req', '-x509', '-newkey', 'rsa:3072', '-nodes', '-sha256', '-days', '7300', '-utf8',
    '-subj', '/C=CN/O=示范法院/CN=示范法院证书签发', '-keyout', file('authority-key.pem'), '-out', file('authority.pem'),
    '-addext', 'basicConstraints=critical,CA:TRUE,pathlen:0', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'], { seconds: 60 });
  await output(openssl, ['req', '-new', '-newkey', 'rsa:3072', '-nodes', '-utf8', '-subj', '/C=CN/O=示范法院/CN=示范法院电子印章',
    '-keyout', file('key.pem'), '-out', file('request.pem')], { seconds: 60 });
  await output(openssl, ['x509', '-req', '-in', file('request.pem'), '-CA', file('authority.pem'), '-CAkey', file('authority-key.pem'),
    '-set_serial', `0x${randomBytes(12).toString('hex')}`, '-sha256', '-days', '3650', '-extfile', file('extensions'), '-out', file('certificate.pem')], { seconds: 60 });
  for (const name of ['extensions', 'request.pem']) rmSync(file(name));
  renameSync(making, seal);
  return paths;
}
