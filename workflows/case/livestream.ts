/**
 * N2: the judge in charge intends to livestream a scheduled hearing. The case starts the approval as a workflow of its
 * own, once a hearing, and tells it when the hearing is not held. Without that, a case knows nothing of livestreams.
 */
import { getExternalWorkflowHandle, ParentClosePolicy, startChild, workflowInfo } from '@temporalio/workflow';
import { dayOf } from '#domain/calendar/day.ts';
import { courtTaskQueue, livestreamWorkflowId } from '#domain/case/ids.ts';
import type { PersonId } from '#domain/case/ids.ts';
import { judgesOf, type CaseFacts, type ScheduledHearing } from '#domain/case/types.ts';
import { courtChain } from '#domain/court/livestream-chain.ts';
import { chainProblems } from '#domain/livestream/chain.ts';
import { intendedFactsSchema, statedFacts } from '#domain/livestream/facts.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import type { CaseChanged, HearingCancelled, IntendLivestream, LivestreamInput, LivestreamSettled } from '#domain/messages/livestream.ts';
import { signals, type Journalled } from '#domain/messages/messages.ts';
import { invalid, notFound, refused } from '../support/failures.ts';
import type { CourtCase } from './court-case.ts';

/** The Update's validator: synchronous. */
export function validateIntent(courtCase: CourtCase, intent: IntendLivestream): void {
  const before = courtCase.livestreams.get(intent.hearingId);
  if (before?.commandId === intent.commandId) return;
  if (intent.personId !== courtCase.bench?.presidingJudge) throw notFound('hearing');
  const hearing = courtCase.hearings.at(-1);
  if (hearing?.hearingId !== intent.hearingId) throw notFound('hearing');
  const checked = intendedFactsSchema.safeParse(intent.facts);
  if (!checked.success) throw invalid(checked.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
  const refusal = refusalOf(courtCase, hearing);
  if (refusal) throw refused(refusal);
}

function refusalOf(courtCase: CourtCase, hearing: ScheduledHearing): Refusal | undefined {
  // Kept on record even when it ended: what was decided for a hearing stands.
  if (courtCase.livestreams.has(hearing.hearingId)) return intendedAlready;
  if (courtCase.notHeld.has(hearing.hearingId)) return notHeld;
  if (courtCase.clock.now() >= Date.parse(hearing.startsAt)) return tooLate;
  if (courtCase.people.awaited.size > 0) return panelIncomplete;
  return chainProblems(courtChain)[0];
}

export async function intendLivestream(courtCase: CourtCase, intent: IntendLivestream): Promise<Journalled> {
  const stream = livestreamWorkflowId(intent.hearingId);
  const before = courtCase.livestreams.get(intent.hearingId);
  if (before?.commandId === intent.commandId) return { stream: courtCase.journal.stream, seq: before.seq };
  const hearing = courtCase.hearing;
  const seq = courtCase.journal.note('livestream-intended', { hearingId: intent.hearingId, stream, by: intent.personId });
  // Before anything is awaited: a second command finds that it is intended already.
  courtCase.livestreams.set(intent.hearingId, { commandId: intent.commandId, seq, opening: hearing.startsAt, settled: false });
  courtCase.streams.push(stream);
  const input: LivestreamInput = {
    caseId: courtCase.filing.caseId, hearingId: intent.hearingId, by: intent.personId, calendar: courtCase.calendar, clockOffsetMs: courtCase.clock.offset,
    approval: {
      judgeInCharge: courtCase.allotted.presidingJudge, panel: judgesOf(courtCase.allotted), participants: courtCase.participants, chain: courtChain,
      opening: hearing.startsAt, day: dayOf(Date.parse(hearing.startsAt)), facts: statedFacts(courtCase.filing.facts, intendedFactsSchema.parse(intent.facts), hearing.kind),
    },
  };
  // Abandoned on purpose, as the hearing is: a case that continues as new must not end it.
  await startChild('courtLivestream', {
    workflowId: stream, args: [input], taskQueue: courtTaskQueue, parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: 'REJECT_DUPLICATE', workflowTaskTimeout: workflowInfo().taskTimeoutMs,
  });
  return { stream: courtCase.journal.stream, seq };
}

/** The hearing is cancelled or over: nothing more of it is livestreamed. One whose opening has come is decided already. */
export async function noLivestreamOf(courtCase: CourtCase, hearingId: string, reason: string): Promise<void> {
  courtCase.notHeld.add(hearingId);
  if (!awaited(courtCase).includes(hearingId)) return;
  await getExternalWorkflowHandle(livestreamWorkflowId(hearingId)).signal<[HearingCancelled]>(signals.hearingCancelled, { reason }).catch(() => undefined);
}

/**
 * What changed of the case is told to every livestream that is still being approved: it is screened again at once (N4).
 * Called by whatever changes facts, participants or the bench, after it changed them here.
 */
export async function tellLivestreams(courtCase: CourtCase, change: CaseChanged): Promise<void> {
  for (const hearingId of awaited(courtCase)) {
    await getExternalWorkflowHandle(livestreamWorkflowId(hearingId)).signal<[CaseChanged]>(signals.caseChanged, change).catch(() => undefined);
  }
}
export const tellLivestreamsFacts = (courtCase: CourtCase, facts: Partial<CaseFacts>, by: PersonId, reason: string): Promise<void> => tellLivestreams(courtCase, { facts, by, reason });

/** N2: the approval's form and journal are kept. */
export function settleLivestream(courtCase: CourtCase, { hearingId }: LivestreamSettled): void {
  const begun = courtCase.livestreams.get(hearingId);
  if (begun) courtCase.livestreams.set(hearingId, { ...begun, settled: true });
}
export const allLivestreamsSettled = (courtCase: CourtCase): boolean => [...courtCase.livestreams.values()].every(({ settled }) => settled !== false);

/** Livestreams that wait for their opening. */
export const awaited = (courtCase: CourtCase): string[] =>
  [...courtCase.livestreams].filter(([, { opening }]) => Date.parse(opening) > courtCase.clock.now()).map(([hearingId]) => hearingId);

const intendedAlready: Refusal = {
  code: 'livestream-intended-already', articles: ['N2'], message: { zh: '本次庭审已经启动直播审批。', en: 'The approval of this hearing’s livestream was begun already.' },
};
const notHeld: Refusal = {
  code: 'hearing-not-held', articles: ['N2'], message: { zh: '本次排期已取消或者庭审已结束。', en: 'This hearing is cancelled or over.' },
};
const tooLate: Refusal = {
  code: 'livestream-too-late', articles: ['N2'], message: { zh: '已到开庭时间，不能再申请直播。', en: 'The time of the opening has come: too late for a livestream.' },
};
/** Every member of the panel assesses the risk: whoever has not accepted yet is none. */
const panelIncomplete: Refusal = {
  code: 'panel-incomplete', articles: ['N2', 'PAL-18', 'PAL-19'], message: { zh: '被邀请的人民陪审员尚未接受参审，合议庭不完整，不能启动直播审批。', en: 'A people’s assessor who was invited has not accepted: the panel that assesses the risk is incomplete.' },
};
