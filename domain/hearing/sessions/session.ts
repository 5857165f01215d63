/**
 * What a kind of session is (G1): its agenda, who must be there, which documents it leaves, and what may come of it. A kind
 * is one file in this folder and one line in `sessions.ts`.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { ParticipantRole } from '#domain/people/roles.ts';

/** The phases in which the court sits. A recess or a suspension leads back to one of them. */
export const openPhases = ['opening', 'questions', 'evidence', 'issues', 'debate', 'finalStatements', 'mediation', 'pronouncement', 'service'] as const;
export type OpenPhase = (typeof openPhases)[number];

export type AgendaItem = {
  readonly phase: OpenPhase;
  /** Phases from which it may be begun; a later one means going back (the investigation is taken up again). */
  readonly from: readonly OpenPhase[];
  /** It may be left out: the session may close without it. */
  readonly optional?: true;
  readonly articles: readonly ArticleId[];
};

/** Without whom the session is not held. Agents, defenders and others attend; who must be there in person is said here. */
export type Attendance =
  | { readonly who: 'everyParty' }
  /** Whoever of the parties is asked or served: one at least. */
  | { readonly who: 'oneParty' }
  /** Somebody in each of these roles. */
  | { readonly who: 'roles'; readonly roles: readonly ParticipantRole[] }
  | { readonly who: 'nobody' };

/** What follows when its transcript is signed (workflows/case/outcomes.ts). */
export type SessionOutcome = 'transcriptAlone' | 'mediationAgreement' | 'listOfIssues' | 'judgmentServed' | 'documentsServed';

export type Session = {
  readonly agenda: readonly AgendaItem[];
  readonly attendance: Attendance & { readonly words: Words; readonly articles: readonly ArticleId[] };
  /** What it leaves in the file, beside transcript and recording. */
  readonly documents: readonly Words[];
  readonly outcome: { readonly kind: SessionOutcome; readonly words: Words; readonly articles: readonly ArticleId[] };
};
