import { X509Certificate, createHash, createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runProgram } from '#adapters/programs/run-program.ts';
import { checkDetached, signDetached } from './detached-signature.ts';
import type { Seal, SealChecker, SealVerdict } from './port.ts';

/**
 * The court's seal with a key in a file (PEM), and the check of seals.
 *
 * Works in a temporary folder; when the process dies there, nothing was sealed and the folder is litter.
 * Sealing twice is harmless: it makes another seal with the same meaning.
 */

const program = fileURLToPath(new URL('./pdf_seals.py', import.meta.url));

export interface CourtSealFiles {
  /** PEM paths. */
  key: string;
  certificate: string;
  /** The bin folder of the Python environment with pyHanko. */
  python: string;
}

/**
 * Opens the court's seal.
 * @throws TypeError when key and certificate do not belong together
 */
export async function openCourtSeal(files: CourtSealFiles): Promise<Seal> {
  const key = createPrivateKey(await readFile(files.key));
  const certificate = await readFile(files.certificate, 'utf8');
  if (!new X509Certificate(certificate).checkPrivateKey(key)) {
    throw new TypeError(`The key ${files.key} is not the one of the certificate ${files.certificate}.`);
  }

  const seal: Seal = {
    ...sealChecker(files.python),
    certificate,
    async sealPdf(pdf, sealing) {
      const [sealed] = await seal.sealPdfs([{ pdf, ...sealing }]);
      if (!sealed) throw new Error('The seal gave no document back.');
      return sealed;
    },
    sealPdfs(documents) {
      return inTemporaryFolder(async (folder) => {
        const jobs = documents.map(({ reason, field }, index) => ({
          input: path.join(folder, `${index}.pdf`), output: path.join(folder, `${index}.sealed.pdf`), reason, field,
        }));
        await Promise.all(documents.map(({ pdf }, index) => writeFile(path.join(folder, `${index}.pdf`), pdf)));
        await runPdfSeals(files.python, { action: 'seal', key: files.key, certificate: files.certificate, documents: jobs });
        return Promise.all(jobs.map(({ output }) => readFile(output)));
      });
    },
    async sealBytes(bytes) {
      return seal.sealHash(createHash('sha256').update(bytes).digest('hex'));
    },
    async sealHash(sha256) {
      return signDetached(sha256, key, certificate, new Date());
    },
  };
  return seal;
}

const verdicts = z.object({
  verdicts: z.array(z.discriminatedUnion('valid', [
    z.object({ valid: z.literal(true), sealedAt: z.string() }),
    z.object({ valid: z.literal(false), reason: z.string() }),
  ])),
});

/** Checks seals; `python` is the bin folder of the Python environment with pyHanko. */
export function sealChecker(python: string): SealChecker {
  return {
    async checkPdfs(paths, certificate): Promise<SealVerdict[]> {
      if (paths.length === 0) return [];
      return inTemporaryFolder(async (folder) => {
        const trusted = path.join(folder, 'certificate.pem');
        await writeFile(trusted, certificate);
        const answer = await runPdfSeals(python, { action: 'check', certificate: trusted, documents: paths });
        return verdicts.parse(JSON.parse(answer.toString())).verdicts;
      });
    },
    checkDetached,
  };
}

function runPdfSeals(python: string, request: object): Promise<Buffer> {
  return runProgram({ program: path.join(python, 'python'), args: [program], input: JSON.stringify(request) });
}

async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kaiting-seal-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
