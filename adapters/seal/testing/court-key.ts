import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '#adapters/programs/run-program.ts';

/** A court's sealing key made for one test, and its self-signed certificate, as PEM files in the folder. */
export async function makeCourtKey(folder: string, name: string, algorithm: 'rsa:2048' | 'ec' = 'rsa:2048'): Promise<{ key: string; certificate: string; pem: string }> {
  const key = path.join(folder, `${name}-key.pem`);
  const certificate = path.join(folder, `${name}.pem`);
  await runProgram({
    program: 'openssl',
    args: [
      'req', '-x509', '-newkey', algorithm, ...(algorithm === 'ec' ? ['-pkeyopt', 'ec_paramgen_curve:P-256'] : []), '-nodes', '-days', '30', '-utf8',
      '-subj', `/C=CN/O=演示人民法院/CN=${name}`, '-addext', 'keyUsage=critical,digitalSignature,nonRepudiation',
      '-keyout', key, '-out', certificate,
    ],
  });
  return { key, certificate, pem: await readFile(certificate, 'utf8') };
}
