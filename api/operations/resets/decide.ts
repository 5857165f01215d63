/**
 * Another of operations confirms a reset, and it is carried out.
 *
 * If the process dies here: `confirmed` is kept before Temporal is asked, and the request bears the reset's id; confirmed once
 * more, Temporal answers with the run that it has begun already.
 */
import proto from '@temporalio/proto';
import type { SignedInContext } from '#api/context.ts';
import { conflict, notFound, refused } from '#api/errors.ts';
import { historyOf } from '#api/operations/resets/history.ts';
import { signals } from '#domain/messages/messages.ts';
import { previewReset, refusalOfReset } from '#domain/operations/reset.ts';

const { ResetReapplyExcludeType } = proto.temporal.api.enums.v1;
const { ResetWorkflowExecutionRequest } = proto.temporal.api.workflowservice.v1;

interface Row { id: string; stream: string; case_id: string; base_run_id: string; event_id: number; keep_signals: boolean; keep_updates: boolean; reason: string; state: string; asked_by: string }

export async function decideReset(context: SignedInContext, { resetId, decision, reason }: { resetId: string; decision: 'confirm' | 'refuse' | 'takeBack'; reason?: string }): Promise<{ state: 'takenBack' | 'refused' | 'done' }> {
  const { sql, user } = context;
  const [row] = await sql<Row[]>`select id, stream, case_id, base_run_id, event_id, keep_signals, keep_updates, reason, state, asked_by from workflow_resets where id = ${resetId}`;
  if (!row) throw notFound();
  context.attempt.caseId = row.case_id;
  if ((decision === 'takeBack') !== (row.asked_by === user.personId)) throw refused(row.asked_by === user.personId ? needsAnother : notTheirs);
  if (decision === 'refuse' && reason === undefined) throw refused(needsReason);
  if (decision !== 'confirm') {
    const state = decision === 'refuse' ? 'refused' as const : 'takenBack' as const;
    await decided(context, row, state, reason);
    return { state };
  }
  if (row.state === 'asked') {
    const { runId, events } = await historyOf(context, row.case_id);
    // What was seen when it was asked must be what is done: a run that has gone on since is looked at again.
    const refusal = runId === row.base_run_id ? refusalOfReset(previewReset(events, row.event_id)) : anotherRun;
    if (refusal) throw refused(refusal);
    await decided(context, row, 'confirmed', undefined);
  } else if (row.state !== 'confirmed') throw conflict(alreadyDecided);
  await carryOut(context, row);
  return { state: 'done' };
}

/** Of two at once one wins. */
async function decided({ sql, user }: SignedInContext, row: Row, state: string, reason: string | undefined): Promise<void> {
  const kept = await sql`update workflow_resets set state = ${state}, decided_by = ${user.personId}, decided_at = now(), decision_reason = ${reason ?? null} where id = ${row.id} and state = 'asked' returning id`;
  if (kept.length === 0) throw conflict(alreadyDecided);
}

async function carryOut({ sql, temporal: client }: SignedInContext, row: Row): Promise<void> {
  const { runId } = await client.workflowService.resetWorkflowExecution(ResetWorkflowExecutionRequest.fromObject({
    namespace: client.options.namespace, workflowExecution: { workflowId: row.stream, runId: row.base_run_id }, workflowTaskFinishEventId: row.event_id, requestId: row.id, reason: row.reason,
    resetReapplyExcludeTypes: [
      ...(row.keep_signals ? [] : [ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL]), ...(row.keep_updates ? [] : [ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE]),
    ],
  }));
  // A run that has nothing to write yet says so in the journal all the same.
  await client.workflow.getHandle(row.stream, runId).signal(signals.workflowReset);
  await sql`update workflow_resets set state = 'done', new_run_id = ${runId} where id = ${row.id}`;
}

const needsAnother = { code: 'second-person-needed', articles: [], message: { zh: '须由另一名运维人员复核；您可以撤回。', en: 'Somebody else of operations decides; you can take it back.' } };
const notTheirs = { code: 'only-who-asked', articles: [], message: { zh: '只有提出人可以撤回；请选择同意或者不同意。', en: 'Only who asked can take it back: confirm or refuse.' } };
const needsReason = { code: 'reason-missing', articles: [], message: { zh: '不同意须写明理由。', en: 'Say why you refuse.' } };
const anotherRun = { code: 'run-went-on', articles: [], message: { zh: '该工作流已经进入新的运行，请撤回后重新选择。', en: 'The workflow has gone on in another run: have it taken back and choose again.' } };
const alreadyDecided = { code: 'reset-decided', articles: [], message: { zh: '该重置已有决定。', en: 'This reset has been decided.' } };
