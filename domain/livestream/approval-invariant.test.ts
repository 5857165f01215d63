import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#domain/law/ruled.ts';
import { applyToApproval, type ApprovalEvent } from './approval.ts';
import { isApproved, lacking, stepNow, type ApplicationContent, type Approval } from './approval-state.ts';
import { approved, assessed, applied, before, changed, content, decided, joined, moved, objected, officers, opening, refusedBy, returned, soleJudge, start, told } from './testing/sample-approval.ts';

/**
 * The invariant again, told by the events that were taken alone, without any state: what must have happened after what.
 * The machine and this must agree after every event of thousands of random sequences.
 */
function approvedByTheRecord(record: readonly ApprovalEvent[]): boolean {
  const of = <W extends ApprovalEvent['what']>(what: W) => record.map((event, at) => ({ event: event as Extract<ApprovalEvent, { what: W }>, at })).filter(({ event }) => event.what === what);
  const last = (what: ApprovalEvent['what']) => of(what).at(-1)?.at ?? -1;

  // What ends it ends it for good.
  if (of('withdrawn').length + of('stepRefused').length + of('hearingCancelled').length > 0) return false;
  if (of('assessed').some(({ event }) => event.level === 'high') || of('objectionDecided').some(({ event }) => event.wellFounded)) return false;
  if (of('factsChanged').some(({ event }) => event.facts.tradeSecret === true)) return false;
  const opened = last('opening');
  if (opened >= 0) return approvedByTheRecord(record.slice(0, opened));

  const benches = of('peopleChanged').filter(({ event }) => event.bench);
  const facts = Math.max(last('factsChanged'), benches.at(-1)?.at ?? -1);
  const panel = benches.at(-1)?.event.bench?.panel ?? ['judge', 'second'];
  const people = of('peopleChanged').reduce((known, { event }) => event.participants ?? known, start.participants).map(({ participantId }) => participantId);
  const application = last('applied');
  if (!panel.every((member) => of('assessed').some(({ event, at }) => event.by === member && at > facts))) return false;
  if (application <= facts || last('stepReturned') > application) return false;
  if (!people.every((id) => record.some((event) => (event.what === 'told' || event.what === 'objected') && event.participantId === id))) return false;
  if (!of('objected').every(({ event }) => of('objectionDecided').some((decision) => decision.event.objectionId === event.objectionId))) return false;

  const massInterest = of('factsChanged').reduce((so, { event }) => event.facts.massInterest ?? so, false);
  const steps = ['technical-screening', 'division-head', 'vice-president', ...(massInterest ? ['report-intermediate', 'report-provincial'] : [])];
  const final = of('applied').at(-1)?.event.content;
  return steps.every((step) => of('stepApproved').some(({ event, at }) => {
    if (event.step !== step || at < facts) return false;
    const seen = of('applied').filter((one) => one.at < at).at(-1)?.event.content;
    const since = of('applied').filter((one) => one.at > at).map((one) => one.event.content);
    // The screening looks at the technical arrangement alone; the offices after it at everything.
    const same = (a: ApplicationContent | undefined, b: ApplicationContent | undefined) => (step === 'technical-screening'
      ? a?.technicalArrangement === b?.technicalArrangement : JSON.stringify(a) === JSON.stringify(b));
    return same(seen, final) && since.every((one) => same(one, seen));
  }));
}

/** What would bring it on, taken from what is lacking. */
function helpful(approval: Approval, pick: number, fresh: number): ApprovalEvent {
  const lacks = lacking(approval).filter(({ lack }) => lack !== 'step' || stepNow(approval));
  const one = lacks[pick % Math.max(lacks.length, 1)];
  switch (one?.lack) {
    case 'assessment': return assessed(one.of, pick % 3 === 0 ? 'general' : 'low');
    case 'application': return applied({ incidentPlan: `plan ${fresh}` });
    case 'step': return approved(stepNow(approval)?.id ?? one.step);
    case 'notice': return told(one.of);
    case 'objectionUndecided': return decided(false, one.objectionId);
    case 'ended': case 'excluded': case undefined: return returned(stepNow(approval)?.id ?? 'division-head');
  }
}

const person = fc.constantFrom('judge', 'second', 'head', 'vice', 'technician', 'tmo', 'stranger');
const step = fc.constantFrom(...Object.keys(officers));
const at = fc.oneof({ weight: 30, arbitrary: fc.constant(before) }, { weight: 1, arbitrary: fc.constant(opening) });
const change: fc.Arbitrary<Partial<ApplicationContent>> = fc.constantFrom({}, { technicalArrangement: '双机位' }, { incidentPlan: '新预案' }, { opinion: '补充意见' }, { ...content, outcomePlan: '判决' });
const anything: fc.Arbitrary<ApprovalEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(person, fc.constantFrom('low' as const, 'general' as const), at).map(([by, level, when]) => assessed(by, level, when)) },
  { weight: 4, arbitrary: fc.tuple(change, person, at).map(([more, by, when]) => applied(more, by, when)) },
  { weight: 4, arbitrary: fc.tuple(change, at).map(([more, when]) => applied(more, 'judge', when)) },
  { weight: 4, arbitrary: fc.tuple(step, person, at).map(([which, by, when]) => approved(which, by, when)) },
  { weight: 4, arbitrary: step.map((which) => approved(which)) },
  { weight: 4, arbitrary: step.map((which) => returned(which)) },
  { weight: 2, arbitrary: fc.constantFrom('p1', 'p2', 'p9').map((who) => told(who)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('p1', 'p2', 'p9'), fc.constantFrom('o1', 'o2', 'o3')).map(([who, id]) => objected(who, id)) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('o1', 'o2', 'o3'), person).map(([id, by]) => decided(false, id, by)) },
  { weight: 2, arbitrary: fc.constantFrom({ massInterest: true }, { massInterest: false }, { causeFamily: 'tort' as const }, { causeFamily: 'contract' as const }).map((facts) => changed(facts)) },
  { weight: 2, arbitrary: fc.constantFrom({ participants: joined }, { participants: start.participants }, { bench: soleJudge }, { bench: { judgeInCharge: 'judge', panel: ['judge', 'second'] } }).map((people) => moved(people)) },
  // What ends it, seldom.
  { weight: 1, arbitrary: fc.oneof(
    person.map((by) => assessed(by, 'high')), step.map((which) => refusedBy(which)), fc.constant(changed({ tradeSecret: true })), fc.constantFrom('o1', 'o2').map((id) => decided(true, id)),
    fc.constant<ApprovalEvent>({ what: 'withdrawn', by: 'judge', at: before, reason: '撤回' }), fc.constant<ApprovalEvent>({ what: 'hearingCancelled', at: before, reason: '延期' }),
    fc.constant<ApprovalEvent>({ what: 'opening', at: opening }),
  ) },
);
const attempt = fc.oneof({ weight: 3, arbitrary: fc.nat(1000) }, { weight: 1, arbitrary: anything });

test('whatever happens, in whatever order: approved only with every approval in force, no objection undecided, nothing that excludes it', () => {
  let reached = 0;
  let lost = 0;
  fc.assert(fc.property(fc.array(attempt, { minLength: 8, maxLength: 50 }), (attempts) => {
    let approval = start;
    const record: ApprovalEvent[] = [];
    attempts.forEach((one, index) => {
      const event = typeof one === 'number' ? helpful(approval, one, index) : one;
      const outcome = applyToApproval(approval, event);
      if (isRefusal(outcome)) return;
      const was = isApproved(approval);
      const now = isApproved(outcome.value);
      record.push(event);
      // Plain comparisons: expect() a hundred thousand times costs a minute.
      if (now !== approvedByTheRecord(record)) throw new Error(`The machine says ${now}, the record the opposite: ${JSON.stringify(record)}`);
      for (const kept of ['assessments', 'applications', 'approvals', 'returns', 'objections', 'told'] as const) {
        if (outcome.value[kept].length < approval[kept].length) throw new Error(`${event.what} lost ${kept}`);
      }
      if (outcome.articles.length === 0) throw new Error(`${event.what} cites nothing`);
      approval = outcome.value;
      if (!was && now) reached += 1;
      if (was && !now) lost += 1;
    });
  }), { numRuns: 2000 });
  // The sequences do come to approvals, and lose them again: the test looks at something.
  expect(reached).toBeGreaterThan(200);
  expect(lost).toBeGreaterThan(50);
});
