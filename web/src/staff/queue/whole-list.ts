/** Everything that a choice finds, for paper and for tables: page after page. */
import type { QueueRow } from '#api/contract/queue.ts';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';
import { api } from '#web/api/client.ts';

/** More than that is no list for a person. */
export const mostRows = 2_000;

export async function wholeList(content: SavedViewContent): Promise<{ rows: QueueRow[]; more: boolean }> {
  const rows: QueueRow[] = [];
  let after: string | null | undefined;
  do {
    const page = await api.queue.page({ ...content, limit: 100, ...(after ? { after } : {}) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && rows.length < mostRows);
  return { rows: rows.slice(0, mostRows), more: after !== null };
}
