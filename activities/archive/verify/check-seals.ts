import { ProgramFailed } from '#adapters/programs/run-program.ts';
import type { SealVerdict } from '#adapters/seal/port.ts';
import type { ArchiveReader, ItemAtHand } from './archive-reader.ts';
import type { Trust } from './check-bag.ts';
import type { Check, Findings } from './findings.ts';

/** The court's seals inside its documents, and beside records and the disc. */

export async function checkSealedDocuments(archive: ArchiveReader, { certificate, seals }: Trust, findings: Findings): Promise<void> {
  const documents = archive.sealedDocuments();
  let verdicts: SealVerdict[];
  try {
    verdicts = await seals.checkPdfs(documents.map((item) => item.path), certificate);
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    for (const { subject } of documents) findings.wrong('document', subject, `its seal could not be checked: ${error.message.slice(0, 200)}`);
    return;
  }
  for (const [index, { subject, title }] of documents.entries()) {
    const verdict = verdicts[index];
    if (verdict?.valid) findings.right('document', subject, `${title}: sealed by the court at ${verdict.sealedAt}, unchanged since`);
    else findings.wrong('document', subject, `${title}: ${verdict?.reason ?? 'its seal was not checked'}`);
  }
}

/** The seal beside a file. Says what is wrong; what is right is left to the caller, who knows what was sealed. */
export async function checkSealBeside(
  archive: ArchiveReader, sealed: ItemAtHand, kind: 'signature-seal' | 'disc-seal', { certificate, seals }: Trust, check: Check, findings: Findings,
): Promise<Extract<SealVerdict, { valid: true }> | undefined> {
  const item = archive.of(kind).find(({ about, subject }) => about.file === sealed.file && subject.startsWith(sealed.subject));
  if (!item) {
    findings.wrong(check, sealed.subject, 'its seal is missing');
    return undefined;
  }
  const verdict = seals.checkDetached(await archive.bytes(item), sealed.sha256, certificate);
  if (verdict.valid) return verdict;
  findings.wrong(check, item.subject, `the court's seal over ${sealed.file} does not hold: ${verdict.reason}`);
  return undefined;
}
