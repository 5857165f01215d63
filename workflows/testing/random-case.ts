/**
 * One lawful case played by chance: facts, parties, answers, delays, absences, failing steps. A seed determines all of it
 * but the ids, so that a case that failed can be played again.
 */
import { randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { addDays, dayOf, yearOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { judgesOf, type CaseFacts, type Participant } from '#domain/case/types.ts';
import { decisionKinds, prosecutionGrounds, type AppealFacts } from '#domain/filing/kinds.ts';
import { appealPeriod } from '#domain/filing/periods.ts';
import type { OpenedTask } from '#domain/journal/entries.ts';
import { agenda } from '#domain/hearing/agenda.ts';
import { courtTaskQueue, recordingsRequestWorkflowId } from '#domain/case/ids.ts';
import type { RecordingsRequestInput } from '#domain/messages/recordings.ts';
import { beginMoves, type Move } from '#domain/hearing/phases.ts';
import { isParty, type ParticipantRole } from '#domain/people/roles.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import { failing, people, type TestCase, type TestCourt } from '#workflows/testing/court.ts';
import { Random } from '#workflows/testing/random.ts';
import { randomBeginning } from '#workflows/testing/random-beginning.ts';
import { randomHappening } from '#workflows/testing/random-happening.ts';
import { randomAnswer } from '#workflows/testing/random-answers.ts';

const minute = 60_000;
const hour = 60 * minute;
/** A case that still runs after this many turns is stuck. */
const mostTurns = 600;

const holders: Partial<Record<string, string>> = { filingClerk: people.filingClerk, operations: people.operations, technician: people.technician };

function randomFacts(random: Random): CaseFacts {
  const fact = () => random.chance(0.03);
  return {
    caseType: random.pick(['civil', 'civil', 'civil', 'administrative', 'criminal'] as const), ...(random.chance(0.3) ? { instance: 'second' as const } : {}), stateSecret: fact(), personalPrivacy: fact(),
    divorceWithClosedHearingRequest: fact(), tradeSecret: fact(), minorDefendant: fact(), otherwiseClosedByLaw: fact(), badSocialEffect: fact(),
  };
}

/** What an appeal is against, and until when it could be made (CPL-171, CPL-286, APL-85, CRPL-230); a late one is for the court to decide about (CPL-86). */
async function randomAppeal(random: Random, { caseType }: CaseFacts, today: ShanghaiDay): Promise<AppealFacts> {
  const decision = random.pick(decisionKinds);
  const servedOn = addDays(today, -random.between(0, 20));
  const noDomicile = caseType === 'civil' && random.chance(0.1);
  const calendar = await stateCouncilCalendar().load([yearOf(servedOn), yearOf(servedOn) + 1]);
  const lastDay = appealPeriod(caseType, decision, servedOn, calendar, noDomicile).value;
  const appellantWas = random.pick(caseType === 'criminal' ? (['plaintiff', 'defendant'] as const) : (['plaintiff', 'defendant', 'thirdParty'] as const));
  return { lowerCaseNumber: '（2026）豫0602民初1号', decision, decidedOn: servedOn, servedOn, appellantWas, ...(noDomicile ? { noDomicile } : {}), lastDay, late: today > lastDay };
}

/** CRPL-108: a criminal case has no third party. */
function randomParticipants(random: Random, { caseType, publicProsecution }: CaseFacts): Participant[] {
  const roles: ParticipantRole[] = publicProsecution ? ['witness', 'defendant'] : caseType === 'criminal' ? ['agent', 'witness', 'defendant'] : ['thirdParty', 'agent', 'witness', 'defendant'];
  const others = Array.from({ length: random.between(0, 2) }, () => random.pick(roles));
  return [
    { participantId: randomUUID(), personId: people.plaintiff, ...(publicProsecution ? { role: 'prosecutor', organisation: { organisationId: randomUUID(), kind: 'procuratorate' } } : { role: 'plaintiff' }) },
    { participantId: randomUUID(), personId: people.defendant, role: 'defendant' },
    ...others.map((role) => ({ participantId: randomUUID(), personId: randomUUID(), role })),
  ];
}

/** Plays the case to its end. @throws Error with the seed when it never ends */
export async function playRandomCase(court: TestCourt, seed: number): Promise<TestCase> {
  const random = new Random(seed);
  court.faults = random.chance(0.15) ? { [random.pick(['issueAcceptance', 'issueNotices', 'bookHearing', 'freezeTranscript', 'composeRecording', 'sealArchive'])]: failing('by chance') } : {};
  const facts = randomFacts(random);
  // CRPL-169: most criminal cases are public prosecutions; ONL-3 keeps many of them in the courtroom.
  if (facts.caseType === 'criminal' && facts.instance !== 'second' && random.chance(0.6)) Object.assign(facts, { publicProsecution: true, noGroundForOnline: random.chance(0.2) });
  const appeal = facts.instance === 'second' ? await randomAppeal(random, facts, dayOf(await court.env.currentTimeMs())) : undefined;
  const privately = facts.caseType === 'criminal' && appeal === undefined && !facts.publicProsecution ? random.pick(prosecutionGrounds) : undefined;
  const the = await court.file({
    facts, participants: randomParticipants(random, facts), appliesForOnline: random.chance(0.5), ...(appeal ? { appeal } : {}), ...(privately ? { prosecutionGround: privately } : {}),
  });
  court.drawsAssessors = random.chance(0.5);
  court.assessorsLeft = random.between(0, 3);
  const played = new Played(court, the, random);
  for (let turn = 0; turn < mostTurns; turn += 1) {
    if (the.data('case-closed').length > 0 && the.openTasks.length === 0 && await played.nothingRuns()) return the;
    await played.turn();
  }
  throw new Error(`Seed ${seed}: the case never ends. Open: ${the.openTasks.map((task) => task.kind).join(', ')}; last: ${JSON.stringify(the.entries.slice(-4))}`);
}

class Played {
  private idle = 0;

  /**
   * The case is closed, and what lives beside it over. Looked at without `result()`, which lets time run on: at times to
   * the test server's own limit of ten years for a workflow.
   */
  async nothingRuns(): Promise<boolean> {
    for (let tries = 0; tries < 200; tries += 1) {
      const [own, ...others] = await Promise.all([this.the.handle, ...this.the.requests].map(async (handle) => (await handle.describe()).status.name === 'RUNNING'));
      if (own === false) return !others.includes(true);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The case is closed, and its workflow still runs');
  }

  constructor(private readonly court: TestCourt, private readonly the: TestCase, private readonly random: Random) {}

  /** One thing that somebody does, or a while in which nobody does anything. */
  async turn(): Promise<void> {
    const done = await this.somebodyActs();
    // What was done shows in the journal a moment later.
    await new Promise((resolve) => setTimeout(resolve, done ? 10 : 20));
    if (done) { this.idle = 0; return; }
    this.idle += 1;
    if (this.idle < 3) return;
    await this.passes(this.sitting ? this.random.between(1, 3) * minute : this.random.between(1, 16) * hour);
    this.idle = 0;
  }

  /**
   * Time passes. Now and then the test server keeps a lock of its time although every workflow that could hold it has ended with
   * nothing open (seen in histories, about once in a hundred cases): a day would then take a day. The lock is given back for it.
   */
  private async passes(milliseconds: number): Promise<void> {
    const standsStill = setTimeout(() => { void this.court.env.connection.testService?.unlockTimeSkipping({}); }, 30_000);
    try { await this.court.env.sleep(milliseconds); } finally { clearTimeout(standsStill); }
  }

  private async somebodyActs(): Promise<boolean> {
    const { random, the } = this;
    const tasks = the.openTasks;
    // What is left are applications for recordings.
    if (the.data('case-closed').length > 0) return tasks.length > 0 && this.answers(random.pick(tasks));
    if (random.chance(0.02) && await this.somethingHappens()) return true;
    if (random.chance(0.02) && await this.somethingBegins()) return true;
    if (random.chance(0.02) && await this.recordingIsAskedFor()) return true;
    const unproven = this.unproven;
    if (unproven.length > 0 && random.chance(0.5)) return this.confirms(random.pick(unproven));
    if (this.sitting && (tasks.length === 0 || random.chance(0.5)) && await this.sessionGoesOn()) return true;
    if (tasks.length === 0) return false;
    // Now and then everybody waits, whatever is open.
    if (random.chance(0.1)) { await this.passes(random.between(1, this.sitting ? 5 : 40) * (this.sitting ? minute : hour)); return true; }
    return this.answers(random.pick(tasks));
  }

  private async answers(task: OpenedTask & { stream: string }): Promise<boolean> {
    // Operations look for the cause first.
    if (task.kind === 'repair-step') this.court.faults = {};
    if (task.kind === 'resume-case' && await this.succession()) return true;
    // REG-7: corrections that never come.
    if (task.kind === 'correct-filing' && this.random.chance(0.3)) { await this.passes(16 * 24 * hour); return true; }
    const outcome = await randomAnswer(this.random, task, this.the);
    return this.tries(() => this.the.complete(task, outcome, task.assignee.personId ?? (task.kind === 'confirm-repair' ? people.operations2 : holders[task.assignee.role] ?? people.operations)));
  }

  /** G1, CPL-53, CPL-148, CPL-153: at any time, in whatever stage. */
  private async somethingHappens(): Promise<boolean> {
    const { random, the } = this;
    const { personId, happening } = randomHappening(random, the);
    return this.tries(() => the.handle.executeUpdate('tellCase', { args: [{ happening, personId, commandId: randomUUID() }] }));
  }

  /** CPL-47, CPL-62, CPL-68, G3: beside the stages. */
  private async somethingBegins(): Promise<boolean> {
    const begun = randomBeginning(this.random, this.the);
    return begun !== undefined && this.tries(() => this.the.handle.executeUpdate(begun.update, { args: [begun.message] }));
  }

  /** G10: a party applies for the recording of a session; the application lives beside its case. */
  private async recordingIsAskedFor(): Promise<boolean> {
    const { random, the, court } = this;
    const [recording] = the.data('recording-composed');
    const applicant = random.pick(the.participants.filter(({ role }) => isParty(role)));
    if (recording === undefined || the.requests.length >= 2) return false;
    const requestId = randomUUID();
    const input: RecordingsRequestInput = {
      requestId, caseId: the.filing.caseId, hearingId: recording.hearingId, recordingId: recording.recordingId, mediaHost: 'media-1',
      participantId: applicant.participantId, personId: applicant.personId, how: random.pick(['view', 'copy'] as const), reason: '核对笔录', judge: the.bench.presidingJudge, clockOffsetMs: 0,
    };
    the.requests.push(await court.env.client.workflow.start('recordingsRequest', { workflowId: recordingsRequestWorkflowId(requestId), taskQueue: courtTaskQueue, args: [input] }));
    return true;
  }

  /** INT-55: an heir takes up the proceedings before they are resumed. */
  private async succession(): Promise<boolean> {
    const { random, the } = this;
    const { participantId: out } = the.data('case-suspended').at(-1) ?? {};
    if (out === undefined || !the.participants.some(({ participantId }) => participantId === out) || random.chance(0.5)) return false;
    return this.tries(() => the.handle.executeUpdate('nameSuccessor', {
      args: [{ out, successor: { participantId: randomUUID(), personId: randomUUID() }, personId: random.pick([the.bench.presidingJudge, the.bench.clerk]), commandId: randomUUID() }],
    }));
  }

  /** Whatever the law refuses now is tried again later, or something else is done. */
  private async tries(act: () => Promise<unknown>): Promise<boolean> {
    let settled = false;
    const acting = act().finally(() => { settled = true; });
    acting.catch(() => undefined);
    // An answer whose step failed waits for operations: meanwhile the others go on.
    while (!settled && !this.the.openTasks.some(({ kind }) => isOfOperations(kind))) await new Promise((resolve) => setTimeout(resolve, 10));
    if (!settled) return true;
    try {
      await acting;
      return true;
    } catch (error) {
      // Refused; or the workflow had ended when it came.
      if (error instanceof WorkflowUpdateFailedError || error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  private get hearingId(): string | undefined {
    return this.the.data('hearing-scheduled').at(-1)?.hearing.hearingId;
  }

  private get unproven(): Participant[] {
    const { the, hearingId } = this;
    if (hearingId === undefined || the.data('stage-entered').at(-1)?.stage !== 'preparation') return [];
    return the.participants.filter(({ participantId }) => !the.data('notice-proven').some((proof) => proof.hearingId === hearingId && proof.participantId === participantId));
  }

  private confirms({ participantId, personId }: Participant): Promise<boolean> {
    return this.tries(() => this.the.handle.executeUpdate('confirmNotice', { args: [{ hearingId: this.hearingId, participantId, personId, commandId: randomUUID() }] }));
  }

  private get sitting(): boolean {
    const { the, hearingId } = this;
    return the.data('hearing-room').some((room) => room.hearingId === hearingId && room.state === 'provisioned')
      && !the.data('hearing-ended').some((end) => end.hearingId === hearingId);
  }

  private async sessionGoesOn(): Promise<boolean> {
    const { random } = this;
    const away = this.away;
    if (away.length > 0) { await this.the.presence('present', [random.pick(away)]); return true; }
    if (this.phase !== 'preparing' && random.chance(0.08)) {
      await this.the.presence('away', [random.pick(this.everybody)], random.pick(['network-loss', 'closed-page', 'deliberate-leave', 'device']));
      return true;
    }
    const { move, as, reason } = this.nextMove;
    return this.tries(() => this.the.move(move, as, reason));
  }

  private get everybody(): string[] {
    return [...judgesOf(this.the.bench), this.the.bench.clerk, ...this.the.participants.map(({ personId }) => personId)];
  }

  private get away(): string[] {
    const { the, hearingId } = this;
    const idOf = (personId: string) => the.participants.find((one) => one.personId === personId)?.participantId ?? personId;
    return this.everybody.filter((personId) => the.data('presence-changed').findLast((change) => change.hearingId === hearingId && change.participantId === idOf(personId))?.state !== 'present');
  }

  private get phase(): string {
    return this.the.data('hearing-phase').findLast((change) => change.hearingId === this.hearingId)?.to ?? 'preparing';
  }

  private get nextMove(): { move: Move; as: 'judge' | 'clerk'; reason?: string } {
    const { phase, random } = this;
    if (phase === 'preparing') return { move: 'read-discipline', as: 'clerk' };
    if (phase === 'discipline') return { move: 'open', as: 'judge' };
    if (phase === 'recess') return { move: 'end-recess', as: random.pick(['judge', 'clerk'] as const) };
    if (phase === 'suspended') return { move: 'resume', as: 'judge' };
    if (random.chance(0.05)) return { move: 'recess', as: 'judge' };
    if (random.chance(0.04)) return { move: random.pick(['adjourn', 'close-withdrawn'] as const), as: 'judge', reason: '按随机生成的案情处理' };
    const items = agenda(this.the.data('hearing-scheduled').at(-1)?.hearing.kind ?? 'trial').map((item) => item.phase);
    const following = items[items.indexOf(phase as (typeof items)[number]) + 1];
    const begin = Object.entries(beginMoves).find(([, to]) => to === following)?.[0] as Move | undefined;
    if (begin === undefined || random.chance(0.1)) return { move: 'close', as: 'judge' };
    return { move: begin, as: 'judge' };
  }
}
