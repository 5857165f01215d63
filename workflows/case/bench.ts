/**
 * Somebody leaves the bench: recused (CPL-47 to CPL-50, APL-55, CRPL-29 to CRPL-32) or replaced. The one who follows is allotted by the rotation; open
 * tasks, bookings, the room and the livestream's panel follow, and the parties are told (CPL-131).
 */
import { uuid4 } from '@temporalio/workflow';
import type { ChangePeople } from '#domain/messages/people.ts';
import { admitRecusal, articlesOfRecusal, decidesOfOneself, recusalDecidedBy, seatOf, whoDecidesRecusal, type BenchSeat } from '#domain/court/recusal.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { articlesOn } from '#domain/law/articles.ts';
import { leaveBench } from './bench-seats.ts';
import type { CourtCase } from './court-case.ts';

type Asked<W extends ChangePeople['what']> = Extract<ChangePeople, { what: W }>;

/** The validator admitted it: a first application, or a reconsideration of a decision. */
export function recusal(the: CourtCase, { of, ground, reason, personId }: Asked<'recusal'>): number {
  const day = dayOf(the.clock.now());
  const { caseType } = the.filing.facts;
  const seat = seatOf(the.allotted, of) as BenchSeat;
  const before = the.people.askedBefore(of, personId);
  const admitted = admitRecusal({ seat, caseType, stage: the.people.stage, debateEnded: false, before, day });
  const again = before?.state === 'rejected';
  const asked = again ? before : { recusalId: uuid4(), of, by: personId, state: 'open' as const, reconsidered: false };
  asked.state = 'open';
  asked.reconsidered = again;
  if (!again) the.people.recusals.push(asked);
  const { recusalId } = asked;
  const seq = the.journal.note('recusal-asked', { recusalId, of, seat, ground, reason, by: personId, again, articles: admitted.articles });
  the.accompany(async () => {
    const decider = whoDecidesRecusal(seat, caseType, day);
    const task = the.tasks.open('decide-recusal', {
      assignee: decider.value === 'judge' ? the.forJudge() : { role: decider.value },
      facts: { recusalId, of, seat, ground, reason, by: personId, again }, dueAt: recusalDecidedBy(the.calendar, day),
      check: (_outcome, by) => decidesOfOneself(by, of, caseType, day),
    });
    const decided = await task.ended;
    if (decided.how !== 'answered') { asked.state = 'rejected'; return; }
    const sustained = decided.outcome.decision === 'sustain';
    asked.state = sustained ? 'sustained' : 'rejected';
    the.journal.note('recusal-decided', { recusalId, of, seat, sustained, reason: decided.outcome.reason, by: decided.by, articles: articlesOfRecusal(caseType, day) });
    if (sustained) await leaveBench(the, of, 'recusal');
  });
  return seq;
}

export function replacement(the: CourtCase, { of, reason, personId }: Asked<'replacement'>): number {
  const seat = seatOf(the.allotted, of) as BenchSeat;
  the.people.replacing.add(of);
  const seq = the.journal.note('replacement-asked', { of, seat, reason, by: personId });
  the.accompany(async () => {
    const decided = await the.tasks.open('decide-replacement', { assignee: { role: 'divisionHead' }, facts: { of, seat, reason, by: personId } }).ended;
    the.people.replacing.delete(of);
    if (decided.how !== 'answered') return;
    the.journal.note('decision', {
      what: 'replacement', value: { of, seat, ...decided.outcome }, articles: articlesOn(dayOf(the.clock.now()), 'CPL-44'), by: decided.by,
    });
    if (decided.outcome.decision === 'replace') await leaveBench(the, of, 'replacement');
  });
  return seq;
}
