/**
 * What a party is called: plaintiff and defendant in an action; appellant and appellee on appeal (上诉人、被上诉人); private
 * prosecutor and accused in a private prosecution (自诉人、被告人). The role stays the same, so that every rule of the
 * procedure holds (G6 (1): 原告或上诉人, 被告或被上诉人).
 */
import type { CaseFacts } from '#domain/case/types.ts';
import type { Words } from '#domain/law/ruled.ts';
import { roleWords } from '#domain/people/roles.ts';

const appeal = { plaintiff: { zh: '上诉人', en: 'Appellant' }, defendant: { zh: '被上诉人', en: 'Appellee' }, thirdParty: { zh: '原审第三人', en: 'Third party below' } } as const;
const prosecution = { plaintiff: { zh: '自诉人', en: 'Private prosecutor' }, defendant: { zh: '被告人', en: 'Accused' } } as const;

export function partyWords(role: keyof typeof roleWords, { caseType, instance }: Pick<CaseFacts, 'caseType' | 'instance'>): Words {
  if (instance === 'second' && (role === 'plaintiff' || role === 'defendant' || role === 'thirdParty')) return appeal[role];
  if (caseType === 'criminal' && (role === 'plaintiff' || role === 'defendant')) return prosecution[role];
  return roleWords[role];
}
