import type { ShanghaiDay } from '#domain/calendar/day.ts';
import type { Provision } from './provision.ts';
import { administrativeEvidence } from './provisions/administrative-evidence.ts';
import { administrativeProcedureLaw } from './provisions/administrative-procedure-law.ts';
import { civilEvidence } from './provisions/civil-evidence.ts';
import { civilProcedureInterpretation } from './provisions/civil-procedure-interpretation.ts';
import { civilProcedureLaw } from './provisions/civil-procedure-law.ts';
import { criminalProcedureInterpretation } from './provisions/criminal-procedure-interpretation.ts';
import { criminalProcedureLaw } from './provisions/criminal-procedure-law.ts';
import { filingRegistration } from './provisions/filing-registration.ts';
import { hebi } from './provisions/hebi.ts';
import { jiaozuo } from './provisions/jiaozuo.ts';
import { mediationProvisions } from './provisions/mediation-provisions.ts';
import { onlineLitigation } from './provisions/online-litigation.ts';
import { peoplesAssessors } from './provisions/peoples-assessors.ts';
import { recordingProvisions } from './provisions/recording-provisions.ts';

const all = [...hebi, ...jiaozuo, ...civilProcedureLaw, ...civilProcedureInterpretation, ...civilEvidence, ...mediationProvisions, ...recordingProvisions, ...onlineLitigation, ...administrativeProcedureLaw, ...administrativeEvidence, ...criminalProcedureLaw, ...criminalProcedureInterpretation, ...filingRegistration, ...peoplesAssessors];

/** Every article that may be cited. Derived from the data: citing one that does not exist does not compile. */
export type ArticleId = (typeof all)[number]['id'];

/** A provision whose id is known. */
export type KnownProvision = Provision & { readonly id: ArticleId };

/** Every version of every provision, in the order of the data files. */
export const provisions: readonly KnownProvision[] = all;

/** True if the text names an article of the data; for ids that come back from storage. */
export function isArticleId(id: string): id is ArticleId {
  return provisions.some((provision) => provision.id === id);
}

/** The provisions that were law on the day. */
export function inForce(day: ShanghaiDay): readonly KnownProvision[] {
  return provisions.filter((p) => p.inForce <= day && (p.lastDay === undefined || day <= p.lastDay));
}

/** The version of one article that was law on the day, if there was one. */
export function provisionOn(id: ArticleId, day: ShanghaiDay): KnownProvision | undefined {
  return inForce(day).find((provision) => provision.id === id);
}

/** Of the articles, those that were law on the day of the act that they govern, in the order given. */
export function articlesOn(day: ShanghaiDay, ...ids: readonly ArticleId[]): readonly ArticleId[] {
  return ids.filter((id) => provisionOn(id, day) !== undefined);
}

/** How a screen or a record writes an article: 《…》第四条. */
export function citation(id: ArticleId): string {
  const provision = provisions.find((p) => p.id === id);
  if (provision === undefined) throw new Error(`No such article: ${id}`);
  return `${provision.document.zh}${provision.article}`;
}
