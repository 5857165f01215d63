/**
 * The journal of one workflow: numbered entries, one flush loop, one flush in flight.
 *
 * What happens when something dies: entries live in the workflow's state, so a crash replays them with the same
 * numbers; `recordJournal` skips what PostgreSQL has already and refuses a gap, so a repeated flush changes nothing.
 * It is a regular activity, never a local one: a local one can run ahead of what Temporal keeps.
 */
import { condition, proxyActivities } from '@temporalio/workflow';
import type { CourtActivities } from '#activities/court-activities.ts';
import type { EntryData, EntryKind, JournalEntry } from '#domain/journal/entries.ts';
import type { GoOnBehind } from '#domain/messages/journal.ts';
import type { StreamId } from '#domain/case/ids.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import { articlesOfCase, type KindOfCase } from '#domain/law/of-case.ts';
import type { CourtClock } from './clock.ts';

/** Retried for ever: a PostgreSQL that is away delays what people read, never the case. */
const { recordJournal } = proxyActivities<Pick<CourtActivities, 'recordJournal'>>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '2 seconds' },
});

/** Entries that one flush carries at most: far below Temporal's payload limit. */
const largestBatch = 200;

export class Journal {
  private gathered: JournalEntry[] = [];
  private flushing = false;
  private asking = false;

  /**
   * @param seq the number of the last entry that the stream has (0 for a new one; carried over by continue-as-new).
   * @param kindOfCase by whose law entries and tasks cite their articles; absent: as they are named
   */
  constructor(readonly stream: StreamId, readonly caseId: string, private readonly clock: CourtClock, private seq = 0, private readonly kindOfCase?: KindOfCase) {
    void this.run();
  }

  /** Writes an entry down; answers its number. It reaches PostgreSQL by the flush loop. */
  note<K extends EntryKind>(kind: K, data: EntryData[K]): number {
    this.seq += 1;
    this.gathered.push({ seq: this.seq, kind, at: this.clock.iso(), caseId: this.caseId, data: this.cited(data) } as JournalEntry);
    return this.seq;
  }

  /** The articles by the law of this kind of case (domain/law/of-case.ts). */
  private cited<T extends object>(data: T): T {
    const { articles } = data as { articles?: readonly ArticleId[] };
    return articles === undefined ? data : { ...data, articles: this.articlesHere(articles) };
  }

  /** How a task of this case cites its articles. */
  articlesHere(articles: readonly ArticleId[]): readonly ArticleId[] {
    return this.kindOfCase ? articlesOfCase(this.kindOfCase, articles) : articles;
  }

  /** Somebody reset the workflow, and this run may have nothing to write: it asks, so that the reset is on record at once. */
  askWhetherReset(): void {
    this.asking = true;
  }

  get lastSeq(): number {
    return this.seq;
  }

  /** Resolves when PostgreSQL has everything: before the workflow ends or continues as new. */
  async settled(): Promise<void> {
    await condition(() => this.gathered.length === 0 && !this.flushing);
  }

  private async run(): Promise<void> {
    for (;;) {
      // A condition is looked at when everything else of this activation has run: so one flush takes all of it.
      await condition(() => this.gathered.length > 0 || this.asking);
      const batch = this.gathered.splice(0, largestBatch);
      this.flushing = true;
      const behind = await recordJournal({ stream: this.stream, entries: batch, ...(batch.length > 0 ? {} : { after: this.seq }) });
      this.asking = false;
      if (behind) this.goOn(behind, batch);
      this.flushing = false;
    }
  }

  /**
   * This run began again from a point of its history (docs/decisions/reset.md): what was recorded after that point stays, the
   * journal says that the workflow was reset, and what this run wrote since is numbered behind it.
   */
  private goOn({ head, from, reset }: GoOnBehind, batch: readonly JournalEntry[]): void {
    const again = [...batch.filter((entry) => entry.seq >= from), ...this.gathered];
    const marker = { kind: 'workflow-reset', at: this.clock.iso(), caseId: this.caseId, data: { ...reset, afterSeq: from - 1 } } as const;
    this.gathered = [marker, ...again].map((entry, at) => ({ ...entry, seq: head + 1 + at }) as JournalEntry);
    this.seq = head + this.gathered.length;
  }
}
