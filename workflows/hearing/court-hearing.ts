/**
 * What the parts of one hearing share: the session's legal state, who sits where and is present, tasks and journal.
 * Every change of phase goes through `move`, and the legal phase machine decides it.
 */
import { hearingWorkflowId, type ParticipantId, type PersonId } from '#domain/case/ids.ts';
import { judgesOf } from '#domain/case/types.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import { prosecutes } from '#domain/filing/public-prosecution.ts';
import { requiredNow } from '#domain/hearing/sessions/attendance.ts';
import { isOpenPhase } from '#domain/hearing/agenda.ts';
import { nextPhase, startOfSession, type Move, type Mover, type SessionFacts, type SessionState } from '#domain/hearing/phases.ts';
import type { HearingEnding, HearingInput } from '#domain/messages/hearing.ts';
import type { Journalled, PresenceChanged } from '#domain/messages/messages.ts';
import type { PauseOfSession, Seat } from '#activities/media-activities.ts';
import { CourtClock } from '../support/clock.ts';
import { Deadlines } from '../support/deadlines.ts';
import { HumanTasks } from '../support/human-tasks.ts';
import { Journal } from '../support/journal.ts';
import { Steps } from '../support/steps.ts';
import { mediaActivities, type MediaSteps } from './media.ts';

export class CourtHearing {
  readonly clock: CourtClock;
  readonly deadlines: Deadlines;
  readonly journal: Journal;
  readonly tasks: HumanTasks;
  readonly steps: Steps;
  readonly media: MediaSteps;
  session: SessionState;
  /** With the seats of those who left: they are in the recording. */
  seats: Seat[] = [];
  /** Seats whose person left. */
  readonly gone = new Set<string>();
  /** Assessors of the bench who have not accepted. */
  awaited: Set<PersonId>;
  roomOpen = false;
  /** Changes of the room, one after the other. */
  seating: Promise<void> = Promise.resolve();
  recording = false;
  /** Real time, as the recordings have it. */
  openedAt: string | undefined;
  closedAt: string | undefined;
  readonly pauses: PauseOfSession[] = [];
  readonly acknowledged = new Set<ParticipantId>();
  readonly present = new Map<string, { state: 'present' | 'away'; since: number }>();
  readonly ended: Promise<HearingEnding>;
  /** Participants without whom the session goes on, as the judge ruled (CPL-146, CPL-147). */
  readonly absenceRuled = new Set<ParticipantId>();
  onRuling: (() => void)[] = [];
  causeVerified = false;
  networkStable = false;
  /** The interruption that is being dealt with, one at a time. */
  interrupted = false;
  /** A move is being made; a second one waits its turn. */
  moving = false;
  /** Commands that were answered, so that a repeated one gets the same answer. */
  readonly answered = new Map<string, Journalled>();
  onPhase: (() => void)[] = [];
  onPresence: ((seat: Seat, change: PresenceChanged) => void)[] = [];
  private end!: (ending: HearingEnding) => void;

  constructor(readonly input: HearingInput) {
    this.clock = new CourtClock(input.clockOffsetMs);
    this.deadlines = new Deadlines(this.clock);
    this.journal = new Journal(hearingWorkflowId(input.hearing.hearingId), input.caseId, this.clock, 0, { caseType: input.caseType ?? 'civil', instance: input.instance, publicProsecution: input.publicProsecution });
    this.tasks = new HumanTasks(this.journal, this.clock, this.deadlines, () => input.calendar);
    this.steps = new Steps(this.tasks, this.journal);
    this.media = mediaActivities(input.hearing.mediaHost);
    this.awaited = new Set(input.awaited);
    this.session = startOfSession(input.hearing.kind);
    this.ended = new Promise((resolve) => { this.end = resolve; });
  }

  get hearingId(): string {
    return this.input.hearing.hearingId;
  }

  /** The recordings' clock: never the court's movable one. */
  realTime(): string {
    return new Date(Date.now()).toISOString();
  }

  seatOf(person: { personId?: PersonId; opaqueId?: string }): Seat | undefined {
    return this.seats.find((seat) => seat.personId === person.personId || seat.opaqueId === person.opaqueId);
  }

  isPresent(seat: Seat | undefined): boolean {
    return seat !== undefined && this.present.get(seat.opaqueId)?.state === 'present';
  }

  /** Who hears the case, the clerk, and whom the kind of session needs: without them the session is not held. */
  isRequired(seat: Seat): boolean {
    if (this.gone.has(seat.opaqueId)) return false;
    if (seat.participantId === undefined) return seat.role === 'presidingJudge' || seat.role === 'panelMember' || seat.role === 'clerk';
    return this.required().has(seat.participantId) && !this.absenceRuled.has(seat.participantId);
  }

  /** G1: by the kind of session, and for some kinds by who has come. */
  private required(): ReadonlySet<ParticipantId> {
    return requiredNow(this.input.hearing.kind, this.input.participants.map((one) => ({ participantId: one.participantId, role: one.role, present: this.isPresent(this.seatOf({ personId: one.personId })), prosecutes: prosecutes(one) })));
  }

  get sitting(): boolean {
    return isOpenPhase(this.session.phase);
  }

  facts(): SessionFacts {
    const { bench } = this.input;
    const required = this.required();
    return {
      // CPL-40: a panel hears the case with all its members.
      judgePresent: judgesOf(bench).every((personId) => this.isPresent(this.seatOf({ personId }))),
      assessorAwaited: judgesOf(bench).some((personId) => this.awaited.has(personId)),
      clerkPresent: this.isPresent(this.seatOf({ personId: bench.clerk })),
      // The case starts the hearing only when these hold (workflows/case/preparation.ts).
      courtroomTested: true,
      recordingRunning: this.recording,
      causeVerified: this.causeVerified,
      networkStable: this.networkStable,
      participants: this.input.participants.map((participant) => ({
        participantId: participant.participantId,
        required: required.has(participant.participantId),
        present: this.isPresent(this.seatOf({ personId: participant.personId })),
        identityVerified: true,
        noticeProven: true,
        disciplineAcknowledged: this.acknowledged.has(participant.participantId),
        absenceRuled: this.absenceRuled.has(participant.participantId),
      })),
    };
  }

  /** The refusal that a move would meet now, or undefined. */
  refusalOf(move: Move, by: Mover): Refusal | undefined {
    const next = nextPhase(this.session, move, this.facts(), by);
    return isRefusal(next) ? next : undefined;
  }

  /** Makes a move that was checked; answers the journal entry, or the refusal if things have changed since. */
  make(move: Move, by: Mover, who: PersonId | 'system', reason?: string): number | Refusal {
    const next = nextPhase(this.session, move, this.facts(), by);
    if (isRefusal(next)) return next;
    const from = this.session.phase;
    this.session = next.value;
    this.keepTimes(from);
    const seq = this.journal.note('hearing-phase', { hearingId: this.hearingId, from, to: next.value.phase, move, by: who, articles: next.articles, ...(reason === undefined ? {} : { reason }) });
    this.onPhase.forEach((tell) => tell());
    if (next.value.phase === 'closed') this.end(move === 'close-withdrawn' ? 'withdrawn' : 'ended');
    if (next.value.phase === 'adjourned') this.end('adjourned');
    return seq;
  }

  /** REC-3: opening, closing and every pause, by the clock of the recordings. */
  private keepTimes(from: string): void {
    const { phase } = this.session;
    const now = this.realTime();
    if (phase === 'opening' && this.openedAt === undefined) this.openedAt = now;
    const pause = this.pauses.at(-1);
    if ((from === 'recess' || from === 'suspended') && pause && pause.to === '') pause.to = now;
    if (phase === 'recess' || phase === 'suspended') this.pauses.push({ cause: phase, from: now, to: '' });
    if (phase === 'closed' || phase === 'adjourned') this.closedAt = now;
  }
}
