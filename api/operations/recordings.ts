/** Recordings after the hearing. */
import { signedIn } from '#api/operation.ts';
import { applyForRecording } from '#api/operations/recordings/apply.ts';
import { extractRecording } from '#api/operations/recordings/extract.ts';
import { getRecording, myRecordings } from '#api/operations/recordings/read.ts';

export const recordings = {
  get: signedIn.recordings.get.handler(({ input, context }) => getRecording(context, input.hearingId)),
  mine: signedIn.recordings.mine.handler(({ input, context }) => myRecordings(context, input.caseId)),
  apply: signedIn.recordings.apply.handler(({ input, context }) => applyForRecording(context, input)),
  extract: signedIn.recordings.extract.handler(({ input, context }) => extractRecording(context, input)),
};
