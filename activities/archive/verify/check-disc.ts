import { discContentsSchema } from '#domain/archive/disc-contents.ts';
import type { ArchiveReader } from './archive-reader.ts';
import type { Trust } from './check-bag.ts';
import { checkSealBeside } from './check-seals.ts';
import type { Findings } from './findings.ts';

/** N1: where there are recordings, there is a disc of them, sealed, in the confidential volume. */
export async function checkDisc(archive: ArchiveReader, trust: Trust, findings: Findings): Promise<void> {
  const recordings = archive.of('recording');
  if (recordings.length === 0) return;
  const [disc] = archive.of('disc');
  const [list] = archive.of('disc-contents');
  if (!disc || !list) {
    findings.wrong('disc', recordings[0]?.subject ?? '', 'there is no disc of this recording');
    return;
  }
  const contents = await archive.json(list, discContentsSchema, 'disc');
  const missing = contents ? recordings.filter(({ sha256 }) => !contents.files.some((file) => file.sha256 === sha256)) : [];
  for (const { subject } of missing) findings.wrong('disc', list.subject, `the disc does not hold ${subject}`);

  const seal = await checkSealBeside(archive, disc, 'disc-seal', trust, 'disc', findings);
  if (seal && contents && missing.length === 0) {
    findings.right('disc', disc.subject, `image with ${contents.files.length} files and SHA-256 ${disc.sha256}, sealed ${seal.sealedAt}`);
  }
}
