/** How pages speak of evidence: whose, which number, in what state. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { EvidenceView } from '#api/contract/evidence.ts';
import { evidenceFormWords, evidenceKindWords, numberOf } from '#domain/evidence/item.ts';
import { isParty } from '#domain/people/roles.ts';
import { useWords } from '#web/i18n/use-words.ts';

export type Item = EvidenceView;
export type Party = CaseDetail['participants'][number];

/** Who exchanges evidence, in the order of the case: the parties, and a procuratorate that prosecutes. */
export const partiesOf = (detail: CaseDetail): Party[] => detail.participants.filter(({ role, organisation }) => isParty(role as Parameters<typeof isParty>[0]) || (role === 'prosecutor' && organisation !== null))
  .map((party) => (party.organisation ? { ...party, name: party.organisation.name } : party));
/** The party that the reader is, or acts for as its agent. */
export const myParty = (detail: CaseDetail): Party | undefined => partiesOf(detail).find(({ me }) => me)
  ?? partiesOf(detail).find(({ participantId }) => detail.participants.some(({ me, agency }) => me && agency?.principals.includes(participantId)));
export const nameIn = (detail: CaseDetail, participantId: string): string => partiesOf(detail).find((one) => one.participantId === participantId)?.name ?? '';

/** Neither taken back nor kept out. */
export const inPlay = (item: Item): boolean => item.withdrawn === null && (item.late === null || (item.late.decision !== null && item.late.decision.decision !== 'refuse'));
export const presentOpinion = (item: Item, participantId: string): Item['opinions'][number] | undefined =>
  item.opinions.findLast(({ by, version }) => by === participantId && version === item.version);
export const awaitsMe = (item: Item, me: Party | undefined): boolean =>
  me !== undefined && item.submittedBy !== me.participantId && inPlay(item) && presentOpinion(item, me.participantId) === undefined;

/** By party, in each party's own order. */
export const listOf = (detail: CaseDetail, participantId: string): Item[] =>
  detail.evidence.filter(({ submittedBy }) => submittedBy === participantId).sort((a, b) => numberOf(a, detail.evidence) - numberOf(b, detail.evidence));

/** @returns what an item is, in one line: 书证 · 有原件 · 2 页. */
export function useDescription(): (item: Pick<Item, 'kind' | 'form' | 'pages'>) => string {
  const { t } = useTranslation('evidence');
  const say = useWords();
  return ({ kind, form, pages }) => [kind ? say(evidenceKindWords[kind]) : '', form ? say(evidenceFormWords[form]) : '', pages === null ? '' : `${t('pages')} ${pages}`].filter((part) => part !== '').join(' · ');
}

/** @returns the states of an item that a reader must know. */
export function useStates(): (item: Item) => string[] {
  const { t } = useTranslation('evidence');
  return (item) => [
    ...(item.version > 1 ? [t('version', { n: item.version })] : []),
    ...(item.offeredIn ? [t('state.offeredInCourt')] : []),
    ...(item.withdrawn ? [t('state.withdrawn')] : []),
    ...(item.late && !item.late.decision ? [t('state.lateUndecided')] : []),
    ...(item.examination ? [t(`state.${item.examination.state}`)] : []),
  ];
}
