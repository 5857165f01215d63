/**
 * What a party is called: plaintiff and defendant in an action; appellant and appellee on appeal (上诉人、被上诉人); private
 * prosecutor and accused in a private prosecution (自诉人、被告人). The role stays the same, so that every rule of the
 * procedure holds (G6 (1): 原告或上诉人, 被告或被上诉人).
 */
import type { CaseFacts } from '#domain/case/types.ts';
import type { Words } from '#domain/law/ruled.ts';
import { roleWords } from '#domain/people/roles.ts';

/** What the names of the parties depend on. Absent in what older builds filed: first instance. */
export interface CaseKind { caseType: CaseFacts['caseType']; instance?: CaseFacts['instance'] | undefined; publicProsecution?: boolean | undefined }
type PartyRole = 'plaintiff' | 'defendant' | 'thirdParty';
/** Every role that somebody can be shown with: of the court, on the bench, in the case. */
export type KnownRole = keyof typeof roleWords;

/** CPL-171, APL-85, CRPL-227: whoever appeals, and the other side. */
const appeal: Record<PartyRole, Words> = { plaintiff: { zh: '上诉人', en: 'Appellant' }, defendant: { zh: '被上诉人', en: 'Appellee' }, thirdParty: { zh: '原审第三人', en: 'Third party below' } };
/** CRPL-108. */
const prosecution: Partial<Record<PartyRole, Words>> = { plaintiff: { zh: '自诉人', en: 'Private prosecutor' }, defendant: { zh: '被告人', en: 'Accused' } };

/** CRPL-169: whoever brings a public prosecution is no private prosecutor. */
const procuratorate: Words = { zh: '公诉机关', en: 'Procuratorate' };

export function partyWords(role: KnownRole, { caseType, instance, publicProsecution }: CaseKind): Words {
  if (role !== 'plaintiff' && role !== 'defendant' && role !== 'thirdParty') return roleWords[role];
  if (instance === 'second') return appeal[role];
  if (publicProsecution && role === 'plaintiff') return procuratorate;
  return (caseType === 'criminal' ? prosecution[role] : undefined) ?? roleWords[role];
}

/** The one way to say what somebody is in a case. A role that is not known is shown as it is. */
export const roleInCase = (role: string, kind: CaseKind): Words =>
  (Object.hasOwn(roleWords, role) ? partyWords(role as KnownRole, kind) : { zh: role, en: role });
