/** The approval as its journal tells it: `livestream-begun` with every `livestream-event` after it. */
import type { JournalEntry } from '#domain/journal/entries.ts';
import { isRefusal } from '#domain/law/ruled.ts';
import { applyToApproval, endIfExcluded } from './approval.ts';
import { newApproval, type Approval } from './approval-state.ts';

/** @param entries of the livestream's own stream, in order. Null if it was not begun. */
export function approvalFrom(entries: readonly Pick<JournalEntry, 'kind' | 'at' | 'data'>[]): Approval | null {
  let approval: Approval | null = null;
  for (const entry of entries as readonly JournalEntry[]) {
    if (entry.kind === 'livestream-begun') approval = endIfExcluded(newApproval(entry.data.approval), entry.at);
    if (entry.kind === 'livestream-event' && approval) {
      const outcome = applyToApproval(approval, entry.data.event);
      if (!isRefusal(outcome)) approval = outcome.value;
    }
    // How it ended is as it was recorded, whatever the law says later.
    if (entry.kind === 'livestream-decided' && approval) approval = { ...approval, end: entry.data.end };
  }
  return approval;
}
