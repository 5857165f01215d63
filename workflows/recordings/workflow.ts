/**
 * What happens to a recording after its hearing, beside its case and also when that is closed: a party applies to view
 * or copy it, the judge decides, and what is granted is marked with the name and ends (G10); the judge takes out an
 * extract as evidence of a breach of discipline (G6 (3)); one that is taken when the archive is sealed is filed behind it.
 *
 * When the worker dies, Temporal replays this; the marked copy is made once (its id follows from the application).
 */
import { allHandlersFinished, condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';
import { recordingExtractWorkflowId, recordingsRequestWorkflowId, type StreamId } from '#domain/case/ids.ts';
import type { RecordingExtractInput, RecordingsRequestInput } from '#domain/messages/recordings.ts';
import type { PeopleChanged } from '#domain/messages/people.ts';
import { signals, updates, type CompleteTask, type Journalled, type MoveClock } from '#domain/messages/messages.ts';
import { accessArticles } from '#domain/recordings/access.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { archive, court } from '../support/activities.ts';
import { CourtClock } from '../support/clock.ts';
import { Deadlines } from '../support/deadlines.ts';
import { HumanTasks } from '../support/human-tasks.ts';
import { Journal } from '../support/journal.ts';
import { Steps } from '../support/steps.ts';
import { mediaActivities } from '../hearing/media.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export async function recordingsRequest(input: RecordingsRequestInput): Promise<void> {
  const { requestId, hearingId, participantId, personId, how: asked, caseId } = input;
  const the = new RecordingWork(recordingsRequestWorkflowId(requestId), input);
  the.journal.note('recordings-requested', { requestId, hearingId, participantId, how: asked, why: input.reason, by: personId, articles: accessArticles[asked] });
  await the.begin();

  const decision = the.tasks.open('decide-recordings-request', {
    assignee: { role: 'judge', personId: input.judge, participantId }, hearingId, facts: { requestId, participantId, applied: asked, why: input.reason },
  });
  the.listen();
  const decided = await decision.ended;
  if (decided.how !== 'answered') return the.end();
  const { outcome, by } = decided;
  const about = { requestId, hearingId, participantId, by, why: outcome.reason };
  if (outcome.decision === 'refuse') {
    the.journal.note('recordings-decided', { ...about, decision: 'refuse', how: asked, days: 0, articles: accessArticles[asked] });
    await the.steps.attempt('tellOfRecording', court.tellOfRecording, { caseId, hearingId, requestId, participantId, what: 'refused' });
    return the.end();
  }
  const { how, days } = outcome;
  the.journal.note('recordings-decided', { ...about, decision: 'grant', how, days, articles: accessArticles[how] });
  const made = await the.steps.attempt('markRecording', the.media.composing.markRecording, {
    caseId, hearingId, recordingId: input.recordingId, requestId, personId, how, grantedAt: the.clock.iso(), days,
  });
  if (!made.done) {
    the.journal.note('recordings-access-ended', { requestId, hearingId, participantId, how: 'not-made' });
    return the.end();
  }
  const until = the.clock.now() + days * dayMs;
  the.journal.note('recordings-ready', { requestId, hearingId, participantId, ...made.value, until: new Date(until).toISOString(), articles: accessArticles[how] });
  await the.steps.attempt('tellOfRecording', court.tellOfRecording, { caseId, hearingId, requestId, participantId, what: 'ready', until: new Date(until).toISOString() });
  await the.deadlines.reach('until', until);
  the.journal.note('recordings-access-ended', { requestId, hearingId, participantId, how: 'expired' });
  return the.end();
}

export async function recordingExtract(input: RecordingExtractInput): Promise<void> {
  const { extractId, hearingId, fromMs, toMs, by, caseId, recordingId } = input;
  const stream = recordingExtractWorkflowId(extractId);
  const the = new RecordingWork(stream, input);
  const about = { extractId, hearingId, fromMs, toMs, why: input.reason, by, articles: ['G6(3)', 'REC-13'] as const };
  the.journal.note('recording-extract-asked', about);
  await the.begin();
  the.listen();
  const made = await the.steps.attempt('extractRecording', the.media.composing.extractRecording, { caseId, hearingId, recordingId, extractId, fromMs, toMs });
  if (!made.done) {
    the.journal.note('decision', { what: 'recording-extract-not-made', value: { extractId, reason: made.reason }, articles: ['G6(3)'] });
    return the.end();
  }
  the.journal.note('recording-extracted', { ...about, ...made.value });
  await fileBehindArchive(the, { caseId, extractId, stream });
  return the.end();
}

/** G10: the archive is made of what there was; what comes after its sealing lies in a supplement, and the sealed volumes stay. */
async function fileBehindArchive(the: RecordingWork, about: { caseId: string; extractId: string; stream: StreamId }): Promise<void> {
  for (;;) {
    // The supplement holds this journal, and is made from what PostgreSQL has of it.
    await the.journal.settled();
    const filed = await the.steps.attempt('supplementArchive', archive.supplementArchive, { ...about, at: the.clock.iso() });
    if (!filed.done) {
      the.journal.note('decision', { what: 'archive-not-supplemented', value: { extractId: about.extractId, reason: filed.reason }, articles: ['G6(3)', 'G10'] });
      return;
    }
    switch (filed.value.state) {
      case 'not-archived': case 'contained': return;
      case 'being-archived': await the.deadlines.reach('sealed', the.clock.now() + hourMs); break;
      case 'supplemented': {
        const { archiveId, supplementId, tagManifestSha256 } = filed.value;
        the.journal.note('archive-supplemented', { extractId: about.extractId, archiveId, supplementId, tagManifestSha256, articles: ['G6(3)', 'G10'] });
        return;
      }
    }
  }
}

/** What both share: clock, journal, tasks, steps. Nothing of it holds personal data. */
class RecordingWork {
  readonly clock: CourtClock;
  readonly deadlines: Deadlines;
  readonly journal: Journal;
  readonly tasks: HumanTasks;
  readonly steps: Steps;
  readonly media: ReturnType<typeof mediaActivities>;
  private calendar: WorkingCalendar = {};

  constructor(stream: StreamId, input: { caseId: string; mediaHost: string; clockOffsetMs: number }) {
    this.clock = new CourtClock(input.clockOffsetMs);
    this.deadlines = new Deadlines(this.clock);
    this.journal = new Journal(stream, input.caseId, this.clock);
    this.tasks = new HumanTasks(this.journal, this.clock, this.deadlines, () => this.calendar);
    this.steps = new Steps(this.tasks, this.journal);
    this.media = mediaActivities(input.mediaHost);
  }

  /** The judge's period is counted in working days. */
  async begin(): Promise<void> {
    const year = yearOf(dayOf(this.clock.now()));
    const loaded = await this.steps.attempt('loadCalendar', court.loadCalendar, { years: [year, year + 1] });
    if (loaded.done) this.calendar = loaded.value;
  }

  listen(): void {
    setHandler(defineUpdate<Journalled, [CompleteTask]>(updates.completeTask), (task) => this.tasks.complete(task), {
      validator: (task) => this.tasks.validate(task),
    });
    setHandler(defineSignal<[CompleteTask]>(signals.answerTask), (task) => this.tasks.answerBySignal(task));
    setHandler(defineSignal<[PeopleChanged]>(signals.peopleChanged), (change) => {
      if (change.what === 'bench') this.tasks.reassign(change.from, change.to);
    });
    setHandler(defineSignal<[MoveClock]>(signals.moveClock), (move) => {
      if (!this.clock.moveTo(move.offsetMs)) return;
      this.journal.note('clock-moved', move);
      this.deadlines.clockMoved();
    });
  }

  async end(): Promise<void> {
    await condition(allHandlersFinished);
    await this.journal.settled();
  }
}
