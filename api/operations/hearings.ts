/** The hearing room and its transcript. */
import { signedIn } from '#api/operation.ts';
import { changeHearing } from '#api/operations/hearings/change.ts';
import { enterHearing } from '#api/operations/hearings/enter.ts';
import { movePhase } from '#api/operations/hearings/move.ts';
import { findByMeetingNumber, getHearing } from '#api/operations/hearings/read.ts';
import { reportSelfTest } from '#api/operations/hearings/self-test.ts';
import { readTranscript, removeTranscriptLine, reopenTranscript, writeTranscriptLine } from '#api/operations/hearings/transcript.ts';

export const hearings = {
  get: signedIn.hearings.get.handler(({ input, context }) => getHearing(context, input.hearingId)),
  byMeetingNumber: signedIn.hearings.byMeetingNumber.handler(({ input, context }) => findByMeetingNumber(context, input.meetingNumber)),
  enter: signedIn.hearings.enter.handler(({ input, context }) => enterHearing(context, input.hearingId)),
  change: signedIn.hearings.change.handler(({ input, context }) => changeHearing(context, input)),
  reportSelfTest: signedIn.hearings.reportSelfTest.handler(({ input, context }) => reportSelfTest(context, input)),
  move: signedIn.hearings.move.handler(({ input, context }) => movePhase(context, input)),
  transcript: signedIn.hearings.transcript.handler(({ input, context }) => readTranscript(context, input.hearingId)),
  writeLine: signedIn.hearings.writeLine.handler(({ input, context }) => writeTranscriptLine(context, input)),
  removeLine: signedIn.hearings.removeLine.handler(({ input, context }) => removeTranscriptLine(context, input)),
  reopenTranscript: signedIn.hearings.reopenTranscript.handler(({ input, context }) => reopenTranscript(context, input)),
};
