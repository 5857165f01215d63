/**
 * May the hearing be livestreamed (N4)? The provisions in force on the day of the stream say so, each by its own
 * clauses; every ground is named with its facts and its article, not only the first. Run again whenever a fact changes.
 */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { articlesOn, inForce, type ArticleId } from '#domain/law/articles.ts';
import type { LivestreamClause, Provision } from '#domain/law/provision.ts';
import type { Ruled, Words } from '#domain/law/ruled.ts';
import type { FactName, ScreeningFacts } from './facts.ts';

export interface Ground {
  /** Stable; records match on it. */
  readonly code: string;
  readonly message: Words;
  readonly article: ArticleId;
  /** The facts that the ground rests on. */
  readonly facts: readonly FactName[];
}

export interface Screening {
  /** No ground excludes it. It still needs every approval (N2). */
  readonly streamable: boolean;
  readonly excluded: readonly Ground[];
  /** N4, last paragraph: such cases continue to be public. It saves no step of the approval. */
  readonly encouraged: readonly Ground[];
  /** N2: mass-interest cases are reported level by level. */
  readonly reportedUpward: readonly Ground[];
}

/** A provision that may be cited; `law` of the screening. */
type Law = readonly (Provision & { readonly id: string })[];

/**
 * @param day the day of the stream: the act that the law governs
 * @param law the provisions in force on that day; another set only in tests
 */
export function screenLivestream(facts: ScreeningFacts, day: ShanghaiDay, law: Law = inForce(day)): Ruled<Screening> {
  const grounds = (effect: LivestreamClause['effect']): Ground[] => law.flatMap((provision) =>
    (provision.livestream ?? []).filter((clause) => clause.effect === effect && applies(clause, facts)).map((clause) => ({
      code: clause.ground, message: clause.message, article: provision.id as ArticleId, facts: Object.keys(clause.when) as FactName[],
    })));
  const screening = { excluded: grounds('excludes'), encouraged: grounds('encourages'), reportedUpward: grounds('reportsUpward') };
  const cited = [...screening.excluded, ...screening.encouraged, ...screening.reportedUpward].map((ground) => ground.article);
  const streamable = screening.excluded.length === 0;
  // Where nothing excludes it, the rule that was asked is cited all the same.
  return { value: { streamable, ...screening }, articles: [...new Set([...(streamable ? articlesOn(day, 'N1', 'N4') : []), ...cited])] };
}

/** All that the clause asks for must hold. */
function applies(clause: LivestreamClause, facts: ScreeningFacts): boolean {
  return Object.entries(clause.when).every(([fact, values]) => (values as readonly unknown[]).includes(facts[fact as FactName]));
}
