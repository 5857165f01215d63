/**
 * Who gets a new case: of each office whoever has the fewest open cases, first in the division that hears this type of
 * case. Whoever is recused or takes part in the case is passed over (CPL-47). Pure: the same roster gives the same bench.
 */
import type { PersonId } from '#domain/case/ids.ts';
import type { Bench } from '#domain/case/types.ts';
import type { Composition } from '#domain/court/composition.ts';
import type { Refusal } from '#domain/law/ruled.ts';

export const offices = ['judge', 'peoplesAssessor', 'clerk', 'technician'] as const;
export type Office = (typeof offices)[number];

/** One person in one office. */
export interface OnRoster {
  personId: PersonId;
  office: Office;
  /** Empty: serves every division. */
  division: string;
  /** Cases that are not closed in which the person sits in this office. */
  openCases: number;
  /** Breaks a tie, so that the turn is the same for everybody who looks: the name in the court's list. */
  order: string;
}

export interface AllotmentFacts {
  division: string;
  composition: Composition;
  roster: readonly OnRoster[];
  /** Recused, or a participant of the case. */
  passedOver: ReadonlySet<PersonId>;
}

/** The bench, or that the court has nobody left for a seat. */
export function allot({ division, composition, roster, passedOver }: AllotmentFacts): Bench | Refusal {
  const taken = new Set(passedOver);
  const next = (office: Office): PersonId | undefined => {
    const chosen = turn(roster, office, division, taken);
    if (chosen !== undefined) taken.add(chosen);
    return chosen;
  };
  const presidingJudge = next('judge');
  if (presidingJudge === undefined) return nobodyLeft('judge');
  const panel: PersonId[] = [];
  if (composition !== 'soleJudge') {
    const first = composition === 'panelWithAssessors' ? next('peoplesAssessor') : next('judge');
    if (first === undefined) return nobodyLeft(composition === 'panelWithAssessors' ? 'peoplesAssessor' : 'judge');
    // CPL-40: judges and assessors together; one assessor is enough where there is no second.
    const second = (composition === 'panelWithAssessors' ? next('peoplesAssessor') : undefined) ?? next('judge');
    if (second === undefined) return nobodyLeft('judge');
    panel.push(first, second);
  }
  const clerk = next('clerk');
  if (clerk === undefined) return nobodyLeft('clerk');
  const technician = next('technician');
  return { presidingJudge, ...(panel.length > 0 ? { panel } : {}), clerk, ...(technician === undefined ? {} : { technician }), ...(division === '' ? {} : { division }) };
}

/** Whose turn it is: of the division before the others, then by open cases, then in the order of the list. */
export function turn(roster: readonly OnRoster[], office: Office, division: string, passedOver: ReadonlySet<PersonId>): PersonId | undefined {
  return inTurn(roster, office, division, passedOver)[0];
}

/** Everybody who could be asked, in the order of their turn. */
export function inTurn(roster: readonly OnRoster[], office: Office, division: string, passedOver: ReadonlySet<PersonId>): PersonId[] {
  const elsewhere = (one: OnRoster): number => (one.division === '' || one.division === division ? 0 : 1);
  return roster
    .filter((one) => one.office === office && !passedOver.has(one.personId))
    .sort((a, b) => elsewhere(a) - elsewhere(b) || a.openCases - b.openCases || (a.order < b.order ? -1 : 1))
    .map(({ personId }) => personId);
}

const officeWords: Record<Office, { zh: string; en: string }> = {
  judge: { zh: '法官', en: 'judge' }, peoplesAssessor: { zh: '人民陪审员', en: 'people’s assessor' },
  clerk: { zh: '书记员', en: 'clerk' }, technician: { zh: '技术人员', en: 'technician' },
};

const nobodyLeft = (office: Office): Refusal => ({
  code: 'nobody-to-allot', articles: ['CPL-40', 'CPL-47'],
  message: { zh: `没有可以分配的${officeWords[office].zh}。`, en: `The court has no ${officeWords[office].en} who could be allotted.` },
  data: { office },
});
