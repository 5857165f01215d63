import path from 'node:path';
import type { DiscFile, DiscWriter } from '#adapters/disc/port.ts';
import type { Seal } from '#adapters/seal/port.ts';
import type { DiscContents } from '#domain/archive/disc-contents.ts';
import { canonicalJson } from '#domain/journal/canonical.ts';
import type { ArchiveInput, ArchivedHearing } from './archive-input.ts';
import type { OpenVolumes } from './volume.ts';

/** What a hearing leaves behind beside its documents: texts, signatures, recordings, and the disc of the recordings. */

/** The text of each version of the transcript, and who signed it. */
export async function putSignedTexts(input: ArchiveInput, volumes: OpenVolumes, seal: Seal): Promise<void> {
  for (const [hearing, folder, session] of numbered(input)) {
    for (const { version, sha256, canonical, frozenAt, signatures } of hearing.transcripts) {
      const about = { hearingId: hearing.hearingId, transcriptVersion: version };
      await volumes.put({
        kind: 'transcript-text', title: `${session}笔录第${version}版数据`, date: frozenAt, about,
        file: `${folder}/transcript-v${version}.json`, source: { text: canonical }, expected: sha256,
      });
      for (const [index, { record, seal: given, drawn, roleTitle }] of signatures.entries()) {
        const file = `${folder}/signatures/v${version}-${String(index + 1).padStart(2, '0')}`;
        const title = `${session}笔录第${version}版${roleTitle}${record.name}${record.decision === 'signed' ? '签名' : '拒绝签名'}`;
        const text = canonicalJson(record);
        const whose = { ...about, personId: record.personId };
        await volumes.put({ kind: 'signature-record', title: `${title}记录`, date: record.at, about: whose, file: `${file}.json`, source: { text } });
        await volumes.put({
          kind: 'signature-seal', title: `${title}记录的电子签章`, date: record.at, about: { ...whose, file: `${file}.json` },
          file: `${file}.json.p7s`, source: { bytes: given ?? await seal.sealBytes(Buffer.from(text)) },
        });
        if (drawn) {
          await volumes.put({
            kind: 'drawn-signature', title: `${title}手写图样`, date: record.at, about: whose, file: `${file}.png`, source: { bytes: drawn },
            expected: record.decision === 'signed' ? record.drawnSignatureSha256 : undefined,
          });
        }
      }
    }
  }
}

/** Recordings with time line and ledger, and the raw events. Returns what belongs on the disc. */
export async function putRecordings(input: ArchiveInput, volumes: OpenVolumes): Promise<(DiscFile & DiscContents['files'][number])[]> {
  const onDisc: (DiscFile & DiscContents['files'][number])[] = [];
  for (const [hearing, folder, session] of numbered(input)) {
    if (hearing.mediaEvents.length > 0) {
      await volumes.put({
        kind: 'media-events', title: `${session}媒体原始事件`, date: null, about: { hearingId: hearing.hearingId },
        file: `${folder}/media-events.jsonl`, source: { text: hearing.mediaEvents.map((event) => `${canonicalJson(event)}\n`).join('') },
      });
    }
    for (const [index, { recordingId, source, startedAt, timeLine, ledger }] of hearing.recordings.entries()) {
      const common = { date: startedAt, about: { hearingId: hearing.hearingId, recordingId } };
      const name = `${folder}/recording-${index + 1}`;
      const parts = [
        { kind: 'recording', title: `${session}录音录像`, file: `${name}.mp4`, source, expected: source.sha256 },
        { kind: 'recording-time-line', title: `${session}录音录像时间线`, file: `${name}.time-line.json`, source: { text: canonicalJson(timeLine) } },
        { kind: 'continuity-ledger', title: `${session}录音录像连续性台账`, file: `${name}.ledger.json`, source: { text: canonicalJson(ledger) } },
      ] as const;
      for (const part of parts) {
        const put = await volumes.put({ ...part, ...common });
        onDisc.push({ name: part.file.replace('data/', ''), path: put.path, title: part.title, sha256: put.sha256 });
      }
    }
  }
  return onDisc;
}

/** N1: the recordings are burned on a disc that is bound into the confidential volume. The image, its seal, its contents. */
export async function putDisc(
  input: ArchiveInput, volumes: OpenVolumes, making: string, onDisc: readonly (DiscFile & DiscContents['files'][number])[],
  { disc, seal }: { disc: DiscWriter; seal: Seal },
): Promise<string | null> {
  if (onDisc.length === 0) return null;
  const contents: DiscContents = {
    court: input.court, caseNumber: input.caseNumber, registrationNumber: input.registrationNumber,
    files: onDisc.map(({ name, title, sha256 }) => ({ name, title, sha256 })),
  };
  const list = await volumes.put({ kind: 'disc-contents', title: '光盘内容清单', date: input.archivedAt, file: 'data/disc/contents.json', source: { text: canonicalJson(contents) } });
  const image = path.join(making, 'disc.iso');
  await disc.writeImage({
    files: [...onDisc, { name: 'contents.json', path: list.path }],
    label: `KAITING_${input.archiveId.replace(/[^A-Za-z0-9]/g, '').slice(0, 12).toUpperCase()}`,
    output: image,
  });
  const put = await volumes.put({ kind: 'disc', title: '庭审录音录像光盘映像', date: input.archivedAt, file: 'data/disc/disc.iso', source: { moved: image } });
  await volumes.put({
    kind: 'disc-seal', title: '光盘映像的电子签章', date: input.archivedAt, about: { file: put.file },
    file: 'data/disc/disc.iso.p7s', source: { bytes: await seal.sealHash(put.sha256) },
  });
  return put.file;
}

function numbered(input: ArchiveInput): [hearing: ArchivedHearing, folder: string, session: string][] {
  return input.hearings.map((hearing, index) => [hearing, `data/hearing-${index + 1}`, `第${hearing.sessionNumber}次庭审`]);
}
