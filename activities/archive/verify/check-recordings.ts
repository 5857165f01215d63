import { z } from 'zod';
import type { ArchiveReader } from './archive-reader.ts';
import type { ArchivedEntry } from './check-journal.ts';
import { ofKind } from './check-signatures.ts';
import type { Findings } from './findings.ts';

/** REC, N1: each recording is the one that the journal knows, and every second from opening to closing is accounted for. */

const composed = z.object({ hearingId: z.string(), recordingId: z.string(), sha256: z.string() });

export async function checkRecordings(archive: ArchiveReader, journal: readonly ArchivedEntry[], findings: Findings): Promise<void> {
  const recordings = archive.of('recording');
  for (const { data, seq, stream } of ofKind(journal, 'recording-composed', composed)) {
    const recording = recordings.find(({ about }) => about.recordingId === data.recordingId);
    if (!recording) findings.wrong('recording', 'journal', `the recording ${data.recordingId} (entry ${seq} of ${stream}) is missing`);
    else if (recording.sha256 !== data.sha256) findings.wrong('recording', recording.subject, `is not the recording that entry ${seq} of ${stream} names`);
  }
}
