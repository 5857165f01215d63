/** Reading cases: the list, one case, its timeline. */
import type { SignedInContext } from '#api/context.ts';
import type { CaseDetail, CaseRow, TimelineEntry } from '#api/contract/cases.ts';
import { notFound } from '#api/errors.ts';
import { ensure, inCase, viewerOf } from '#api/operations/access.ts';
import { caseDetail, filingDetail } from '#db/queries/case-detail.ts';
import { caseList, type CaseFilter } from '#db/queries/case-list.ts';
import { timeline } from '#db/queries/timeline.ts';

export async function listCases(context: SignedInContext, input: CaseFilter): Promise<{ rows: CaseRow[]; next: string | null }> {
  if (input.scope === 'all') ensure(context, null, { do: 'list-all-cases' });
  return caseList(context.sql, viewerOf(context.user), input);
}

export async function getCase(context: SignedInContext, caseId: string): Promise<CaseDetail> {
  const standing = await inCase(context, caseId, { do: 'see-case' });
  const viewer = viewerOf(context.user);
  const detail = (await caseDetail(context.sql, viewer, standing, caseId)) ?? (await filingDetail(context.sql, viewer, caseId));
  if (!detail) throw notFound();
  return detail;
}

export async function getTimeline(context: SignedInContext, caseId: string): Promise<{ entries: TimelineEntry[] }> {
  const { relation } = await inCase(context, caseId, { do: 'see-timeline' });
  return { entries: await timeline(context.sql, caseId, context.user.personId, relation === 'participant' ? 'participant' : 'court') };
}
