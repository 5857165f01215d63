/** One of operations asks for a reset; nothing is done until another confirms. A second one for the same case waits for the first. */
import { randomUUID } from 'node:crypto';
import type { SignedInContext } from '#api/context.ts';
import { conflict, invalid, refused } from '#api/errors.ts';
import { historyOf } from '#api/operations/resets/history.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { previewReset, refusalOfReset, resetPoints } from '#domain/operations/reset.ts';

interface Asked { caseId: string; eventId: number; keepSignals: boolean; keepUpdates: boolean; reason: string }

export async function askReset(context: SignedInContext, { caseId, eventId, keepSignals, keepUpdates, reason }: Asked): Promise<{ resetId: string }> {
  context.attempt.caseId = caseId;
  const { runId, events } = await historyOf(context, caseId);
  if (!resetPoints(events).some((point) => point.eventId === eventId)) throw invalid([{ path: 'eventId', message: { zh: '该点不在历史中，请重新选择。', en: 'There is no such point any more: choose again.' } }]);
  const preview = previewReset(events, eventId);
  const refusal = refusalOfReset(preview);
  if (refusal) throw refused(refusal);
  const resetId = randomUUID();
  const stream = caseWorkflowId(caseId);
  const kept = await context.sql`
    insert into workflow_resets (id, stream, case_id, base_run_id, event_id, keep_signals, keep_updates, reason, preview, state, asked_by)
    select ${resetId}, ${stream}, ${caseId}, ${runId}, ${eventId}, ${keepSignals}, ${keepUpdates}, ${reason}, ${context.sql.json(preview as never)}, 'asked', ${context.user.personId}
    where not exists (select 1 from workflow_resets where stream = ${stream} and state in ('asked', 'confirmed')) returning id`;
  if (kept.length === 0) throw conflict({ code: 'reset-asked-already', articles: [], message: { zh: '该案件已有等待复核的重置。', en: 'A reset of this case waits for a second person already.' } });
  return { resetId };
}
