/**
 * What the stages of one case share: its state, its tasks, its journal, its clock. Stages change the state through
 * here; nothing of it holds personal data.
 */
import type { Bench, EvidenceItem, Filing, Participant, ScheduledHearing } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { CaseInput, ConfirmNotice, Journalled, ReopenTranscript } from '#domain/messages/messages.ts';
import type { ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { ClosedHow, Stage } from '#domain/case/stages.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { HearingEnding, HearingReport } from '#domain/messages/hearing.ts';
import type { HappeningKind } from '#domain/case/happenings.ts';
import type { SuspensionGround } from '#domain/case/suspension.ts';
import type { Turn } from '#domain/case/turns.ts';
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { actingFor, mayActFor, type PartyAct } from '#domain/filing/acting.ts';
import { isSide } from '#domain/filing/public-prosecution.ts';
import type { BookedHearing } from './hearing-change.ts';
import { EvidenceState, type CarriedEvidence } from './evidence-state.ts';
import { CourtClock } from '../support/clock.ts';
import { Deadlines } from '../support/deadlines.ts';
import { HumanTasks, type CarriedTasks } from '../support/human-tasks.ts';
import { Journal } from '../support/journal.ts';
import { PeopleOfCase, type CarriedPeople } from './people-state.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { besideRuns } from '../support/stage-run.ts';
import { Steps } from '../support/steps.ts';

/** How the case left the procedure, with the reason that its pages show. */
export interface Closing {
  how: ClosedHow;
  reason?: string;
  articles: readonly ArticleId[];
}

export type Confirmation = Omit<ConfirmNotice, 'commandId'>;

/** A livestream's approval that was begun: by which command, and until when it waits. */
export interface BegunLivestream {
  commandId: string;
  seq: number;
  opening: string;
  /** It tells when everything of it is kept (absent for those that an older build began), and whether it has. */
  settled?: boolean;
}

/** Everything that continue-as-new carries to the next run. Plain data. */
export interface CarriedCase {
  stage: Stage;
  filing: Filing;
  calendar: WorkingCalendar;
  caseNumber?: string;
  bench?: Bench;
  evidence: EvidenceItem[];
  hearings: ScheduledHearing[];
  proven: [key: string, how: string][];
  streams: string[];
  lastEnding: HearingEnding;
  recorded: string[];
  held: string[];
  /** Absent in what older builds carried. */
  livestreams?: [hearingId: string, begun: BegunLivestream][];
  notHeld?: string[];
  calendarLoadedAt?: number;
  changes?: [commandId: string, answer: Journalled][];
  selfTests?: [key: string, passed: boolean][];
  evidenceState?: CarriedEvidence;
  people?: CarriedPeople;
  opened?: string[];
  left?: Participant[];
  told?: [commandId: string, answer: Journalled][];
  closesAs?: Closing;
  seq: number;
  clockOffsetMs: number;
  tasks: CarriedTasks;
}

export class CourtCase {
  readonly clock: CourtClock;
  readonly deadlines: Deadlines;
  readonly journal: Journal;
  readonly tasks: HumanTasks;
  readonly steps: Steps;
  readonly filing: Filing;
  calendar: WorkingCalendar = {};
  /** When it was loaded, court time in milliseconds: a case lives for years, its calendar does not. */
  calendarLoadedAt = 0;
  caseNumber?: string;
  bench?: Bench;
  evidence: EvidenceItem[] = [];
  readonly evidenceState: EvidenceState;
  hearings: ScheduledHearing[] = [];
  /** Journals of this case: its own and those of its hearings. */
  streams: string[];
  closing: Closing = { how: 'offline', articles: [] };

  /** Set by the stage that waits for it. */
  onHearingEnded: (hearingId: string) => void = () => undefined;
  onNoticeConfirmed: (confirmed: Confirmation) => void = () => undefined;
  /** The hearing that may still be moved or cancelled: booked, and its room not open yet. */
  booked: BookedHearing | undefined;
  /** What each command that changed a hearing was answered. */
  readonly changes: Map<string, Journalled>;
  /** By hearing and participant: did the last device test suffice? */
  readonly selfTests: Map<string, boolean>;
  /** The last test itself, for whoever helps; not carried: a task that needs it keeps it. */
  readonly lastTests = new Map<string, Record<string, unknown>>();
  onSelfTested: (key: string, passed: boolean) => void = () => undefined;
  onTranscriptReopened: ((request: ReopenTranscript) => void) | undefined;
  /** The hearing that is being held. */
  child: { workflowId: string } | undefined;
  lastEnding: HearingEnding = 'ended';
  /** Hearings that were begun: each brings a recording. */
  readonly held: Set<string>;

  stage: Stage = 'filing';
  /** The case is to end, or to stand still; carried out when its stage has ended (turn.ts). */
  turn: Turn | undefined;
  /** How it ends, once that is certain: also when its archive is made first. */
  closesAs: Closing | undefined;
  /** While it is suspended: why, and because of whom. */
  suspended: { ground: SuspensionGround; participantId?: ParticipantId } | undefined;
  /** Hearings whose session the judge opened. */
  readonly opened: Set<string>;
  /** Participants whose place somebody else has taken. */
  readonly left: Participant[];
  /** What commands that told something were answered. */
  readonly told: Map<string, Journalled>;
  /** What was told and waits for its decision beside the stages. */
  readonly undecided = new Map<string, HappeningKind>();

  /** Effects on their way that no stage waits for. */
  private beside = 0;

  /** By the hearing. Off unless intended (N1). */
  readonly livestreams: Map<string, BegunLivestream>;
  /** Hearings that were cancelled or are over: nothing of them is livestreamed any more. */
  readonly notHeld: Set<string>;

  /** What is asked and not decided about its people (people.ts). */
  readonly people: PeopleOfCase;

  private readonly proven: Map<string, string>;
  /** Hearings whose recording is composed; the archive waits for all. */
  private readonly recorded: Set<string>;

  constructor(input: CaseInput, carried?: CarriedCase) {
    this.filing = carried?.filing ?? input.filing;
    const stream = caseWorkflowId(this.filing.caseId);
    this.clock = new CourtClock(carried?.clockOffsetMs ?? input.clockOffsetMs);
    this.deadlines = new Deadlines(this.clock);
    this.journal = new Journal(stream, this.filing.caseId, this.clock, carried?.seq ?? 0, this.filing.facts);
    this.tasks = new HumanTasks(this.journal, this.clock, this.deadlines, () => this.calendar, carried?.tasks);
    this.steps = new Steps(this.tasks, this.journal);
    this.streams = carried?.streams ?? [stream];
    this.proven = new Map(carried?.proven ?? []);
    this.recorded = new Set(carried?.recorded ?? []);
    this.held = new Set(carried?.held ?? []);
    this.livestreams = new Map(carried?.livestreams ?? []);
    this.notHeld = new Set(carried?.notHeld ?? []);
    this.changes = new Map(carried?.changes ?? []);
    this.selfTests = new Map(carried?.selfTests ?? []);
    this.evidenceState = new EvidenceState(carried?.evidenceState);
    this.people = new PeopleOfCase(carried?.people);
    this.tasks.barred = (personId) => (this.people.standsAside(personId) ? standsAside : undefined);
    this.opened = new Set(carried?.opened ?? carried?.held ?? []);
    this.left = carried?.left ?? [];
    this.told = new Map(carried?.told ?? []);
    this.closesAs = carried?.closesAs;
    if (!carried) return;
    this.calendar = carried.calendar;
    this.calendarLoadedAt = carried.calendarLoadedAt ?? 0;
    this.evidence = carried.evidence;
    this.hearings = carried.hearings;
    this.lastEnding = carried.lastEnding;
    if (carried.caseNumber !== undefined) this.caseNumber = carried.caseNumber;
    if (carried.bench) this.bench = carried.bench;
  }

  get participants(): Participant[] {
    return this.filing.participants;
  }

  /** Those who consent and exchange evidence (G1, G8). */
  get parties(): Participant[] {
    return this.participants.filter(isSide);
  }

  /** The hearing that is being prepared or held; throws where no stage may ask for it. */
  get hearing(): ScheduledHearing {
    const hearing = this.hearings.at(-1);
    if (!hearing) throw new Error('No hearing is scheduled');
    return hearing;
  }

  get today(): ShanghaiDay {
    return dayOf(this.clock.now());
  }

  /** Of those who take part, or did. */
  everParticipant(participantId: ParticipantId | undefined): Participant | undefined {
    return [...this.participants, ...this.left].find((participant) => participant.participantId === participantId);
  }

  /** Keeps what a command was answered. */
  answer(commandId: string, seq: number): Journalled {
    const answer = { stream: this.journal.stream, seq };
    this.told.set(commandId, answer);
    return answer;
  }

  get allotted(): Bench {
    if (!this.bench) throw new Error('The case is not accepted yet');
    return this.bench;
  }

  forClerk(): { role: 'clerk'; personId: PersonId } {
    return { role: 'clerk', personId: this.allotted.clerk };
  }

  forJudge(): { role: 'judge'; personId: PersonId } {
    return { role: 'judge', personId: this.allotted.presidingJudge };
  }

  /** Of the technician whom acceptance allotted; of any, where the court has allotted none. */
  forTechnician(): { role: 'technician'; personId?: PersonId } {
    const { technician } = this.allotted;
    return { role: 'technician', ...(technician === undefined ? {} : { personId: technician }) };
  }

  forParticipant(participant: Participant): { role: 'participant'; personId: PersonId; participantId: ParticipantId } {
    return { role: 'participant', personId: participant.personId, participantId: participant.participantId };
  }

  /** What a party does itself or through its agent (CPL-61, CPL-62): the agent's task, done for the party. */
  forParty(party: Participant, act: 'evidence' | 'consent'): { role: 'participant'; personId: PersonId; participantId: ParticipantId } {
    return { role: 'participant', personId: actingFor(party, act, this.participants).personId, participantId: party.participantId };
  }

  /** Who may answer what a party is asked: the party, or its agent with the authority (CPL-62). */
  mayActFor(party: Participant, personId: PersonId, act: PartyAct): true | Refusal | undefined {
    return mayActFor(party, personId, act, this.participants, this.filing.facts.caseType);
  }

  offline(reason: string, articles: readonly ArticleId[]): 'offline' {
    this.closing = { how: 'offline', reason, articles };
    return 'offline';
  }

  isProven(hearingId: string, participantId: ParticipantId): boolean {
    return this.proven.has(`${hearingId}/${participantId}`);
  }

  /** G4: the notice was received, by whatever proof. Answers the entry's number; nothing new when it was proven before. */
  prove(hearingId: string, participantId: ParticipantId, how: 'confirmed' | 'phone' | 'waived', by: PersonId): Journalled {
    const key = `${hearingId}/${participantId}`;
    if (this.proven.has(key)) return { stream: this.journal.stream, seq: this.journal.lastSeq };
    this.proven.set(key, how);
    return { stream: this.journal.stream, seq: this.journal.note('notice-proven', { hearingId, participantId, how, by }) };
  }

  /** The participant's own confirmation; tells whoever waits for it. */
  confirm(confirmation: Confirmation): Journalled {
    const journalled = this.prove(confirmation.hearingId, confirmation.participantId, 'confirmed', confirmation.personId);
    this.onNoticeConfirmed(confirmation);
    return journalled;
  }

  /** What a hearing reports: that it ended, later that it is recorded. */
  hear(report: HearingReport): void {
    if (report.what === 'phase') {
      this.evidenceState.enter(report.hearingId, report.phase);
      return;
    }
    if (report.what === 'recorded') {
      this.recorded.add(report.hearingId);
      return;
    }
    if (report.what === 'opened' || (report.opened ?? true)) this.opened.add(report.hearingId);
    if (report.what === 'opened') return;
    this.evidenceState.enter(report.hearingId, 'closed');
    this.lastEnding = report.ending;
    this.onHearingEnded(report.hearingId);
  }

  /** Lets an effect run beside the stages; the archive and the end of the case wait for it. */
  accompany(effect: () => Promise<void>): void {
    this.beside += 1;
    void besideRuns(effect).finally(() => { this.beside -= 1; });
  }

  get nothingBeside(): boolean {
    return this.beside === 0;
  }

  get allRecorded(): boolean {
    return [...this.held].every((hearingId) => this.recorded.has(hearingId));
  }

  carry(stage: Stage): CarriedCase {
    return {
      stage, filing: this.filing, calendar: this.calendar, evidence: this.evidence, hearings: this.hearings,
      ...(this.caseNumber === undefined ? {} : { caseNumber: this.caseNumber }),
      ...(this.bench ? { bench: this.bench } : {}),
      proven: [...this.proven], streams: this.streams, lastEnding: this.lastEnding,
      recorded: [...this.recorded], held: [...this.held], livestreams: [...this.livestreams], notHeld: [...this.notHeld],
      opened: [...this.opened], left: this.left, told: [...this.told], ...(this.closesAs ? { closesAs: this.closesAs } : {}),
      calendarLoadedAt: this.calendarLoadedAt, changes: [...this.changes], selfTests: [...this.selfTests], evidenceState: this.evidenceState.carry(), people: this.people.carry(), seq: this.journal.lastSeq, clockOffsetMs: this.clock.offset, tasks: this.tasks.carry(),
    };
  }
}

/** CPL-48: 被申请回避的人员在作出决定前，应当暂停参与本案的工作. */
const standsAside: Refusal = {
  code: 'recusal-undecided', articles: ['CPL-48'],
  message: { zh: '有人申请您回避，决定作出前您应当暂停参与本案的工作。', en: 'Your recusal is asked for: until it is decided you take no part in this case.' },
};
