/**
 * One item of evidence as it lies in the case (G8, CPL-66, EVD-19): who offers what, to prove what, in which versions,
 * and what the others say of it. Plain data that a workflow carries; ids and legal facts, no names.
 */
import { z } from 'zod';
import type { FileId, HearingId, ParticipantId, PersonId } from '#domain/case/ids.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { LateDecision, Lateness } from './lateness.ts';

/** CPL-66, in its order. */
export const evidenceKinds = [
  'statement', 'documentary', 'physical', 'audiovisual', 'electronic', 'testimony', 'expertOpinion', 'inspectionRecord',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceKindWords: Record<EvidenceKind, Words> = {
  statement: { zh: '当事人的陈述', en: 'Party’s statement' },
  documentary: { zh: '书证', en: 'Document' },
  physical: { zh: '物证', en: 'Physical evidence' },
  audiovisual: { zh: '视听资料', en: 'Audio or video' },
  electronic: { zh: '电子数据', en: 'Electronic data' },
  testimony: { zh: '证人证言', en: 'Witness testimony' },
  expertOpinion: { zh: '鉴定意见', en: 'Expert opinion' },
  inspectionRecord: { zh: '勘验笔录', en: 'Record of inspection' },
};

/** CPL-73: what the person holds, of which the file is a picture. */
export const evidenceForms = ['original', 'copy'] as const;
export type EvidenceForm = (typeof evidenceForms)[number];
export const evidenceFormWords: Record<EvidenceForm, Words> = {
  original: { zh: '有原件', en: 'Original held' },
  copy: { zh: '复制件', en: 'Copy only' },
};

/** 真实性, 合法性, 关联性. */
export const aspects = ['authenticity', 'legality', 'relevance'] as const;
export type Aspect = (typeof aspects)[number];
export const aspectWords: Record<Aspect, Words> = {
  authenticity: { zh: '真实性', en: 'Authenticity' },
  legality: { zh: '合法性', en: 'Legality' },
  relevance: { zh: '关联性', en: 'Relevance' },
};

/** What a party says of a piece of evidence that it offers. `kind`, `form` and `pages` may come later. */
export const describedEvidence = z.strictObject({
  title: z.string().trim().min(1).max(200),
  source: z.string().trim().min(1).max(200),
  proves: z.string().trim().min(1).max(1000),
  fileId: z.uuid(),
  kind: z.enum(evidenceKinds).optional(),
  form: z.enum(evidenceForms).optional(),
  pages: z.int().min(1).max(9999).optional(),
});
export type DescribedEvidence = z.infer<typeof describedEvidence>;

/** What a party says of an item of another: agreed to or disputed in each aspect, with its reason. */
export const opinionSchema = z.strictObject({
  evidenceId: z.string().min(1).max(100),
  authenticity: z.boolean(),
  legality: z.boolean(),
  relevance: z.boolean(),
  /** Why an aspect is disputed, one by one. */
  reasons: z.strictObject({
    authenticity: z.string().trim().max(1000).optional(), legality: z.string().trim().max(1000).optional(), relevance: z.string().trim().max(1000).optional(),
  }).optional(),
  remark: z.string().trim().max(1000),
});
export type OpinionInput = z.infer<typeof opinionSchema>;

/** An opinion as it is kept: whose, on which version of the item, when, and where it was spoken. */
export interface Opinion extends Omit<OpinionInput, 'evidenceId'> {
  by: ParticipantId;
  version: number;
  at: string;
  /** Spoken in the room and entered by the clerk. */
  enteredBy?: PersonId;
  hearingId?: HearingId;
}

/** A version that was replaced by its submitter. */
export interface FormerVersion extends DescribedEvidence {
  version: number;
  /** ISO 8601, when it was offered. */
  at: string;
}

export interface EvidenceItem extends DescribedEvidence {
  evidenceId: string;
  submittedBy: ParticipantId;
  /** Within the submitter's list, from 1. This and what follows is absent in items of older builds. */
  number?: number;
  /** ISO 8601, when the present version was offered. */
  at?: string;
  version?: number;
  formerVersions?: FormerVersion[];
  opinions?: Opinion[];
  /** Offered after the deadline: why, and what the judge decided. */
  late?: { reason: string; decision?: { lateness: Lateness; decision: LateDecision; reason: string; fineYuan?: number; by: PersonId; at: string } };
  withdrawn?: { at: string; reason: string };
  /** The session in which it was offered, if in one. */
  offeredIn?: HearingId;
  /** CPL-71: shown in court, then examined. */
  examination?: { state: 'presented' | 'examined'; hearingId: HearingId; at: string };
}

export const versionOf = (item: EvidenceItem): number => item.version ?? 1;

/** Late and not admitted, or not decided yet: it is not examined (INT-102). */
export const isAdmitted = (item: EvidenceItem): boolean => !item.late || (item.late.decision !== undefined && item.late.decision.decision !== 'refuse');

/** In the list that is examined: neither taken back nor kept out. */
export const isInPlay = (item: EvidenceItem): boolean => item.withdrawn === undefined && isAdmitted(item);

/** The party's opinion on the present version, if it has given one. */
export const opinionOf = (item: EvidenceItem, participantId: ParticipantId): Opinion | undefined =>
  item.opinions?.findLast((opinion) => opinion.by === participantId && opinion.version === versionOf(item));

/** Items on which the party still owes its opinion: of others, in play, no opinion on their present version. */
export const awaitingOpinionOf = (items: readonly EvidenceItem[], participantId: ParticipantId): EvidenceItem[] =>
  items.filter((item) => item.submittedBy !== participantId && isInPlay(item) && opinionOf(item, participantId) === undefined);

/** The next number in the party's list: withdrawn items keep theirs. */
export const nextNumber = (items: readonly EvidenceItem[], participantId: ParticipantId): number =>
  Math.max(0, ...items.filter((item) => item.submittedBy === participantId).map((item, index) => item.number ?? index + 1)) + 1;

/** The number that is shown: older items have none of their own and count by their place. */
export function numberOf(item: { evidenceId: string; submittedBy: string; number?: number | null }, items: readonly { evidenceId: string; submittedBy: string; number?: number | null }[]): number {
  return item.number ?? items.filter((other) => other.submittedBy === item.submittedBy).findIndex((other) => other.evidenceId === item.evidenceId) + 1;
}
