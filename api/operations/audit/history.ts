/** One history a case, and one event of a workflow as the court's keys open it. */
import type { z } from 'zod';
import { decodedEvent } from '#adapters/temporal/decoded-event.ts';
import { typeOf } from '#adapters/temporal/event-rows.ts';
import { instantOf } from '#adapters/temporal/workflow-runs.ts';
import type { audit as contract } from '#api/contract/audit.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, unavailable } from '#api/errors.ts';
import { inCase } from '#api/operations/access.ts';
import { exportState } from '#db/audit/exported-histories.ts';
import { historyOverview, historyPage } from '#db/audit/history.ts';
import { keepStaffLook } from '#db/queries/viewings.ts';
import { allowedAs } from '#domain/access/looks.ts';
import { historySources, type HistorySourceName } from '#domain/audit/history-entry.ts';

type Answer<K extends keyof typeof contract> = z.infer<NonNullable<(typeof contract)[K]['~orpc']['outputSchema']>>;
type Asked<K extends keyof typeof contract> = z.output<NonNullable<(typeof contract)[K]['~orpc']['inputSchema']>>;

/** @throws as `inCase`; the look is on record first */
async function supervising(context: SignedInContext, caseId: string, what: string, subject: string | null = null): Promise<void> {
  const standing = await inCase(context, caseId, { do: 'see-history' });
  await keepStaffLook(context.sql, { personId: context.user.personId, caseId, what, why: allowedAs(context.user, standing), subject });
}

const streamsOf = async ({ sql }: SignedInContext, caseId: string): Promise<string[]> =>
  (await sql<{ stream: string }[]>`select stream from journal_heads where case_id = ${caseId} order by stream`).map(({ stream }) => stream);

export async function entries(context: SignedInContext, { caseId, sources, refused, ...filter }: Asked<'history'>): Promise<Answer<'history'>> {
  await supervising(context, caseId, 'history');
  const asked = sources?.split(',').filter((name): name is HistorySourceName => (historySources as readonly string[]).includes(name)) ?? historySources;
  const needsEvents = asked.includes('workflow') || asked.includes('journal');
  const { events, unread } = needsEvents ? await context.record.events(await streamsOf(context, caseId)) : { events: [], unread: [] };
  return { ...await historyPage(context.sql, caseId, { ...filter, sources: asked, ...(refused ? { refused: true } : {}) }, events), unread };
}

export async function overview(context: SignedInContext, caseId: string): Promise<Answer<'overview'>> {
  await supervising(context, caseId, 'history');
  const { events } = await context.record.events(await streamsOf(context, caseId));
  const [found, { exportedAt, ...exports }] = await Promise.all([historyOverview(context.sql, caseId, events), exportState(context.sql, caseId)]);
  return { ...found, exports: { ...exports, exportedAt: exportedAt?.toISOString() ?? null } };
}

export async function workflowEvent(context: SignedInContext, { caseId, workflowId, runId, eventId }: Asked<'event'>): Promise<Answer<'event'>> {
  await supervising(context, caseId, 'workflow-event', `${workflowId}/${runId}/${eventId}`);
  if (!(await streamsOf(context, caseId)).includes(workflowId)) throw notFound();
  const runs = await context.record.runs(workflowId).catch(() => { throw unavailable(); });
  const event = runs?.runs.find((run) => run.runId === runId)?.history.events?.find((one) => String(one.eventId) === eventId);
  if (!runs || !event) throw notFound();
  const type = typeOf(event);
  const decoded = await decodedEvent(event, context.record.converter);
  const attributes = decoded[`${type}EventAttributes`];
  return { type, at: new Date(instantOf(event)).toISOString(), attributes: typeof attributes === 'object' && attributes !== null ? attributes as Record<string, unknown> : decoded, source: runs.from };
}
