/**
 * What the parts of one approval share: where it stands, what is open, the journal. Every change goes through `take`,
 * and the pure state machine (domain/livestream/approval.ts) decides it. What people are asked follows from the
 * approval after every change: nothing is opened or taken back by hand.
 */
import { livestreamWorkflowId, type PersonId } from '#domain/case/ids.ts';
import { applyToApproval, endIfExcluded, type ApprovalEvent } from '#domain/livestream/approval.ts';
import { newApproval, screeningOf, statusOf, type Approval, type End } from '#domain/livestream/approval-state.ts';
import { workOf, type Work } from '#domain/livestream/work.ts';
import { isRefusal, type Refusal } from '#domain/law/ruled.ts';
import type { LivestreamInput, TellLivestream } from '#domain/messages/livestream.ts';
import type { Journalled } from '#domain/messages/messages.ts';
import { CourtClock } from '../support/clock.ts';
import { Deadlines } from '../support/deadlines.ts';
import { HumanTasks } from '../support/human-tasks.ts';
import { Journal } from '../support/journal.ts';
import { Steps } from '../support/steps.ts';
import { ask } from './questions.ts';

export class CourtLivestream {
  readonly clock: CourtClock;
  readonly deadlines: Deadlines;
  readonly journal: Journal;
  readonly tasks: HumanTasks;
  readonly steps: Steps;
  approval: Approval;
  readonly ended: Promise<End>;
  /** Commands that were answered, so that a repeated one gets the same answer. */
  readonly answered = new Map<string, Journalled>();
  /** What is asked, by its key; how it is taken back. */
  private readonly open = new Map<string, { withdraw: (why: string) => void }>();
  /** Effects on their way that nothing else waits for. */
  private beside = 0;
  private end!: (end: End) => void;

  constructor(readonly input: LivestreamInput) {
    this.clock = new CourtClock(input.clockOffsetMs);
    this.deadlines = new Deadlines(this.clock);
    this.journal = new Journal(livestreamWorkflowId(input.hearingId), input.caseId, this.clock);
    this.tasks = new HumanTasks(this.journal, this.clock, this.deadlines, () => input.calendar);
    this.steps = new Steps(this.tasks, this.journal);
    this.approval = newApproval(input.approval);
    this.ended = new Promise((resolve) => { this.end = resolve; });
  }

  /** N4: screened before anybody is asked anything. */
  begin(): void {
    const { hearingId, by, approval } = this.input;
    this.journal.note('livestream-begun', { hearingId, by, approval });
    this.approval = endIfExcluded(this.approval, this.clock.iso());
    this.noteScreening();
    this.askWhatIsLacking();
  }

  /** The refusal that an event would meet now, or undefined. Changes nothing. */
  refusalOf(event: ApprovalEvent): Refusal | undefined {
    const outcome = applyToApproval(this.approval, event);
    return isRefusal(outcome) ? outcome : undefined;
  }

  /**
   * Applies an event: its journal entry's number, or the refusal, which changes nothing.
   * @param answering the key of the question that this answers: it is being closed by its own answer
   */
  take(event: ApprovalEvent, answering?: string): number | Refusal {
    const outcome = applyToApproval(this.approval, event);
    if (isRefusal(outcome)) return outcome;
    const screened = screeningText(this.approval);
    this.approval = outcome.value;
    const seq = this.journal.note('livestream-event', { hearingId: this.input.hearingId, event, status: statusOf(this.approval), articles: outcome.articles });
    // N4: a new fact, a risk, an objection that is well-founded: whatever changes the screening is on record at once.
    if (screeningText(this.approval) !== screened) this.noteScreening();
    if (answering !== undefined) this.open.delete(answering);
    this.askWhatIsLacking();
    return seq;
  }

  /** What is said at any time, by Update (`tellLivestream`). */
  eventOf(told: TellLivestream): ApprovalEvent {
    const said = { by: told.personId, at: this.clock.iso() };
    switch (told.what) {
      case 'objection': return { what: 'objected', objectionId: told.commandId, participantId: told.participantId, grounds: told.grounds, ...said };
      case 'facts': return { what: 'factsChanged', facts: told.facts, reason: told.reason, ...said };
      case 'withdrawal': return { what: 'withdrawn', reason: told.reason, ...said };
    }
  }

  isParticipant(personId: PersonId, participantId: string): boolean {
    return this.approval.participants.some((participant) => participant.personId === personId && participant.participantId === participantId);
  }

  /** Lets an effect run beside the approval; its end waits for it. */
  accompany(effect: () => Promise<void>): void {
    this.beside += 1;
    void effect().finally(() => { this.beside -= 1; });
  }
  get nothingBeside(): boolean {
    return this.beside === 0;
  }

  private noteScreening(): void {
    const { value: screening, articles } = screeningOf(this.approval);
    this.journal.note('livestream-screened', { hearingId: this.input.hearingId, day: this.approval.day, screening, articles });
  }

  private askWhatIsLacking(): void {
    const work = workOf(this.approval);
    for (const [key, question] of [...this.open]) {
      if (work.some((wanted) => wanted.key === key)) continue;
      this.open.delete(key);
      // Read by whoever was asked, a participant too: not how it was decided (N2).
      question.withdraw(this.approval.end ? 'the livestream is decided' : 'the approval has changed');
    }
    for (const wanted of work) if (!this.open.has(wanted.key)) this.askFor(wanted);
    if (this.approval.end) this.end(this.approval.end);
  }

  private askFor(work: Work): void {
    this.open.set(work.key, ask(this, work));
  }
}

const screeningText = (approval: Approval): string => JSON.stringify(screeningOf(approval));
