/** What a person fills in to tell the court what happened to the case, and what is missing before it can be sent. */
import type { CaseDetail } from '#api/contract/cases.ts';
import { changeableFacts, happeningKinds, happeningSchema, type ChangeableFact, type Happening, type HappeningKind } from '#domain/case/happenings.ts';
import { groundsFor, isAboutSomebody, type SuspensionGround } from '#domain/case/suspension.ts';
import type { CaseType } from '#domain/case/types.ts';
import { isParty } from '#domain/people/roles.ts';

export interface HappeningDraft {
  what: HappeningKind;
  reason: string;
  fact?: ChangeableFact;
  holds?: boolean;
  terms: string;
  wish?: 'withdrawal' | 'mediationAgreement';
  ground?: SuspensionGround;
  participantId?: string;
  documents: string[];
}
export const emptyDraft = (what: HappeningKind): HappeningDraft => ({ what, reason: '', terms: '', documents: [] });

/** The name of the act on its button: what is withdrawn is the action, the appeal or the private prosecution. */
export function actionOf({ caseType, instance, filing }: Pick<CaseDetail, 'caseType' | 'instance'> & { filing?: Pick<CaseDetail['filing'], 'prosecution'> }, what: HappeningKind) {
  if (what !== 'withdrawalApplied') return `action.${what}` as const;
  if (filing?.prosecution) return 'action.withdrawalOfPublicProsecution' as const;
  return instance === 'second' ? 'action.withdrawalOfAppeal' as const : caseType === 'criminal' ? 'action.withdrawalOfProsecution' as const : 'action.withdrawalApplied' as const;
}

/** The fields that each kind asks for, in the order of its form. */
export const fieldsOf: Record<HappeningKind, readonly (keyof HappeningDraft)[]> = {
  factRecorded: ['fact', 'holds', 'reason'], factClaimed: ['fact', 'reason', 'documents'], consentWithdrawn: ['reason'], withdrawalApplied: ['reason'],
  settled: ['wish', 'terms'], groundReported: ['ground', 'participantId', 'reason', 'documents'],
};

export const offered = (detail: CaseDetail): HappeningKind[] => happeningKinds.filter((kind) => detail.mayTell.includes(kind) || forWhom(detail, kind).length > 0);

/** CPL-62: the principals for whom an agent may tell it. */
export const forWhom = (detail: CaseDetail, kind: HappeningKind): CaseDetail['participants'] =>
  detail.participants.filter(({ participantId }) => detail.tellsFor.some((one) => one.participantId === participantId && one.kinds.includes(kind)));

/** What the agent could tell with a special authority alone. */
export const needingSpecial = (detail: CaseDetail): HappeningKind[] =>
  happeningKinds.filter((kind) => detail.tellsFor.some(({ needsSpecial }) => needsSpecial.includes(kind)) && !offered(detail).includes(kind));

const caseTypeOf = (detail: CaseDetail): CaseType => (detail.caseType === 'administrative' || detail.caseType === 'criminal' ? detail.caseType : 'civil');
export const groundsOf = (detail: CaseDetail): SuspensionGround[] => groundsFor(caseTypeOf(detail), detail.filing.prosecution !== null);
/** Facts that exclude a case of this kind. */
export const factsOf = (detail: CaseDetail): ChangeableFact[] => {
  const type = caseTypeOf(detail);
  return changeableFacts.filter((fact) => (fact === 'minorDefendant' || fact === 'noGroundForOnline' ? type === 'criminal' : fact === 'divorceWithClosedHearingRequest' ? type === 'civil' : true));
};

/** Of whom a ground can be told: those who take part now, the parties first. */
export const aboutWhom = (detail: CaseDetail): CaseDetail['participants'] =>
  detail.participants.filter(({ left }) => !left).sort((a, b) => Number(isPartyRole(b.role)) - Number(isPartyRole(a.role)));
const isPartyRole = (role: string): boolean => isParty(role as Parameters<typeof isParty>[0]);

/** Whether the field has to be asked of this draft. */
export const asks = (draft: HappeningDraft, field: keyof HappeningDraft): boolean =>
  fieldsOf[draft.what].includes(field) && (field !== 'participantId' || (draft.ground !== undefined && isAboutSomebody(draft.ground)));

/** What can be sent, or null while something is missing. */
export function happeningFrom(draft: HappeningDraft): Happening | null {
  const { what, reason, fact, holds, terms, wish, ground, participantId, documents } = draft;
  const about = asks(draft, 'participantId') ? { participantId } : {};
  if (ground !== undefined && isAboutSomebody(ground) && participantId === undefined) return null;
  const told: Record<HappeningKind, object> = {
    factRecorded: { what, fact, holds, reason }, factClaimed: { what, fact, reason, documents }, consentWithdrawn: { what, reason }, withdrawalApplied: { what, reason },
    settled: { what, terms, wish }, groundReported: { what, ground, ...about, reason, documents },
  };
  const checked = happeningSchema.safeParse(told[what]);
  return checked.success ? checked.data : null;
}
