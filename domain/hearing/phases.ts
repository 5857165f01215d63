import type { SessionKind } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal, Ruled, Words } from '#domain/law/ruled.ts';
import { agenda, isOpenPhase, mayCloseFrom, type OpenPhase, type Phase } from './agenda.ts';

/**
 * The legal phase machine of a session: which move is open in which phase, to whom, and under what conditions.
 * preparing -> discipline -> the agenda of the kind of session -> closed; recess and suspension lead back to the
 * phase that they interrupted; an adjournment ends the session.
 */

/** Where a session stands. Plain data; `returnTo` is set in recess and suspension, else null. */
export type SessionState = { readonly kind: SessionKind; readonly phase: Phase; readonly returnTo: OpenPhase | null };

export const beginMoves = {
  'begin-questions': 'questions', 'begin-evidence': 'evidence', 'begin-issues': 'issues', 'begin-debate': 'debate',
  'begin-final-statements': 'finalStatements', 'begin-mediation': 'mediation', 'begin-pronouncement': 'pronouncement',
  'begin-service': 'service',
} as const satisfies Record<string, OpenPhase>;
type BeginMove = keyof typeof beginMoves;

export const moves = [
  'read-discipline', 'open', ...(Object.keys(beginMoves) as BeginMove[]),
  'recess', 'end-recess', 'suspend', 'resume', 'adjourn', 'close-withdrawn', 'close',
] as const;
export type Move = (typeof moves)[number];

/** Who makes the move: the presiding or sole judge, the clerk, the hearing by itself (G12), or its case, which has ended or stands still. */
export type Mover = 'judge' | 'clerk' | 'system' | 'case';

export type ParticipantFacts = {
  readonly participantId: string;
  /** Without this person the session cannot be held. */
  readonly required: boolean;
  readonly present: boolean;
  readonly identityVerified: boolean;
  /** Proven by confirmation or phone, or waived by the judge with a reason (G4). */
  readonly noticeProven: boolean;
  readonly disciplineAcknowledged: boolean;
  /** The judge ruled that the session goes on without this person (CPL-146, CPL-147). */
  readonly absenceRuled?: boolean;
};

/** What is known at the moment of the move. */
export type SessionFacts = {
  readonly participants: readonly ParticipantFacts[];
  readonly judgePresent: boolean;
  /** PAL-19: an assessor who was drawn has not accepted; absent where none is. */
  readonly assessorAwaited?: boolean;
  readonly clerkPresent: boolean;
  readonly courtroomTested: boolean;
  readonly recordingRunning: boolean;
  /** The judge verified the cause of the interruption (G12). */
  readonly causeVerified?: boolean;
  /** The network of everybody required has been stable for the policy's time (G12). */
  readonly networkStable?: boolean;
};

export type ConditionCode =
  | 'notice-not-proven' | 'identity-not-verified' | 'participant-absent' | 'discipline-not-acknowledged'
  | 'courtroom-not-tested' | 'assessor-not-accepted' | 'judge-absent' | 'clerk-absent' | 'not-recording' | 'cause-not-verified' | 'network-not-stable';

export type UnmetCondition = {
  readonly code: ConditionCode;
  readonly articles: readonly ArticleId[];
  readonly message: Words;
  /** Whom it is about; empty where it is about the court. */
  readonly participantIds: readonly string[];
};

export type PhaseRefusal = Refusal<'move-not-open' | 'not-yours-to-make' | 'agenda-not-finished' | ConditionCode, { readonly unmet: readonly UnmetCondition[] }>;

type Rule = { readonly by: readonly Mover[]; readonly needs: readonly ConditionCode[]; readonly articles: readonly ArticleId[] };

// CPL-140, CPL-144: the clerk reads the discipline, the presiding or sole judge opens, rules and closes.
// G7: judge and clerk both work the steps between, the clerk at the judge's word.
const sitting: readonly ConditionCode[] = ['judge-absent', 'participant-absent', 'not-recording'];
const rules: Record<Exclude<Move, BeginMove>, Rule> = {
  'read-discipline': { by: ['clerk'], articles: ['G6', 'CPL-140'], needs: ['notice-not-proven', 'identity-not-verified', 'participant-absent', 'courtroom-not-tested'] },
  open: { by: ['judge'], articles: ['G6', 'G7', 'CPL-140', 'REC-3'], needs: ['assessor-not-accepted', 'judge-absent', 'clerk-absent', 'participant-absent', 'discipline-not-acknowledged', 'not-recording'] },
  recess: { by: ['judge', 'clerk'], articles: ['G7', 'REC-3'], needs: [] },
  'end-recess': { by: ['judge', 'clerk'], articles: ['G7', 'REC-3'], needs: sitting },
  suspend: { by: ['judge', 'system'], articles: ['G12'], needs: [] },
  resume: { by: ['judge'], articles: ['G12'], needs: ['cause-not-verified', 'network-not-stable', ...sitting] },
  adjourn: { by: ['judge', 'case'], articles: ['CPL-149'], needs: [] },
  // The judge rules on a withdrawal; with it, or with a settlement, the session ends wherever its agenda is.
  'close-withdrawn': { by: ['judge', 'case'], articles: ['CPL-148', 'G7', 'REC-3'], needs: [] },
  close: { by: ['judge'], articles: ['G7', 'REC-3'], needs: [] },
};

export const startOfSession = (kind: SessionKind): SessionState => ({ kind, phase: 'preparing', returnTo: null });

/**
 * Makes the move, or says under which rule it is refused. A refusal for unmet conditions names all of them in
 * `data.unmet`, and its code is the first one's.
 */
export function nextPhase(state: SessionState, move: Move, facts: SessionFacts, by: Mover): Ruled<SessionState> | PhaseRefusal {
  const rule = ruleFor(state.kind, move);
  if (rule === undefined) return refuse('move-not-open', ['G1', 'G7'], '此类庭次没有这一环节。', 'This kind of session has no such step.');
  const reached = destination(state, move);
  if (reached === 'not-open') return refuse('move-not-open', rule.articles, '当前环节不能进行此操作。', 'This step is not open in the present phase.');
  if (reached === 'not-finished') return refuse('agenda-not-finished', ['G7', 'CPL-144'], '庭审各环节尚未完成，不能闭庭。', 'The agenda is not finished; the session cannot be closed yet.');
  if (!rule.by.includes(by)) return refuse('not-yours-to-make', rule.articles, '您无权进行此操作。', 'This step is not yours to make.');
  const unmet = rule.needs.map((code) => checkCondition(code, facts)).filter((found) => found !== null);
  const first = unmet[0];
  if (first !== undefined) {
    return {
      code: first.code, data: { unmet }, articles: [...new Set(unmet.flatMap((condition) => condition.articles))],
      message: { zh: unmet.map((condition) => condition.message.zh).join(''), en: unmet.map((condition) => condition.message.en).join(' ') },
    };
  }
  return { value: reached, articles: rule.articles };
}

/** The moves that the phase leaves to this person, whatever the facts: the buttons that a page shows. */
export function openMoves(state: SessionState, by: Mover): readonly Move[] {
  return moves.filter((move) => ruleFor(state.kind, move)?.by.includes(by) && typeof destination(state, move) === 'object');
}

function ruleFor(kind: SessionKind, move: Move): Rule | undefined {
  if (!isBegin(move)) return rules[move];
  const item = agenda(kind).find((entry) => entry.phase === beginMoves[move]);
  return item && { by: ['judge', 'clerk'], needs: sitting, articles: item.articles };
}

function isBegin(move: Move): move is BeginMove {
  return move in beginMoves;
}

function destination(state: SessionState, move: Move): SessionState | 'not-open' | 'not-finished' {
  const { kind, phase } = state;
  const to = (next: Phase, returnTo: OpenPhase | null = null): SessionState => ({ kind, phase: next, returnTo });
  if (isBegin(move)) {
    const item = agenda(kind).find((entry) => entry.phase === beginMoves[move]);
    return item !== undefined && isOpenPhase(phase) && item.from.includes(phase) ? to(item.phase) : 'not-open';
  }
  switch (move) {
    case 'read-discipline': return phase === 'preparing' ? to('discipline') : 'not-open';
    case 'open': return phase === 'discipline' ? to('opening') : 'not-open';
    case 'recess': return isOpenPhase(phase) ? to('recess', phase) : 'not-open';
    case 'end-recess': return phase === 'recess' && state.returnTo !== null ? to(state.returnTo) : 'not-open';
    case 'suspend': return isOpenPhase(phase) ? to('suspended', phase) : 'not-open';
    case 'resume': return phase === 'suspended' && state.returnTo !== null ? to(state.returnTo) : 'not-open';
    case 'adjourn': return phase === 'closed' || phase === 'adjourned' ? 'not-open' : to('adjourned');
    // CPL-146: also while it is suspended, because the plaintiff has left it.
    case 'close-withdrawn': return isOpenPhase(phase) || phase === 'suspended' ? to('closed') : 'not-open';
    case 'close':
      if (!isOpenPhase(phase)) return 'not-open';
      return mayCloseFrom(kind, phase) ? to('closed') : 'not-finished';
  }
}

/** What is missing, or null. Of the people, those count who are required and whose absence is not ruled upon. */
function checkCondition(code: ConditionCode, facts: SessionFacts): UnmetCondition | null {
  const needed = facts.participants.filter((person) => person.required && !person.absenceRuled);
  const people = (lacks: (person: ParticipantFacts) => boolean, articles: readonly ArticleId[], zh: string, en: string): UnmetCondition | null => {
    const participantIds = needed.filter(lacks).map((person) => person.participantId);
    return participantIds.length === 0 ? null : { code, articles, participantIds, message: { zh, en } };
  };
  const court = (met: boolean | undefined, articles: readonly ArticleId[], zh: string, en: string): UnmetCondition | null =>
    met ? null : { code, articles, participantIds: [], message: { zh, en } };
  switch (code) {
    case 'notice-not-proven': return people((p) => !p.noticeProven, ['G4'], '有诉讼参与人尚未确认收悉开庭通知。', 'A participant\'s notice is not proven.');
    case 'identity-not-verified': return people((p) => !p.identityVerified, ['G5', 'ONL-7'], '有诉讼参与人身份尚未核对。', 'A participant\'s identity is not verified.');
    case 'participant-absent': return people((p) => !p.present, ['CPL-140'], '有必须到庭的诉讼参与人不在线。', 'A required participant is not present.');
    case 'discipline-not-acknowledged': return people((p) => !p.disciplineAcknowledged, ['G6'], '有诉讼参与人尚未确认法庭纪律。', 'A participant has not acknowledged the discipline.');
    case 'courtroom-not-tested': return court(facts.courtroomTested, ['G5'], '庭前测试尚未完成。', 'The courtroom has not been tested.');
    case 'assessor-not-accepted': return court(facts.assessorAwaited !== true, ['CPL-40', 'PAL-18', 'PAL-19'], '被邀请的人民陪审员尚未接受参审，合议庭不完整，不得开庭。', 'A people\'s assessor who was invited has not accepted: the panel is incomplete, and the session is not opened.');
    case 'judge-absent': return court(facts.judgePresent, ['CPL-140'], '独任法官或者合议庭成员不在线。', 'The sole judge or a member of the panel is not present.');
    case 'clerk-absent': return court(facts.clerkPresent, ['CPL-140', 'CPL-150'], '书记员不在线。', 'The clerk is not present.');
    case 'not-recording': return court(facts.recordingRunning, ['REC-1', 'REC-3', 'G6(2)'], '庭审录音录像尚未开始。', 'The recording is not running.');
    case 'cause-not-verified': return court(facts.causeVerified, ['G12'], '中断原因尚未核实。', 'The cause of the interruption is not verified.');
    case 'network-not-stable': return court(facts.networkStable, ['G12'], '网络尚未恢复稳定。', 'The network is not stable yet.');
  }
}

function refuse(code: PhaseRefusal['code'], articles: readonly ArticleId[], zh: string, en: string): PhaseRefusal {
  return { code, articles, message: { zh, en }, data: { unmet: [] } };
}
