/** What a hearing's page shows to one person: seats, phase, what is to do, and the moves that they may try. */
import type { SignedInContext } from '#api/context.ts';
import type { HearingDetail, NextOfInterruption } from '#api/contract/hearings.ts';
import { notFound } from '#api/errors.ts';
import { inHearing, viewerOf } from '#api/operations/access.ts';
import { mayWriteNow } from '#api/operations/hearings/transcript.ts';
import { findHearing, hearingByMeetingNumber, type HearingFound } from '#db/queries/hearing-detail.ts';
import { may, movesAs } from '#domain/access/policy.ts';
import { sessionKinds, type SessionKind } from '#domain/case/types.ts';
import { phases, type Phase } from '#domain/hearing/agenda.ts';
import { moveWords } from '#domain/hearing/phase-words.ts';
import { nextPhase, openMoves, type Mover, type SessionFacts, type SessionState } from '#domain/hearing/phases.ts';
import { isRefusal } from '#domain/law/ruled.ts';

export async function getHearing(context: SignedInContext, hearingId: string): Promise<HearingDetail> {
  const standing = await inHearing(context, hearingId, () => ({ do: 'see-hearing' }));
  const hearing = await findHearing(context.sql, hearingId);
  if (!hearing) throw notFound();
  const viewer = viewerOf(context.user);
  const { returnTo: _returnTo, roomOpen: _roomOpen, frozen, tasks, seats, ...shown } = hearing;
  const as = movesAs(standing.relation);
  return {
    ...shown,
    assessorsAwaited: as === null ? [] : shown.assessorsAwaited,
    interruption: shown.interruption && { ...shown.interruption, next: nextOf(hearing) },
    seats: seats.map((seat) => ({ ...seat, me: seat.personId === viewer.personId })),
    moves: as === null ? [] : movesOf(hearing, as),
    tasks: tasks.filter((task) => may(viewer, standing, { do: 'see-task', task: task.subject }).allowed).map((task) => ({
      taskId: task.taskId, kind: task.subject.kind, mine: may(viewer, standing, { do: 'answer-task', task: task.subject }).allowed, facts: task.facts, dueAt: task.dueAt,
    })),
    may: {
      writeTranscript: mayWriteNow(standing, hearing.state, frozen) && may(viewer, standing, { do: 'write-transcript' }).allowed,
      reopenTranscript: frozen && standing.stage === 'signing' && may(viewer, standing, { do: 'reopen-transcript' }).allowed,
    },
  };
}

/** G12: decided, verified, ruled on where somebody left without reason, stable, resumed. */
function nextOf({ phase, tasks }: Pick<HearingFound, 'phase' | 'tasks'>): NextOfInterruption {
  const open = (kind: string) => tasks.some(({ subject }) => subject.kind === kind);
  if (open('resume-hearing')) return 'resume';
  if (open('rule-on-departure')) return 'rule';
  if (open('verify-cause')) return 'verify';
  return phase === 'suspended' ? 'stability' : 'decide';
}

/** G7: log in with the meeting number. A hearing of other people is not found. */
export async function findByMeetingNumber(context: SignedInContext, meetingNumber: string): Promise<{ hearingId: string }> {
  const hearingId = await hearingByMeetingNumber(context.sql, meetingNumber);
  // The same answer as for a meeting of others: whoever tries numbers does not learn which ones there are.
  if (hearingId === null) throw notFound();
  await inHearing(context, hearingId, () => ({ do: 'see-hearing' }));
  return { hearingId };
}

/** For the citation beside a button: under which articles the move would be made if nothing stood against it. */
const nothingMissing: SessionFacts = {
  participants: [], judgePresent: true, clerkPresent: true, courtroomTested: true, recordingRunning: true, causeVerified: true, networkStable: true,
};

export function movesOf(hearing: Pick<HearingFound, 'kind' | 'phase' | 'returnTo' | 'state'>, as: Mover): HearingDetail['moves'] {
  const { kind, phase, returnTo } = hearing;
  if (hearing.state !== 'open' || !isPhase(phase) || !isSessionKind(kind)) return [];
  const state: SessionState = { kind, phase, returnTo };
  return openMoves(state, as).map((move) => {
    const made = nextPhase(state, move, nothingMissing, as);
    return { move, title: moveWords[move], articles: isRefusal(made) ? [] : [...made.articles] };
  });
}

const isPhase = (phase: string): phase is Phase => (phases as readonly string[]).includes(phase);
const isSessionKind = (kind: string): kind is SessionKind => (sessionKinds as readonly string[]).includes(kind);
