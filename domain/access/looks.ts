/** As what somebody was allowed to look at a case (G10): kept with each look, so that it can be judged years later. */
import type { Standing, Viewer } from '#domain/access/policy.ts';
import { roleWords } from '#domain/people/roles.ts';
import type { Words } from '#domain/law/ruled.ts';

/** The relation to the case where there is one, else the office that opens it. */
export function allowedAs({ roles }: Pick<Viewer, 'roles'>, standing: Pick<Standing, 'relation'> | null): string {
  if (standing && standing.relation !== 'none') return standing.relation;
  return (['manager', 'trialManagementOffice'] as const).find((role) => roles.includes(role)) ?? roles[0] ?? 'none';
}

const further: Record<string, Words | undefined> = { clerkOfCase: { zh: '本案书记员', en: 'Clerk of the case' }, technicianOfCase: { zh: '本案技术员', en: 'Technician of the case' } };

/** Null for a look from before this was kept. */
export function wordAllowedAs(why: string | null): Words | null {
  if (why === null) return null;
  return (roleWords as Record<string, Words | undefined>)[why] ?? further[why] ?? { zh: why, en: why };
}
