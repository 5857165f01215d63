/**
 * `npx kaiting verify FOLDER [--certificate court.pem]`: checks an archive, or one volume of it, without any server.
 * Prints what it checked, line by line. Exit 0: everything holds; 1: something does not, and is named; 2: asked wrongly.
 */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Finding } from '#activities/archive/verify/findings.ts';
import { embeddedCertificate, verifyArchive } from '#activities/archive/verify/verify-archive.ts';
import { sealChecker } from '#adapters/seal/court-seal.ts';

const usage = 'Usage: npx kaiting verify FOLDER [--certificate court.pem]';

interface Certificate {
  pem: string;
  /** Where it came from, as it is shown. */
  from: string;
  /** False for the one that lies in the archive: whoever rewrote the archive could have put it there. */
  independent: boolean;
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    console.error(usage);
    return 2;
  }
  let certificate: Certificate | undefined;
  try {
    certificate = await findCertificate(asked.folder, asked.certificate);
  } catch (error) {
    console.error(`The certificate cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (!certificate) {
    console.error('There is no certificate of the court to check with. Name it: --certificate court.pem');
    return 2;
  }
  console.log(`Archive      ${asked.folder}`);
  console.log(`Certificate  ${certificate.from}`);

  const { verified, findings } = await verifyArchive(asked.folder, { certificate: certificate.pem, seals: sealChecker(process.env.KAITING_PYTHON ?? '/usr/bin') });
  for (const finding of findings) console.log(lineOf(finding));

  const wrong = findings.filter(({ verdict }) => verdict === 'wrong').length;
  console.log('');
  if (!certificate.independent) {
    console.log('NOT VERIFIED: only the certificate inside the archive was available. It proves nothing about who sealed the archive:');
    console.log('whoever rewrites an archive can put another certificate into it. Ask the court for its certificate, and name it: --certificate court.pem');
    return 1;
  }
  console.log(verified ? `VERIFIED: ${findings.length} checks, nothing wrong.` : `NOT VERIFIED: ${wrong} of ${findings.length} checks failed.`);
  return verified ? 0 : 1;
}

function readArguments(): { folder: string; certificate: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({ options: { certificate: { type: 'string' } }, allowPositionals: true });
    const [folder] = positionals;
    return folder && positionals.length === 1 ? { folder, certificate: values.certificate } : undefined;
  } catch {
    return undefined; // An option that does not exist: the usage is shown.
  }
}

/** The one named, else the local court's, else the one inside the archive. */
async function findCertificate(folder: string, named: string | undefined): Promise<Certificate | undefined> {
  if (named) return { pem: await readCertificate(named), from: named, independent: true };
  const local = process.env.KAITING_SEAL_CERTIFICATE;
  if (local) return { pem: await readCertificate(local), from: `${local} (this court's)`, independent: true };
  const embedded = await embeddedCertificate(folder);
  return embedded === undefined ? undefined : { pem: embedded, from: 'the one inside the archive', independent: false };
}

/** @throws when it is no certificate */
async function readCertificate(file: string): Promise<string> {
  const pem = await readFile(file, 'utf8');
  new X509Certificate(pem);
  return pem;
}

const marks: Record<Finding['verdict'], string> = { right: 'ok   ', wrong: 'WRONG', note: 'note ' };

function lineOf({ verdict, check, subject, says }: Finding): string {
  return `${marks[verdict]} ${check.padEnd(10)} ${subject}: ${says}`;
}

process.exitCode = await main();
