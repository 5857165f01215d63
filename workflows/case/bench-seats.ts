/**
 * The seats of the bench: who leaves, who follows, and whom the case waits for. Judges, clerks and technicians are allotted;
 * people's assessors are drawn and asked (PAL-19), declare that no ground of recusal exists (PAL-18), or make room for the
 * next one (PAI-3); with nobody left to be drawn the division head decides who completes the panel (CPL-40). All of it
 * beside the stages: the case goes on, its session is not opened before everybody drawn has accepted (domain/hearing/phases.ts).
 */
import type { ChangedBench } from '#activities/court-activities.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { PersonId } from '#domain/case/ids.ts';
import { judgesOf } from '#domain/case/types.ts';
import { seatOf, type BenchSeat } from '#domain/court/recusal.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { OutcomeOf } from '#domain/tasks/catalogue.ts';
import { court } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { tellLivestreams } from './livestream.ts';
import { tellApplications, tellHearing } from './hearing-people.ts';

type Why = 'recusal' | 'replacement' | 'invitation';
type Answer = Exclude<OutcomeOf<'answer-assessor-invitation'>, { decision: 'accept' }>;

/** Asks everybody of the panel who was drawn from the list of assessors; the case does not wait. */
export function inviteAssessors(the: CourtCase, assessors: readonly PersonId[]): void {
  for (const assessor of assessors) invite(the, assessor);
}

function invite(the: CourtCase, assessor: PersonId): void {
  the.people.awaited.add(assessor);
  the.accompany(async () => {
    const task = the.tasks.open('answer-assessor-invitation', { assignee: { role: 'peoplesAssessor', personId: assessor }, endsWhenOverdue: true });
    the.journal.note('assessor-invited', { of: assessor, taskId: task.taskId, articles: citing(the, 'PAL-19', 'PAI-3') });
    const answer = await task.ended;
    // The case is over, or the assessor left the panel in another way.
    if (answer.how === 'withdrawn') return;
    if (answer.how === 'answered' && answer.outcome.decision === 'accept') return accepted(the, assessor);
    const declined = answer.how === 'answered' ? answer.outcome as Answer : undefined;
    noteDeclined(the, assessor, declined);
    await leaveBench(the, assessor, 'invitation', declined);
  });
}

async function accepted(the: CourtCase, assessor: PersonId): Promise<void> {
  the.people.awaited.delete(assessor);
  the.journal.note('assessor-answered', { of: assessor, how: 'accepted', articles: citing(the, 'PAL-2', 'PAL-18') });
  await tellHearing(the, { what: 'assessors', awaited: [...the.people.awaited] });
}

function noteDeclined(the: CourtCase, of: PersonId, answer: Answer | undefined): void {
  switch (answer?.decision) {
    case undefined: the.journal.note('assessor-answered', { of, how: 'lapsed', articles: citing(the, 'PAL-19', 'PAI-3') }); return;
    case 'decline': the.journal.note('assessor-answered', { of, how: 'declined', reason: answer.reason, articles: citing(the, 'PAL-27', 'PAI-3') }); return;
    case 'recuse': the.journal.note('assessor-answered', { of, how: 'recused', ground: answer.ground, reason: answer.reason, articles: citing(the, 'PAL-18', 'CPL-47') });
  }
}

/** Whoever leaves makes room for the next one; open work, bookings, the room and the livestream's panel follow. */
export async function leaveBench(the: CourtCase, from: PersonId, why: Why, declined?: Answer): Promise<void> {
  const seat = seatOf(the.allotted, from);
  // Two ways may lead to the same end: who has left already, or makes room already, leaves no second time.
  if (seat === undefined || the.people.makingRoom.has(from)) return;
  the.people.offTheBench.add(from);
  the.tasks.withdrawAll('该人员退出本案', (task) => task.kind === 'answer-assessor-invitation' && task.assignee.personId === from);
  if (why === 'invitation') the.people.makingRoom.add(from);
  const changed = await followed(the, from, seat, declined);
  the.people.makingRoom.delete(from);
  if (!changed) return;
  const { bench, to, clashes, applications = [], assessor } = changed;
  the.bench = bench;
  the.journal.note('bench-changed', { bench, seat, from, to, why, clashes, articles: citing(the, ...articlesOf[why]) });
  the.people.awaited.delete(from);
  if (assessor) invite(the, to);
  the.tasks.reassign(from, to);
  await tellHearing(the, { what: 'bench', bench, from, to, ...(the.people.awaited.size > 0 ? { awaited: [...the.people.awaited] } : {}) });
  await tellApplications(applications, { what: 'bench', bench, from, to });
  if (seat === 'presidingJudge' || seat === 'panelMember') {
    await tellLivestreams(the, { by: to, reason: '审判人员变更', bench: { judgeInCharge: bench.presidingJudge, panel: judgesOf(bench) } });
  }
  if (seat === 'technician') return;
  await the.journal.settled();
  await the.steps.attempt('tellBenchChange', court.tellBenchChange, { caseId: the.filing.caseId, seat, from, to });
}

const articlesOf: Record<Why, readonly ArticleId[]> = { recusal: ['CPL-47', 'CPL-131'], replacement: ['CPL-44', 'CPL-131'], invitation: ['PAL-19', 'PAI-3', 'CPL-131'] };

/** Who follows, by the rotation or the draw. Undefined: the bench stays as it is. */
async function followed(the: CourtCase, from: PersonId, seat: BenchSeat, declined: Answer | undefined): Promise<ChangedBench | undefined> {
  let instead: 'judge' | undefined;
  for (;;) {
    const upcoming = the.hearings.filter((hearing) => Date.parse(hearing.endsAt) > the.clock.now()).map(({ hearingId }) => hearingId);
    const changed = await the.steps.attempt('changeBench', court.changeBench, {
      caseId: the.filing.caseId, from, seat, passedOver: [...the.people.offTheBench], upcoming, ...(instead === undefined ? {} : { instead }),
    });
    if (changed.done && !('nobody' in changed.value)) return changed.value;
    // Whose step operations ended keeps the seat. Who was drawn and has not accepted has none to keep.
    if (!changed.done && !the.people.awaited.has(from)) return undefined;
    const decided = await whoCompletesThePanel(the, from, seat, declined);
    if (decided === undefined) return undefined;
    instead = decided === 'judge' ? 'judge' : undefined;
  }
}

/** Undefined: the case is over before anybody decided. */
async function whoCompletesThePanel(the: CourtCase, from: PersonId, seat: BenchSeat, declined: Answer | undefined): Promise<'judge' | 'again' | undefined> {
  the.people.awaited.add(from);
  await tellHearing(the, { what: 'assessors', awaited: [...the.people.awaited] });
  const facts = { of: from, seat, ...(declined === undefined ? {} : { reason: declined.reason }), ...(declined?.decision === 'recuse' ? { ground: declined.ground } : {}) };
  const decided = await the.tasks.open('fill-assessor-seat', { assignee: { role: 'divisionHead' }, facts }).ended;
  if (decided.how !== 'answered') return undefined;
  const { decision, reason } = decided.outcome;
  the.journal.note('decision', { what: 'assessor-seat', value: { of: from, decision, reason }, articles: citing(the, 'CPL-40', 'PAL-19'), by: decided.by });
  return decision;
}

const citing = (the: CourtCase, ...articles: readonly ArticleId[]): readonly ArticleId[] => articlesOn(dayOf(the.clock.now()), ...articles);
