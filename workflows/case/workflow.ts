/**
 * A case, from online filing to a sealed archive (G1 to G10, N1). It reads as the guide does: stage after stage,
 * until it is closed.
 *
 * When the worker dies, Temporal replays this; when a step fails for good, operations decide; when the history has
 * grown, it goes on in a new run with everything it knows.
 */
import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo, defineSignal, defineUpdate, getExternalWorkflowHandle } from '@temporalio/workflow';
import type { ActOnEvidence, CaseInput, CompleteTask, ConfirmNotice, Journalled, MoveClock, ReopenTranscript } from '#domain/messages/messages.ts';
import type { HearingReport } from '#domain/messages/hearing.ts';
import type { CalendarChanged, ChangeHearing, ReportSelfTest } from '#domain/messages/scheduling.ts';
import type { IntendLivestream, LivestreamSettled } from '#domain/messages/livestream.ts';
import type { ChangePeople } from '#domain/messages/people.ts';
import type { NameSuccessor, TellCase } from '#domain/messages/happenings.ts';
import { livestreamWorkflowId } from '#domain/case/ids.ts';
import type { Stage, StageOrClosed } from '#domain/case/stages.ts';
import { signals, updates } from '#domain/messages/messages.ts';
import { stageArticles } from '#domain/case/stages.ts';
import { interrupted } from '#domain/case/turns.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { notFound, refused } from '../support/failures.ts';
import { StepFailed } from '../support/steps.ts';
import { loadCalendar, recheckDates, renewOldCalendar } from './calendar.ts';
import { CourtCase, type CarriedCase } from './court-case.ts';
import { changeHearing, validateChange } from './hearing-change.ts';
import { reportSelfTest, validateSelfTest } from './self-test.ts';
import { awaited, intendLivestream, noLivestreamOf, settleLivestream, validateIntent } from './livestream.ts';
import { actOnEvidence, validateEvidenceAct } from './evidence-acts.ts';
import { changePeople, validatePeople } from './people.ts';
import { tellCase, validateHappening } from './happenings.ts';
import { after, stages } from './stages.ts';
import { nameSuccessor, validateSuccessor } from './suspension.ts';
import { archivedFirst, isCut, turned, untilTurned } from './turn.ts';

/** About where a replay begins to be felt (notes of the design): then the case continues as new at a stage's end. */
const eventsBeforeNewRun = 1000;

export async function courtCase(input: CaseInput, carried?: CarriedCase): Promise<void> {
  const the = new CourtCase(input, carried);
  if (!carried) await file(the);

  let stage: StageOrClosed = carried?.stage ?? 'filing';
  let listening = false;
  while (stage !== 'closed') {
    the.stage = stage;
    if (isCut(the, stage)) {
      stage = await turned(the, stage, interrupted);
      continue;
    }
    the.journal.note('stage-entered', { stage, articles: stageArticles[stage] });
    the.people.stage = stage;
    // Nobody comes into a case that is over; what is undecided about its bench is decided first.
    if (stage === 'archiving') the.tasks.withdrawAll('本案审理已经结束', (task) => task.facts['happeningId'] !== undefined || ['accept-invitation', 'verify-representative', 'decide-replacement', 'answer-assessor-invitation', 'fill-assessor-seat'].includes(task.kind));
    const running = runStage(the, stage);
    // Only once the first task is open: an Update in the very first workflow task would find none.
    if (!listening) listen(the);
    listening = true;
    const exit: string = await running;
    the.journal.note('stage-ended', { stage, exit });
    const next: StageOrClosed = the.turn ? await turned(the, stage, exit) : exit === 'closed' ? 'closed' : after(stage, exit);
    stage = next === 'closed' ? archivedFirst(the, stage) : next;
    if (stage !== 'closed') await continueIfLong(the, input, stage);
  }

  the.evidenceState.closed = true;
  the.people.closed = true;
  // Nothing that is told now opens anything.
  the.closesAs = the.closing;
  // What operations has to repair the court still owes: a ruling or a notice that could not go out yet.
  the.tasks.withdrawAll('the case is closed', ({ kind }) => !isOfOperations(kind));
  // A hearing that was begun still has to say that it is over: it must find its case.
  await condition(() => the.nothingBeside && the.allRecorded);
  for (const hearingId of awaited(the)) await noLivestreamOf(the, hearingId, '案件已结束');
  the.journal.note('case-closed', the.closing);
  await condition(allHandlersFinished);
  await the.journal.settled();
}

async function file(the: CourtCase): Promise<void> {
  the.journal.note('case-filed', { filing: the.filing });
  await loadCalendar(the);
}

/** A step that operations ended, and that the case cannot go on without, moves it offline with the reason. */
const runStage = (the: CourtCase, stage: Stage): Promise<string> => untilTurned(the, stage, () => ofStage(the, stage));

async function ofStage(the: CourtCase, stage: Stage): Promise<string> {
  try {
    await renewOldCalendar(the);
    return await stages[stage](the);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    the.closing = { how: 'offline', reason: error.message, articles: [] };
    return 'closed';
  }
}

/** Never in the workflow task that finishes an Update, and only when nothing is open that a new run would not know. */
async function continueIfLong(the: CourtCase, input: CaseInput, stage: Stage): Promise<void> {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  const long = historyLength > (input.continueAfterEvents ?? eventsBeforeNewRun) || continueAsNewSuggested;
  if (!long || the.tasks.openCount > 0 || !the.nothingBeside || the.turn) return;
  await condition(allHandlersFinished);
  await the.journal.settled();
  // Something happened while the journal was written: this run deals with it.
  if (the.turn || the.tasks.openCount > 0 || !the.nothingBeside) return;
  await continueAsNew<typeof courtCase>(input, the.carry(stage));
}

function listen(the: CourtCase): void {
  setHandler(defineUpdate<Journalled, [CompleteTask]>(updates.completeTask), (task) => the.tasks.complete(task), {
    validator: (task) => the.tasks.validate(task),
  });
  setHandler(defineSignal<[CompleteTask]>(signals.answerTask), (task) => the.tasks.answerBySignal(task));
  setHandler(defineUpdate<Journalled, [ConfirmNotice]>(updates.confirmNotice), (confirmation) => the.confirm(confirmation), {
    validator: ({ hearingId, participantId, personId }) => {
      if (!the.hearings.some((hearing) => hearing.hearingId === hearingId)) throw notFound('hearing');
      const participant = the.participants.find((one) => one.participantId === participantId);
      // CPL-88: a document may be handed to the agent.
      if (!participant || the.mayActFor(participant, personId, 'notice') !== true) throw notFound('participant');
    },
  });
  setHandler(defineUpdate<Journalled, [ReopenTranscript]>(updates.reopenTranscript), (request) => {
    the.onTranscriptReopened?.(request);
    return { stream: the.journal.stream, seq: the.journal.lastSeq };
  }, {
    validator: (request) => {
      if (request.personId !== the.bench?.presidingJudge) throw notFound('transcript');
      if (!the.onTranscriptReopened || the.hearing.hearingId !== request.hearingId) {
        throw refused({ code: 'not-in-signing', articles: ['G9'], message: { zh: '笔录不在签名阶段。', en: 'The transcript is not being signed.' } });
      }
    },
  });
  setHandler(defineUpdate<Journalled, [ActOnEvidence]>(updates.actOnEvidence), (act) => actOnEvidence(the, act), {
    validator: (act) => validateEvidenceAct(the, act),
  });
  setHandler(defineUpdate<Journalled, [TellCase]>(updates.tellCase), (told) => tellCase(the, told), {
    validator: (told) => validateHappening(the, told),
  });
  setHandler(defineUpdate<Journalled, [NameSuccessor]>(updates.nameSuccessor), (named) => nameSuccessor(the, named), {
    validator: (named) => validateSuccessor(the, named),
  });
  setHandler(defineUpdate<Journalled, [IntendLivestream]>(updates.intendLivestream), (intent) => intendLivestream(the, intent), {
    validator: (intent) => validateIntent(the, intent),
  });
  setHandler(defineUpdate<Journalled, [ChangeHearing]>(updates.changeHearing), (change) => changeHearing(the, change), {
    validator: (change) => validateChange(the, change),
  });
  setHandler(defineUpdate<Journalled, [ReportSelfTest]>(updates.reportSelfTest), (report) => reportSelfTest(the, report), {
    validator: (report) => validateSelfTest(the, report),
  });
  setHandler(defineSignal<[CalendarChanged]>(signals.calendarChanged), (changed) => the.accompany(() => recheckDates(the, changed)));
  setHandler(defineSignal<[LivestreamSettled]>(signals.livestreamSettled), (report) => { settleLivestream(the, report); });
  setHandler(defineUpdate<Journalled, [ChangePeople]>(updates.changePeople), (change) => changePeople(the, change), {
    validator: (change) => validatePeople(the, change),
  });
  setHandler(defineSignal(signals.workflowReset), () => { the.journal.askWhetherReset(); });
  setHandler(defineSignal<[HearingReport]>(signals.hearingReport), (report) => {
    the.hear(report);
  });
  setHandler(defineSignal<[MoveClock]>(signals.moveClock), async (move) => {
    const livestreams = awaited(the);
    if (!the.clock.moveTo(move.offsetMs)) return;
    the.journal.note('clock-moved', move);
    the.deadlines.clockMoved();
    // Its hearing and its livestreams have clocks of their own; the case passes the move on.
    for (const hearingId of livestreams) await getExternalWorkflowHandle(livestreamWorkflowId(hearingId)).signal(signals.moveClock, move).catch(() => undefined);
    if (the.child) await getExternalWorkflowHandle(the.child.workflowId).signal(signals.moveClock, move).catch(() => undefined);
  });
}
