/** The court's activities over their ports: each thin, each in its own file. */
import { createHash } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import type { CourtActivities } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { acceptFiling } from '#activities/accept-filing.ts';
import { bookHearing } from '#activities/book-hearing.ts';
import { cancelHearing, freeBooking } from '#activities/cancel-hearing.ts';
import { changeBench } from '#activities/change-bench.ts';
import { bookParticipant, freeParticipant, sendInvitation, tellBenchChange, tellRepresentative } from '#activities/change-participants.ts';
import { freezeTranscript } from '#activities/freeze-transcript.ts';
import { issueAcceptance } from '#activities/issue-acceptance.ts';
import { issueNotices } from '#activities/issue-notices.ts';
import { makeLivestreamForm } from '#activities/make-livestream-form.ts';
import { issueRuling } from '#activities/issue-ruling.ts';
import { reaching } from '#activities/reaching.ts';
import { fileServedDocument, makeServiceReceipt, tellOfService } from '#activities/serve-document.ts';
import { makeSessionDocument } from '#activities/make-session-document.ts';
import { sealArchive } from '#activities/seal-archive.ts';
import { supplementArchive } from '#activities/supplement-archive.ts';
import { sendLivestreamNotice } from '#activities/send-livestream-notice.ts';
import { tellOfRecording } from '#activities/tell-of-recording.ts';
import { whileAlive } from '#activities/while-alive.ts';
import { withOwnClosingDays } from '#db/queries/closing-days.ts';
import { recordJournal, resetOf } from '#db/projector/record-journal.ts';

export function createCourtActivities(ports: CourtPorts): CourtActivities {
  const { sql } = ports;
  return {
    recordJournal: ({ stream, entries, after }) => {
      const runId = activityInfo().workflowExecution?.runId;
      return after === undefined ? recordJournal(sql, stream, entries, runId) : resetOf(sql, stream, runId, after);
    },
    loadCalendar: ({ years }) => reaching(ports.calendar.load(years).then((statutory) => withOwnClosingDays(sql, statutory))),
    acceptFiling: (input) => reaching(acceptFiling(sql, input)),
    issueAcceptance: (input) => reaching(whileAlive(() => issueAcceptance(ports, input))),
    bookHearing: (input) => reaching(bookHearing(sql, input, ports.mediaHosts)),
    freeBooking: (input) => reaching(freeBooking(sql, input)),
    cancelHearing: (input) => reaching(cancelHearing(ports, input)),
    issueNotices: (input) => reaching(whileAlive(() => issueNotices(ports, input))),
    sendLivestreamNotice: (input) => reaching(sendLivestreamNotice(ports, input)),
    makeLivestreamForm: (input) => reaching(whileAlive(() => makeLivestreamForm(ports, input))),
    changeBench: (input) => reaching(changeBench(sql, input)),
    tellBenchChange: (input) => reaching(tellBenchChange(ports, input)),
    sendInvitation: (input) => reaching(sendInvitation(ports, input)),
    bookParticipant: (input) => reaching(bookParticipant(sql, input)),
    freeParticipant: (input) => reaching(freeParticipant(sql, input)),
    tellRepresentative: (input) => reaching(tellRepresentative(ports, input)),
    issueRuling: (input) => reaching(whileAlive(() => issueRuling(ports, input))),
    freezeTranscript: (input) => reaching(freezeTranscript(sql, input)),
    hashText: async ({ text }) => ({ sha256: createHash('sha256').update(text).digest('hex') }),
    makeSessionDocument: (input) => reaching(whileAlive(() => makeSessionDocument(ports, input))),
    fileServedDocument: (input) => reaching(fileServedDocument(ports, input)),
    tellOfService: (input) => reaching(tellOfService(ports, input)),
    makeServiceReceipt: (input) => reaching(whileAlive(() => makeServiceReceipt(ports, input))),
    tellOfRecording: (input) => reaching(tellOfRecording(ports, input)),
    sealArchive: (input) => reaching(whileAlive(() => sealArchive(ports, input))),
    supplementArchive: (input) => reaching(whileAlive(() => supplementArchive(ports, input))),
  };
}
