import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '#adapters/programs/run-program.ts';

export interface CourtKey {
  /** PEM paths, and the certificate's text. */
  key: string;
  certificate: string;
  pem: string;
}

/**
 * A court's sealing key made for one test, with a certificate that an authority made for it alone,
 * as the set-up makes them for the demonstration court.
 */
export async function makeCourtKey(parent: string, name: string, algorithm: 'rsa:2048' | 'ec' = 'rsa:2048'): Promise<CourtKey> {
  const folder = await mkdtemp(path.join(parent, `${name}-`));
  const file = (suffix: string) => path.join(folder, suffix);
  const newKey = ['-newkey', algorithm, ...(algorithm === 'ec' ? ['-pkeyopt', 'ec_paramgen_curve:P-256'] : []), '-nodes', '-utf8'];
  const openssl = (...args: string[]) => runProgram({ program: 'openssl', args });
  await writeFile(file('extensions'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n');
  await openssl('req', '-x509', ...newKey, '-days', '30', '-subj', '/C=CN/CN=authority', '-keyout', file('authority-key.pem'), '-out', file('authority.pem'),
    '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign');
  await openssl('req', '-new', ...newKey, '-subj', `/C=CN/O=演示人民法院/CN=${name}`, '-keyout', file('key.pem'), '-out', file('request.pem'));
  await openssl('x509', '-req', '-in', file('request.pem'), '-CA', file('authority.pem'), '-CAkey', file('authority-key.pem'), '-set_serial', '0x0badcafe',
    '-days', '30', '-extfile', file('extensions'), '-out', file('certificate.pem'));
  return { key: file('key.pem'), certificate: file('certificate.pem'), pem: await readFile(file('certificate.pem'), 'utf8') };
}
