/**
 * The approval of one hearing's livestream (N1 to N4), beside preparation and hearing: screened, assessed by the panel,
 * applied for, decided up the chain; whoever takes part is told and may object. Off unless approved, and what is not
 * decided by the opening is not livestreamed. An approved one ends here as "approved, not yet on air".
 *
 * When the worker dies, Temporal replays this. Effects on the outside: the journal, the SMS of N1, the form (effects.ts).
 */
import { allHandlersFinished, condition, defineSignal, defineUpdate, getExternalWorkflowHandle, setHandler } from '@temporalio/workflow';
import { signals, updates, type CompleteTask, type Journalled, type MoveClock } from '#domain/messages/messages.ts';
import type { CaseChanged, HearingCancelled, LivestreamInput, LivestreamSettled, TellLivestream } from '#domain/messages/livestream.ts';
import { changedFactsSchema } from '#domain/livestream/facts.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { invalid, notFound, refused } from '../support/failures.ts';
import { CourtLivestream } from './court-livestream.ts';
import { FormKeeper } from './effects.ts';

export async function courtLivestream(input: LivestreamInput): Promise<void> {
  const the = new CourtLivestream(input);
  the.begin();
  listen(the);
  const form = new FormKeeper(the);
  the.deadlines.set('opening', Date.parse(input.approval.opening), () => { the.take({ what: 'opening', at: the.clock.iso() }); });

  // What was still asked is taken back by then; the answer that ended it closes its own task.
  const end = await the.ended;
  the.deadlines.clear('opening');
  the.journal.note('livestream-decided', { hearingId: input.hearingId, end });
  // Bound into the confidential volume whatever came of it (N2); the archive waits until it is there.
  await condition(() => allHandlersFinished() && form.current && the.nothingBeside);
  await the.journal.settled();
  await getExternalWorkflowHandle(caseWorkflowId(input.caseId)).signal<[LivestreamSettled]>(signals.livestreamSettled, { hearingId: input.hearingId }).catch(() => undefined);
}

function listen(the: CourtLivestream): void {
  setHandler(defineUpdate<Journalled, [CompleteTask]>(updates.completeTask), (task) => the.tasks.complete(task), {
    validator: (task) => the.tasks.validate(task),
  });
  // Another system of the court answers by the same rules; a wrong or late one is kept as refused.
  setHandler(defineSignal<[CompleteTask]>(signals.answerTask), (task) => the.tasks.answerBySignal(task));
  setHandler(defineUpdate<Journalled, [TellLivestream]>(updates.tellLivestream), (told) => tell(the, told), {
    validator: (told) => validate(the, told),
  });
  setHandler(defineSignal<[HearingCancelled]>(signals.hearingCancelled), ({ reason }) => {
    the.take({ what: 'hearingCancelled', at: the.clock.iso(), reason });
  });
  setHandler(defineSignal<[CaseChanged]>(signals.caseChanged), (change) => { hearOfTheCase(the, change); });
  setHandler(defineSignal<[MoveClock]>(signals.moveClock), (move) => {
    if (!the.clock.moveTo(move.offsetMs)) return;
    the.journal.note('clock-moved', move);
    the.deadlines.clockMoved();
  });
}

/** N4: a new fact of the case screens it again at once. What it knows already, or what comes after its end, changes nothing. */
function hearOfTheCase(the: CourtLivestream, { by, reason, facts, participants, bench }: CaseChanged): void {
  const said = { by, reason, at: the.clock.iso() };
  const known = changedFactsSchema.keyof().options;
  const changed = Object.fromEntries(Object.entries(facts ?? {}).filter(([fact]) => (known as readonly string[]).includes(fact)));
  if (Object.keys(changed).length > 0) the.take({ what: 'factsChanged', facts: changed, ...said });
  if (participants || bench) the.take({ what: 'peopleChanged', ...(participants ? { participants } : {}), ...(bench ? { bench } : {}), ...said });
}

function validate(the: CourtLivestream, told: TellLivestream): void {
  if (the.answered.has(told.commandId)) return;
  if (told.what === 'objection' && !the.isParticipant(told.personId, told.participantId)) throw notFound('participant');
  if (told.what === 'facts') {
    const checked = changedFactsSchema.safeParse(told.facts);
    if (!checked.success) throw invalid(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  }
  const refusal = the.refusalOf(the.eventOf(told));
  if (refusal) throw refused(refusal);
}

function tell(the: CourtLivestream, told: TellLivestream): Journalled {
  const before = the.answered.get(told.commandId);
  if (before) return before;
  const taken = the.take(the.eventOf(told));
  if (typeof taken !== 'number') throw refused(taken);
  const answer = { stream: the.journal.stream, seq: taken };
  the.answered.set(told.commandId, answer);
  return answer;
}
