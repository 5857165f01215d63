/**
 * A court for workflow tests: the real workflows under time skipping, with activities that answer at once and write
 * the journal into memory. People act by Updates, as the API lets them.
 */
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { WorkflowHandle } from '@temporalio/client';
import type { CourtActivities } from '#activities/court-activities.ts';
import type { MediaActivities } from '#activities/media-activities.ts';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { caseWorkflowId, courtTaskQueue, hearingWorkflowId, mediaTaskQueue } from '#domain/case/ids.ts';
import { judgesOf, type Bench, type Filing, type Participant } from '#domain/case/types.ts';
import { inPlaceOf } from '#domain/case/succession.ts';
import { withInstead } from '#domain/court/recusal.ts';
import type { EntryData, EntryKind, JournalEntry, OpenedTask } from '#domain/journal/entries.ts';
import { signals, updates, type Journalled } from '#domain/messages/messages.ts';
import type { OutcomeOf, TaskKindName } from '#domain/tasks/catalogue.ts';
import { timeSkippingEnvironment } from '#infra/testing/temporal.ts';
import { exitOf, tellExitsTaken } from '#workflows/testing/exits.ts';
import { testBundle } from '#workflows/testing/bundle.ts';

export const people = { judge: randomUUID(), clerk: randomUUID(), filingClerk: randomUUID(), operations: randomUUID(), operations2: randomUUID(), technician: randomUUID(), plaintiff: randomUUID(), defendant: randomUUID(), courtPresident: randomUUID(), divisionHead: randomUUID(), substitute: randomUUID(), invited: randomUUID(), agent: randomUUID() };

/** Overrides of single activities, for faults. */
export type Faults = Partial<CourtActivities & MediaActivities>;

export class TestCourt {
  readonly journals = new Map<string, JournalEntry[]>();
  /** By any case of this court, also those whose journals a test has cleared. */
  private readonly exitsTaken = new Set<string>();
  faults: Faults = {};
  /** A panel that the law gives to a case has two assessors, who are asked (PAL-19). */
  drawsAssessors = false;
  /** How many more the list has. */
  assessorsLeft = Number.POSITIVE_INFINITY;
  private readonly assessors = new Set<string>();
  /** Who got a place in a room, each time one was provisioned. */
  readonly seated: string[][] = [];
  private readonly running: { worker: Worker; build: WorkflowBundle | undefined; ended: Promise<void> }[] = [];
  private readonly connections: NativeConnection[] = [];

  private constructor(readonly env: TestWorkflowEnvironment) {}

  /**
   * @param env another Temporal than one that skips time
   */
  static async open(bundle?: WorkflowBundle, env?: TestWorkflowEnvironment): Promise<TestCourt> {
    const court = new TestCourt(env ?? await timeSkippingEnvironment());
    const connection = await court.addBuild(bundle ?? await testBundle());
    // On the connection that is in use all the time: the test server hangs up on one that only sends signs of life, and what it was
    // about to hand over on it is lost until that step's time is over.
    court.run(await Worker.create({ connection, taskQueue: mediaTaskQueue('media-1'), activities: court.mediaActivities() }));
    return court;
  }

  /** One more worker, of its own build, beside those that run. @returns its connection */
  async addBuild(workflowBundle: WorkflowBundle): Promise<NativeConnection> {
    const connection = await NativeConnection.connect({ address: this.env.address });
    this.connections.push(connection);
    this.run(await Worker.create({
      connection, taskQueue: courtTaskQueue, workflowBundle, activities: this.activities(), stickyQueueScheduleToStartTimeout: '2 seconds',
      // Every build is a process of its own elsewhere.
      identity: `build-${this.connections.length}@test`,
    }), workflowBundle);
    return connection;
  }

  /** Ends the workers of a build in order; what they had goes to the others. */
  async endBuild(workflowBundle: WorkflowBundle): Promise<void> {
    const those = this.running.filter(({ build }) => build === workflowBundle);
    for (const { worker } of those) worker.shutdown();
    await Promise.all(those.map(({ ended }) => ended));
  }

  async close(): Promise<void> {
    const testFile = testFileNow();
    if (testFile !== undefined) tellExitsTaken(testFile, this.exitsTaken);
    for (const { worker } of this.running) if (worker.getState() === 'RUNNING') worker.shutdown();
    await Promise.all(this.running.map(({ ended }) => ended));
    await Promise.all(this.connections.map((connection) => connection.close()));
    await this.env.teardown();
  }

  private run(worker: Worker, build?: WorkflowBundle): void {
    this.running.push({ worker, build, ended: worker.run() });
  }

  /** Files a case between a plaintiff and a defendant. */
  async file(change: Partial<Filing> = {}, more: { continueAfterEvents?: number } = {}): Promise<TestCase> {
    const caseId = randomUUID();
    const filing: Filing = {
      caseId, filedBy: people.plaintiff, materials: [randomUUID()], appliesForOnline: true,
      participants: [
        { participantId: randomUUID(), personId: people.plaintiff, role: 'plaintiff' },
        { participantId: randomUUID(), personId: people.defendant, role: 'defendant' },
      ],
      facts: {
        caseType: 'civil', stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false,
        minorDefendant: false, otherwiseClosedByLaw: false, badSocialEffect: false,
      },
      ...change,
    };
    const handle = await this.env.client.workflow.start('courtCase', {
      workflowId: caseWorkflowId(caseId), taskQueue: courtTaskQueue, args: [{ filing, clockOffsetMs: 0, ...more }],
    });
    return new TestCase(this, filing, handle);
  }

  entries(stream: string): JournalEntry[] {
    return this.journals.get(stream) ?? [];
  }

  private activities(): CourtActivities {
    const calendar = stateCouncilCalendar();
    const court: CourtActivities = {
      recordJournal: async ({ stream, entries }) => {
        const kept = this.journals.get(stream) ?? [];
        this.journals.set(stream, [...kept, ...entries.filter((entry) => entry.seq > kept.length)]);
        for (const exit of entries.map(exitOf)) if (exit !== undefined) this.exitsTaken.add(exit);
      },
      loadCalendar: ({ years }) => calendar.load(years),
      acceptFiling: async ({ year, composition }) => {
        const drawn = this.drawsAssessors && composition === 'panelWithAssessors' ? [this.assessor(), this.assessor()] : [];
        return {
          caseNumber: `（${year}）豫0611民初1号`, ...(drawn.length > 0 ? { assessors: drawn } : {}),
          bench: { presidingJudge: people.judge, ...(drawn.length > 0 ? { panel: drawn } : {}), clerk: people.clerk, technician: people.technician },
        };
      },
      issueAcceptance: async ({ caseId, participant: { participantId } }) => ({ participantId, documentFileId: randomUUID(), effectKey: `acceptance/${caseId}/${participantId}` }),
      bookHearing: async () => ({ booked: true, meetingNumber: '600000001', mediaHost: 'media-1' }),
      freeBooking: async () => undefined,
      cancelHearing: async () => undefined,
      issueNotices: async ({ hearing, participants }) => participants.map(({ participantId }) => ({ participantId, documentFileId: randomUUID(), effectKey: `notice/${hearing.hearingId}/${participantId}` })),
      sendLivestreamNotice: async ({ hearingId, participantId }) => ({ effectKey: `livestream-notice/${hearingId}/${participantId}` }),
      makeLivestreamForm: async () => ({ fileId: randomUUID() }),
      changeBench: async ({ from, instead }) => {
        const bench = this.benchNow();
        if (this.assessors.has(from) && instead === undefined) {
          if (this.assessorsLeft === 0) return { nobody: 'peoplesAssessor' };
          this.assessorsLeft -= 1;
          const next = this.assessor();
          return { bench: withInstead(bench, from, next), to: next, clashes: [], assessor: true };
        }
        // Somebody who has not sat in the case: the first is known to the tests.
        const to = from === people.substitute || judgesOf(bench).includes(people.substitute) || bench.clerk === people.substitute || bench.technician === people.substitute ? randomUUID() : people.substitute;
        return { bench: withInstead(bench, from, to), to, clashes: [] };
      },
      tellBenchChange: async () => undefined,
      sendInvitation: async () => undefined,
      bookParticipant: async () => ({ booked: true }),
      freeParticipant: async () => undefined,
      tellRepresentative: async () => undefined,
      issueRuling: async () => ({ documentFileId: randomUUID() }),
      freezeTranscript: async () => { this.versions += 1; return { version: this.versions, sha256: String(this.versions).padStart(64, '0'), lines: 3 }; },
      hashText: async ({ text }) => ({ sha256: createHash('sha256').update(text).digest('hex') }),
      makeSessionDocument: async ({ documentId }) => ({ fileId: documentId, sha256: '3'.repeat(64) }),
      fileServedDocument: async ({ documentId }) => ({ fileId: documentId, sha256: '4'.repeat(64) }),
      tellOfService: async () => undefined,
      makeServiceReceipt: async ({ receiptId }) => ({ fileId: receiptId, sha256: '5'.repeat(64) }),
      tellOfRecording: async () => undefined,
      supplementArchive: async () => ({ state: 'not-archived' }),
      sealArchive: async ({ archiveId }) => ({ archiveId, mainVolume: 'main', confidentialVolume: 'confidential', disc: 'disc.iso' }),
    };
    return this.withFaults(court);
  }

  private assessor(): string {
    const drawn = randomUUID();
    this.assessors.add(drawn);
    return drawn;
  }

  /** The bench as the journals have it last. */
  private benchNow(): Bench {
    const entries = [...this.journals.values()].flat().filter((entry) => entry.kind === 'case-accepted' || entry.kind === 'bench-changed');
    return (entries.at(-1)?.data as { bench: Bench }).bench;
  }

  private versions = 0;

  private mediaActivities(): MediaActivities {
    return this.withFaults({
      provisionRoom: async ({ people: seated }) => {
        this.seated.push(seated.map(({ personId }) => personId));
        return { seats: seated.map((person) => ({ ...person, opaqueId: `seat-${person.personId}` })) };
      },
      unseat: async () => undefined,
      startRecording: async () => undefined,
      setBenchMedia: async () => undefined,
      closeRoom: async () => undefined,
      markRecording: async () => ({ fileId: randomUUID(), sha256: '1'.repeat(64) }),
      extractRecording: async () => ({ fileId: randomUUID(), sha256: '2'.repeat(64) }),
      composeRecording: async () => ({ recordingId: randomUUID(), fileId: randomUUID(), sha256: '0'.repeat(64), durationMs: 1000, gaps: 0, unexplained: [] }),
    });
  }

  private withFaults<T extends object>(activities: T): T {
    return Object.fromEntries(Object.entries(activities).map(([name, activity]) => [
      name, (input: never) => ((this.faults as Record<string, typeof activity>)[name] ?? activity)(input),
    ])) as T;
  }
}

/** The test file that runs this, from the repository's root; none outside jest. */
function testFileNow(): string | undefined {
  const { expect } = globalThis as { expect?: { getState: () => { testPath?: string } } };
  const testPath = expect?.getState().testPath;
  return testPath === undefined ? undefined : path.relative(process.cwd(), testPath);
}

/** An error that is not tried again, so that its step parks at once. */
export const failing = (message: string) => async (): Promise<never> => { throw ApplicationFailure.create({ type: 'InvalidInput', message, nonRetryable: true }); };

export class TestCase {
  /** Applications for recordings that were begun: workflows beside the case. */
  readonly requests: WorkflowHandle[] = [];

  constructor(readonly court: TestCourt, readonly filing: Filing, readonly handle: WorkflowHandle) {}

  get stream(): string {
    return caseWorkflowId(this.filing.caseId);
  }

  /** Every entry of the case and its hearings. */
  get entries(): JournalEntry[] {
    return [...this.court.journals.values()].flat().filter((entry) => entry.caseId === this.filing.caseId);
  }

  data<K extends EntryKind>(kind: K): EntryData[K][] {
    return this.entries.filter((entry) => entry.kind === kind).map((entry) => entry.data as EntryData[K]);
  }

  get openTasks(): (OpenedTask & { stream: string })[] {
    return [...this.court.journals].flatMap(([stream, entries]) => entries
      .filter((entry) => entry.caseId === this.filing.caseId && entry.kind === 'task-opened')
      .map((entry) => ({ ...this.asReassigned((entry.data as EntryData['task-opened']).task), stream })))
      .filter((task) => !this.entries.some((entry) => (entry.kind === 'task-completed' || entry.kind === 'task-withdrawn') && (entry.data as { taskId: string }).taskId === task.taskId));
  }

  private asReassigned(task: OpenedTask): OpenedTask {
    const to = this.data('task-reassigned').findLast(({ taskId }) => taskId === task.taskId)?.to;
    return to === undefined ? task : { ...task, assignee: { ...task.assignee, personId: to } };
  }

  /** Waits in real time until the journal shows it; workflow time moves only by `env.sleep`. */
  async until<T>(what: string, find: () => T | undefined | false): Promise<T> {
    for (let tries = 0; tries < 1_200; tries += 1) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`Never came: ${what}. Open: ${this.openTasks.map((task) => task.kind).join(', ')}; last: ${JSON.stringify(this.entries.slice(-3))}`);
  }

  async task(kind: TaskKindName, mine: (task: OpenedTask) => boolean = () => true): Promise<OpenedTask & { stream: string }> {
    return this.until(`task ${kind}`, () => this.openTasks.find((task) => task.kind === kind && mine(task)));
  }

  /** Answers the first open task of the kind, or the one of a person. */
  async answer<K extends TaskKindName>(kind: K, outcome: OutcomeOf<K>, of?: string): Promise<Journalled> {
    const participantId = of === undefined ? undefined : this.participantOf(of);
    const task = await this.task(kind, (open) => of === undefined || open.assignee.personId === of || (participantId === undefined ? open.assignee.personId === undefined : open.facts['participantId'] === participantId));
    return this.complete(task, outcome, of ?? task.assignee.personId ?? people.filingClerk);
  }

  complete(task: { taskId: string; stream: string }, outcome: unknown, personId: string, commandId: string = randomUUID()): Promise<Journalled> {
    return this.court.env.client.workflow.getHandle(task.stream).executeUpdate<Journalled, [unknown]>(updates.completeTask, {
      args: [{ taskId: task.taskId, outcome, personId, commandId }], updateId: commandId,
    });
  }

  /** Operations end a step that failed: one asks, another confirms. */
  async endStep(action: 'skip' | 'fail', reason: string): Promise<void> {
    const { taskId } = await this.answer('repair-step', { action, reason }, people.operations).then(() => this.task('confirm-repair'));
    await this.complete(await this.task('confirm-repair', (open) => open.taskId === taskId), { decision: 'confirm' }, people.operations2);
  }

  /** Who takes part now: successors stand where parties stood, some have come, some have left. */
  get participants(): Participant[] {
    return this.participantsAt('9');
  }

  /** Who took part at that time, ISO 8601. */
  participantsAt(at: string): Participant[] {
    return this.entries.filter((entry) => entry.at <= at).reduce<Participant[]>((all, entry) => {
      switch (entry.kind) {
        case 'participant-succeeded': return inPlaceOf(all, entry.data.out, entry.data.participant);
        case 'participant-joined': return [...all, entry.data.participant];
        case 'participant-left': return all.filter(({ participantId }) => participantId !== entry.data.participant.participantId);
        default: return all;
      }
    }, this.filing.participants);
  }

  /** Who takes part, or did. */
  get everybody(): Participant[] {
    return [...this.filing.participants, ...[...this.data('participant-succeeded'), ...this.data('participant-joined')].map(({ participant }) => participant)];
  }

  get accepted(): boolean {
    return this.data('case-accepted').length > 0;
  }

  /** Who hears the case now. */
  get bench(): Bench {
    const bench = this.data('bench-changed').at(-1)?.bench ?? this.data('case-accepted')[0]?.bench;
    if (!bench) throw new Error('The case is not accepted yet');
    return bench;
  }

  participantOf(personId: string): string | undefined {
    return this.filing.participants.find((participant) => participant.personId === personId)?.participantId;
  }

  async confirmNotices(): Promise<void> {
    const { hearing } = await this.until('a hearing', () => this.data('hearing-scheduled').at(-1));
    for (const { participantId, personId } of this.filing.participants) {
      await this.handle.executeUpdate(updates.confirmNotice, { args: [{ hearingId: hearing.hearingId, participantId, personId, commandId: randomUUID() }] });
    }
  }

  get hearingStream(): string {
    const hearing = this.data('hearing-scheduled').at(-1)?.hearing;
    if (!hearing) throw new Error('No hearing is scheduled');
    return hearingWorkflowId(hearing.hearingId);
  }

  /** Brings people into the room, or takes them out. */
  async presence(state: 'present' | 'away', persons: string[], cause?: string): Promise<void> {
    const handle = this.court.env.client.workflow.getHandle(this.hearingStream);
    for (const personId of persons) {
      await handle.signal(signals.presenceChanged, { opaqueId: `seat-${personId}`, state, ...(cause === undefined ? {} : { cause }), at: new Date().toISOString(), evidence: ['e1'] });
    }
  }

  move(move: string, as: 'clerk' | 'judge', reason?: string): Promise<Journalled> {
    const personId = as === 'judge' ? this.bench.presidingJudge : this.bench.clerk;
    return this.court.env.client.workflow.getHandle(this.hearingStream).executeUpdate<Journalled, [unknown]>(updates.movePhase, {
      args: [{ move, as, personId, commandId: randomUUID(), ...(reason === undefined ? {} : { reason }) }],
    });
  }
}
