/** The history of a case's workflow as a reset looks at it, and its points in the court's words. */
import { readResetHistory, type ResetHistory } from '#adapters/temporal/reset-history.ts';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Services } from '#api/context.ts';
import { conflict, notFound } from '#api/errors.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { wordEntry } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { resetPoints } from '#domain/operations/reset.ts';

/** @throws NOT_FOUND; CONFLICT for a case that has ended: what is over is not begun again */
export async function historyOf({ temporal }: Pick<Services, 'temporal'>, caseId: string): Promise<ResetHistory> {
  const history = await readResetHistory(temporal, caseWorkflowId(caseId)).catch((error: unknown) => {
    throw error instanceof WorkflowNotFoundError ? notFound() : error;
  });
  if (!history.running) throw conflict({ code: 'workflow-ended', articles: [], message: { zh: '该案件的工作流已经结束，不能重置。', en: 'The workflow of this case has ended and cannot be reset.' } });
  return history;
}

/** By the beginning of their ids: operations do not read the people of a case. */
const shortly = (id: string) => id.slice(0, 8);
const plainly = { person: shortly, participant: shortly, courtroom: (id: string) => id, kind: { caseType: 'civil' as const } };

export function pointsOf({ runId, events }: ResetHistory) {
  const titles = new Map<number, Words>();
  for (const event of events) if (event.what === 'journal') for (const entry of event.entries) titles.set(entry.seq, wordEntry(entry as JournalEntry, plainly).title);
  return { runId, points: resetPoints(events).map(({ next, ...point }) => ({ ...point, next: next.flatMap((seq) => titles.get(seq) ?? []) })) };
}
