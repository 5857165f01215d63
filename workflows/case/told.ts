/** What was told of a case, what its judge is asked about it, and what was decided. */
import type { Happening } from '#domain/case/happenings.ts';
import type { PersonId } from '#domain/case/ids.ts';
import type { Participant } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { CourtCase } from './court-case.ts';

/** What was told, with who told it. */
export interface Told<H extends Happening = Happening> {
  id: string;
  happening: H;
  by: PersonId;
  participant: Participant | undefined;
  articles: readonly ArticleId[];
}
export function noteDecision(courtCase: CourtCase, told: Told, decision: string, more: { reason?: string; by?: PersonId; articles?: readonly ArticleId[] } = {}): void {
  courtCase.journal.note('happening-decided', { happeningId: told.id, what: told.happening.what, decision, articles: told.articles, ...more });
}

/** What the judge is asked: what was told, by whom. */
export const factsOf = ({ id, happening: { what: _what, ...happening }, participant }: Told): Record<string, unknown> =>
  ({ happeningId: id, ...happening, ...(participant ? { toldBy: participant.participantId } : {}) });
