import type { ScreeningFacts } from '#domain/livestream/facts.ts';
import type { Words } from './ruled.ts';

/** A calendar day as data files write it, 'YYYY-MM-DD', in Shanghai. */
export type DayText = `${number}-${number}-${number}`;

/**
 * What an article says of livestreaming: where all of `when` holds (each fact one of the values), the effect follows.
 * Alternatives are several clauses.
 */
export type LivestreamClause = {
  /** Stable: records match on it. */
  readonly ground: string;
  readonly effect: 'excludes' | 'encourages' | 'reportsUpward';
  readonly when: { readonly [F in keyof ScreeningFacts]?: readonly ScreeningFacts[F][] };
  readonly message: Words;
};

/**
 * One article (or one numbered item of an article) of one text, with the days on which it is law.
 * A later version of the same article is another row with the same id and later days.
 */
export type Provision = {
  /** The name that code, screens and records cite: 'G4', 'N4(1)', 'CPL-139', 'REC-3', 'ONL-25'. */
  readonly id: string;
  /** The text that it belongs to, by its full name. */
  readonly document: Words;
  /** The article as the text itself numbers it: 第四条, 第六条第（一）项, 一. */
  readonly article: string;
  readonly title: Words;
  /** What it says, shortened, in the words of the law. */
  readonly text: string;
  /** First day in force. */
  readonly inForce: DayText;
  /** Last day in force; none while it is in force without an end. */
  readonly lastDay?: DayText;
  /** Where the text was taken from, and, where the day in force is not printed there, how it was set. */
  readonly source: string;
  /** The clauses by which a livestream is screened (domain/livestream/screening.ts). */
  readonly livestream?: readonly LivestreamClause[];
};
