/**
 * What people do with evidence beside their tasks, before the hearing and in it (G8): offer, replace, take back, give an
 * opinion, show and examine in court, set the time, ask for a technician. Each act is checked here and changes the list
 * here; the workflow and the API say nothing of their own about it.
 */
import { z } from 'zod';
import type { HearingId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import {
  aspects, describedEvidence, isInPlay, nextNumber, opinionSchema, versionOf,
  type DescribedEvidence, type EvidenceItem, type Opinion, type OpinionInput,
} from './item.ts';
import { checkPeriod, periodBases, procedures, type AskedPeriod, type EvidencePeriod } from './period.ts';

const text = z.string().trim().min(2).max(2000);

/** The body of the API's operation and what the workflow is told. */
export const evidenceAct = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('offer'), items: z.array(describedEvidence).min(1).max(20), lateReason: text.optional() }),
  z.strictObject({ what: z.literal('replace'), evidenceId: z.uuid(), item: describedEvidence }),
  z.strictObject({ what: z.literal('withdraw'), evidenceId: z.uuid(), reason: text }),
  /** `of`: the party who spoke, when the clerk enters it. */
  z.strictObject({ what: z.literal('opinion'), opinion: opinionSchema, of: z.uuid().optional() }),
  z.strictObject({ what: z.literal('present'), evidenceId: z.uuid() }),
  z.strictObject({ what: z.literal('examine'), evidenceId: z.uuid() }),
  z.strictObject({ what: z.literal('setPeriod'), procedure: z.enum(procedures), days: z.int().min(1).max(365), basis: z.enum(periodBases), reason: text }),
  z.strictObject({ what: z.literal('askGuidance'), about: text, callBack: z.enum(['phone', 'message', 'inCourtApp']) }),
]);
export type EvidenceAct = z.infer<typeof evidenceAct>;
export const evidenceActNames = ['offer', 'replace', 'withdraw', 'opinion', 'present', 'examine', 'setPeriod', 'askGuidance'] as const satisfies readonly EvidenceAct['what'][];
export type EvidenceActName = (typeof evidenceActNames)[number];

/** As whom the person acts: a party of the case, or the court. */
export type Actor = { as: 'party'; participantId: ParticipantId } | { as: 'clerk' | 'judge' } | { as: 'other' };

/** What is known at the moment of the act. */
export interface EvidenceFacts {
  items: readonly EvidenceItem[];
  /** The parties: those who may be asked for an opinion. */
  parties: readonly ParticipantId[];
  /** Absent before the stage of evidence. */
  period: EvidencePeriod | undefined;
  /** The period is over by the court's clock. */
  periodOver: boolean;
  /** CPL-144: the debate has ended, or the case is being archived. */
  closed: boolean;
  /** CPL-153: the proceedings stand still, the period too; what is offered afterwards is in time by as much. */
  suspended: boolean;
  /** Time limits do not bind the evidence of a criminal case. */
  criminal: boolean;
  /** The session that is being held. */
  session: { hearingId: HearingId; phase: string } | undefined;
  guidanceAsked: boolean;
}

export const isLate = (facts: Pick<EvidenceFacts, 'periodOver' | 'criminal'>): boolean => facts.periodOver && !facts.criminal;

/** The refusal of an act, or undefined. */
export function checkAct(act: EvidenceAct, by: Actor, facts: EvidenceFacts): Refusal | undefined {
  if (facts.period === undefined) return refusals.notBegun;
  if (facts.closed) return refusals.closed;
  if (facts.suspended) return refusals.suspended;
  switch (act.what) {
    case 'offer':
      if (by.as !== 'party') return refusals.notYours;
      return isLate(facts) && act.lateReason === undefined ? refusals.lateReason : undefined;
    case 'replace':
    case 'withdraw': {
      const found = ownItem(act.evidenceId, by, facts);
      if (isRefusalOf(found)) return found;
      if (found.examination?.state === 'examined') return refusals.examined;
      return act.what === 'replace' && isLate(facts) ? refusals.replaceLate : undefined;
    }
    case 'opinion': return checkOpinion(act.opinion, by, act.of, facts);
    case 'present':
    case 'examine': {
      if (by.as !== 'judge' && by.as !== 'clerk') return refusals.notYours;
      const item = facts.items.find(({ evidenceId }) => evidenceId === act.evidenceId);
      if (!item) return refusals.noSuchItem;
      if (facts.session?.phase !== 'evidence') return refusals.notInEvidencePhase;
      if (!isInPlay(item)) return refusals.notInPlay;
      return act.what === 'examine' && item.examination?.hearingId !== facts.session.hearingId ? refusals.notPresented : undefined;
    }
    case 'setPeriod':
      if (by.as !== 'judge') return refusals.notYours;
      return checkPeriod(act, facts.period);
    case 'askGuidance':
      if (by.as !== 'party') return refusals.notYours;
      return facts.guidanceAsked ? refusals.guidanceAsked : undefined;
  }
}

/** CPL-71: the others examine it; a dispute says why. */
export function checkOpinion(opinion: OpinionInput, by: Actor, of: ParticipantId | undefined, facts: EvidenceFacts): Refusal | undefined {
  const whose = speaker(by, of);
  if (whose === undefined || !facts.parties.includes(whose)) return refusals.notYours;
  // Only in the room does the clerk enter what a party says.
  if (by.as === 'clerk' && facts.session === undefined) return refusals.notInSession;
  const item = facts.items.find(({ evidenceId }) => evidenceId === opinion.evidenceId);
  if (!item) return refusals.noSuchItem;
  if (item.submittedBy === whose) return refusals.ownItem;
  if (!isInPlay(item)) return refusals.notInPlay;
  return disputeWithoutReason(opinion) ? refusals.disputeReason : undefined;
}

export const disputeWithoutReason = ({ reasons, remark, ...opinion }: OpinionInput): boolean =>
  aspects.some((aspect) => !opinion[aspect] && (reasons?.[aspect] ?? '').trim() === '' && remark.trim() === '');

/** Whose opinion it is: a party's own, or the one that the clerk heard. */
export const speaker = (by: Actor, of: ParticipantId | undefined): ParticipantId | undefined =>
  by.as === 'party' ? (of === undefined || of === by.participantId ? by.participantId : undefined) : by.as === 'clerk' || by.as === 'judge' ? of : undefined;

function ownItem(evidenceId: string, by: Actor, { items }: EvidenceFacts): EvidenceItem | Refusal {
  const item = items.find((one) => one.evidenceId === evidenceId);
  if (!item) return refusals.noSuchItem;
  if (by.as !== 'party' || item.submittedBy !== by.participantId) return refusals.notYours;
  return item.withdrawn ? refusals.notInPlay : item;
}

const isRefusalOf = (found: EvidenceItem | Refusal): found is Refusal => 'code' in found;

/** What came of an act, as the journal keeps it. */
export interface EvidenceChange {
  what: 'offered' | 'offeredLate' | 'replaced' | 'withdrawn' | 'opinions' | 'presented' | 'examined' | 'decidedLate';
  by: PersonId;
  /** The party that it is from. */
  participantId?: ParticipantId;
  hearingId?: HearingId;
}

export const articlesOfChange: Record<EvidenceChange['what'], readonly ArticleId[]> = {
  offered: ['G8', 'CPL-66', 'EVD-19'], offeredLate: ['G8', 'CPL-68', 'CPL-142', 'INT-101'], replaced: ['G8', 'EVD-19'], withdrawn: ['G8'],
  opinions: ['G8', 'CPL-71'], presented: ['G8', 'CPL-71', 'CPL-141'], examined: ['G8', 'CPL-71', 'CPL-141'], decidedLate: ['CPL-68', 'INT-101', 'INT-102'],
};

export interface NewItem { evidenceId: string; at: string; lateReason?: string | undefined; offeredIn?: HearingId | undefined }

/** A new item at the end of the submitter's list. */
export function itemFrom(described: DescribedEvidence, submittedBy: ParticipantId, items: readonly EvidenceItem[], { evidenceId, at, lateReason, offeredIn }: NewItem): EvidenceItem {
  return {
    ...described, evidenceId, submittedBy, number: nextNumber(items, submittedBy), at, version: 1,
    ...(lateReason === undefined ? {} : { late: { reason: lateReason } }), ...(offeredIn === undefined ? {} : { offeredIn }),
  };
}

/** A new version; the old one is kept, and opinions on it stay opinions on it. */
export function replaced(item: EvidenceItem, by: DescribedEvidence, at: string): EvidenceItem {
  const { title, source, proves, fileId, kind, form, pages, ...kept } = item;
  const former = { title, source, proves, fileId, ...(kind ? { kind } : {}), ...(form ? { form } : {}), ...(pages ? { pages } : {}), version: versionOf(item), at: item.at ?? at };
  const { examination: _shown, ...rest } = kept;
  return { ...rest, ...by, at, version: versionOf(item) + 1, formerVersions: [...(item.formerVersions ?? []), former] };
}

/** With the party's opinion on the version that it saw (the present one unless said); an earlier one on it gives way. */
export function withOpinion(item: EvidenceItem, opinion: OpinionInput, kept: Pick<Opinion, 'by' | 'at' | 'enteredBy' | 'hearingId'> & { version?: number }): EvidenceItem {
  const { evidenceId: _id, ...said } = opinion;
  const version = kept.version ?? versionOf(item);
  const others = (item.opinions ?? []).filter((one) => one.by !== kept.by || one.version !== version);
  return { ...item, opinions: [...others, { ...said, ...kept, version }] };
}

/**
 * CPL-144: the debate is over when the final statements begin, and open again when the court goes back to it or holds
 * another session. Recess and suspension change nothing.
 */
export function debateEndedAfter(before: boolean, phase: string): boolean {
  switch (phase) {
    case 'finalStatements': case 'pronouncement': return true;
    case 'opening': case 'questions': case 'evidence': case 'issues': case 'debate': return false;
    default: return before;
  }
}

export type { AskedPeriod };

const refuse = (code: string, zh: string, en: string, ...articles: ArticleId[]): Refusal => ({ code, articles, message: { zh, en } });
const refusals = {
  notBegun: refuse('evidence-not-begun', '举证阶段尚未开始，请在立案材料中提交。', 'The time for evidence has not begun.', 'G8'),
  closed: refuse('evidence-closed', '法庭辩论已经终结，不再接收证据和质证意见。', 'The debate has ended: no more evidence or opinions are taken.', 'CPL-142', 'CPL-144'),
  suspended: refuse('case-suspended', '案件已中止诉讼，举证期限同时停止计算。恢复诉讼后再办理。', 'The case is suspended, and the time for evidence stands still. Come back when the case goes on.', 'CPL-153'),
  notYours: refuse('evidence-not-yours', '您不能对这项证据进行此操作。', 'This is not yours to do with this evidence.', 'G8'),
  lateReason: refuse('late-reason', '举证期限已届满。请说明逾期提供的理由，由法官决定是否采纳。', 'The time for evidence is over: say why it comes late; the judge decides whether it is admitted.', 'CPL-68', 'INT-101'),
  examined: refuse('evidence-examined', '该证据已经质证，不能替换或者撤回。', 'It has been examined in court and stays as it is.', 'CPL-71'),
  replaceLate: refuse('replace-late', '举证期限已届满，不能替换；可以作为新的证据提交并说明理由。', 'The time for evidence is over: it cannot be replaced; offer new evidence with reasons.', 'CPL-68', 'EVD-51'),
  noSuchItem: refuse('no-such-evidence', '没有找到这项证据。', 'There is no such item of evidence.'),
  ownItem: refuse('own-evidence', '不能对自己提交的证据发表质证意见。', 'It is this party’s own evidence.', 'CPL-71'),
  notInPlay: refuse('evidence-not-in-play', '该证据已撤回，或者尚未准许采纳。', 'It was taken back, or is not admitted.', 'CPL-68'),
  disputeReason: refuse('dispute-reason', '有异议的，请说明理由。', 'Say why you dispute it.', 'G8', 'CPL-71'),
  notInSession: refuse('not-in-session', '只有开庭时才由书记员记入当事人的口头意见。', 'Spoken opinions are entered by the clerk during a session only.', 'G8'),
  notInEvidencePhase: refuse('not-in-evidence-phase', '只能在举证质证环节出示和质证。', 'Evidence is shown and examined in the phase of evidence.', 'G8', 'CPL-141'),
  notPresented: refuse('not-presented', '请先出示该证据。', 'Show it first.', 'CPL-71'),
  guidanceAsked: refuse('guidance-asked', '您已申请技术指导，请等待技术人员联系。', 'You have asked already; a technician will get in touch.', 'G8'),
} as const;
