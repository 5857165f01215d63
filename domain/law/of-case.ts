/**
 * By which law a case is tried. Rules that hold in every kind of case are written once and name the article of civil
 * procedure; here stands, for each such article, what says the same in an administrative case (its own law, or civil
 * procedure through APL-101) and in a criminal one. The record of a case cites the law of its kind, and of its instance.
 */
import type { CaseType } from '#domain/case/types.ts';
import type { ArticleId } from '#domain/law/articles.ts';

export interface KindOfCase { caseType: CaseType; instance?: 'first' | 'second' | undefined; publicProsecution?: boolean | undefined }

type OfCivilCases = Extract<ArticleId, `CPL-${string}` | `EVD-${string}` | `INT-${string}` | `MED-${string}`>;
interface Elsewhere { administrative: readonly ArticleId[] | 'byReference'; criminal: readonly ArticleId[] }

/**
 * `byReference`: 本法没有规定的，适用《中华人民共和国民事诉讼法》的相关规定 (APL-101). An empty list: nothing says it there. An article
 * that does not stand here has no like: the CPL applies by reference in administrative cases, and nothing in criminal ones.
 */
const elsewhere: Partial<Record<OfCivilCases, Elsewhere>> = {
  'CPL-13': { administrative: 'byReference', criminal: ['CRPL-212'] },
  'CPL-16': { administrative: 'byReference', criminal: ['ONL-37'] },
  'CPL-40': { administrative: ['APL-68'], criminal: ['CRPL-183'] },
  'CPL-41': { administrative: ['APL-86'], criminal: ['CRPL-183'] },
  'CPL-42': { administrative: ['APL-68'], criminal: ['CRPL-183'] },
  'CPL-44': { administrative: 'byReference', criminal: ['CRPL-187'] },
  'CPL-47': { administrative: ['APL-55'], criminal: ['CRPL-29'] },
  'CPL-48': { administrative: ['APL-55'], criminal: ['CRPL-29'] },
  'CPL-49': { administrative: ['APL-55'], criminal: ['CRPL-31'] },
  'CPL-50': { administrative: ['APL-55'], criminal: ['CRPL-31'] },
  'CPL-51': { administrative: ['APL-25'], criminal: ['CRPL-108'] },
  'CPL-53': { administrative: ['APL-60'], criminal: ['CRPL-212'] },
  'CPL-61': { administrative: ['APL-31'], criminal: ['CRPL-33', 'CRPL-46'] },
  'CPL-62': { administrative: ['APL-31'], criminal: ['CRPL-33', 'CRPL-46'] },
  'CPL-63': { administrative: 'byReference', criminal: ['CRPL-46'] },
  'CPL-66': { administrative: ['APL-33'], criminal: [] },
  'CPL-68': { administrative: ['APL-67'], criminal: [] },
  'CPL-71': { administrative: ['APL-43', 'AEV-39'], criminal: ['CRPL-61', 'CRPL-195'] },
  'CPL-75': { administrative: 'byReference', criminal: ['CRPL-192'] },
  'CPL-85': { administrative: 'byReference', criminal: ['CRPL-105'] },
  'CPL-86': { administrative: 'byReference', criminal: ['CRPL-106'] },
  'CPL-87': { administrative: 'byReference', criminal: ['CRPL-107'] },
  'CPL-88': { administrative: 'byReference', criminal: ['CRPL-107'] },
  'CPL-89': { administrative: 'byReference', criminal: ['CRPL-107'] },
  'CPL-90': { administrative: 'byReference', criminal: ['ONL-29'] },
  'CPL-99': { administrative: ['APL-60'], criminal: ['CRPL-212'] },
  'CPL-100': { administrative: 'byReference', criminal: ['CRPL-212'] },
  'CPL-101': { administrative: 'byReference', criminal: ['CRPL-212'] },
  'CPL-102': { administrative: 'byReference', criminal: ['CRPL-212'] },
  'CPL-113': { administrative: ['APL-59'], criminal: ['CRPL-199'] },
  'CPL-118': { administrative: ['APL-59'], criminal: ['CRPL-199'] },
  'CPL-119': { administrative: ['APL-59'], criminal: ['CRPL-199'] },
  'CPL-122': { administrative: ['APL-49'], criminal: ['CRPL-210'] },
  'CPL-126': { administrative: ['APL-51'], criminal: ['REG-8'] },
  'CPL-128': { administrative: ['APL-67'], criminal: ['CRPL-187'] },
  'CPL-131': { administrative: 'byReference', criminal: ['CRPL-190'] },
  'CPL-136': { administrative: ['AEV-21'], criminal: ['CRPL-187'] },
  'CPL-137': { administrative: ['APL-54'], criminal: ['CRPL-188'] },
  'CPL-139': { administrative: 'byReference', criminal: ['CRPL-187'] },
  'CPL-140': { administrative: 'byReference', criminal: ['CRPL-190'] },
  'CPL-141': { administrative: 'byReference', criminal: ['CRPL-191', 'CRPL-195'] },
  'CPL-142': { administrative: 'byReference', criminal: ['CRPL-197'] },
  'CPL-144': { administrative: 'byReference', criminal: ['CRPL-198'] },
  'CPL-146': { administrative: ['APL-58'], criminal: ['CRPL-211'] },
  'CPL-147': { administrative: ['APL-58'], criminal: [] },
  'CPL-148': { administrative: ['APL-62'], criminal: ['CRPL-212'] },
  'CPL-149': { administrative: 'byReference', criminal: ['CRPL-204'] },
  'CPL-150': { administrative: 'byReference', criminal: ['CRPL-207'] },
  'CPL-151': { administrative: ['APL-80'], criminal: ['CRPL-202'] },
  'CPL-153': { administrative: 'byReference', criminal: ['CRPL-206'] },
  'CPL-154': { administrative: 'byReference', criminal: ['CRPL-16'] },
  'CPL-171': { administrative: ['APL-85'], criminal: ['CRPL-230'] },
  'CPL-172': { administrative: 'byReference', criminal: ['CRPL-227'] },
  'EVD-19': { administrative: ['AEV-19'], criminal: [] },
  'EVD-51': { administrative: ['APL-67', 'AEV-7'], criminal: [] },
  'EVD-54': { administrative: ['APL-36', 'AEV-7'], criminal: [] },
  'INT-55': { administrative: ['APL-25'], criminal: [] },
  'INT-101': { administrative: ['APL-34', 'AEV-7'], criminal: [] },
  'INT-102': { administrative: ['APL-34', 'AEV-7'], criminal: [] },
  'MED-2': { administrative: ['APL-60'], criminal: ['CRPL-212'] },
};

/** REG-18: the provisions on registering filings are of first instance; an appeal has a panel and a time of its own. */
const onAppeal: Partial<Record<ArticleId, readonly ArticleId[]>> = {
  'REG-6': [], 'REG-7': [], 'REG-8': ['TIME-6'], 'CPL-40': ['CPL-41'], 'CPL-124': ['CPL-172'], 'CPL-126': ['TIME-6'],
};

/** CRPL-210, CRPL-211 and the provisions on registering filings are of private prosecutions; a public one has others. */
const inPublicProsecution: Partial<Record<ArticleId, readonly ArticleId[]>> = {
  'CRPL-210': ['CRPL-176'], 'CRPL-211': ['CRPL-189'], 'REG-6': ['CRPL-176'], 'REG-7': ['CRINT-219'], 'REG-8': ['CRPL-186', 'TIME-6'],
};

/** CRINT-296: a prosecution is taken back under this; CRPL-212, of private prosecutions, then only says what does not apply. */
const takenBack: readonly ArticleId[] = ['CPL-13', 'CPL-148'];

const ownPrefix: Record<CaseType, string> = { civil: 'CPL-', administrative: 'APL-', criminal: 'CRPL-' };
const isOfCivilCases = (id: ArticleId): id is OfCivilCases => /^(CPL|EVD|INT|MED)-/.test(id);

/**
 * The articles as the record of this case cites them, each once, in their order. Where nothing of the list has its like in
 * this kind of case, the list stays: the record then shows of which rule it was made.
 */
export function articlesOfCase({ caseType, instance, publicProsecution }: KindOfCase, articles: readonly ArticleId[]): readonly ArticleId[] {
  const ofInstance = instance === 'second' ? articles.flatMap((id) => onAppeal[id] ?? [id]) : articles;
  const ofKind = publicProsecution ? ofProsecution(ofInstance) : ofInstance.flatMap((id) => inKind(caseType, id));
  return ofKind.length > 0 ? [...new Set(ofKind)] : articles;
}

function ofProsecution(articles: readonly ArticleId[]): readonly ArticleId[] {
  const own = articles.flatMap((id): readonly ArticleId[] => (takenBack.includes(id) ? ['CRINT-296'] : inKind('criminal', id).flatMap((one) => inPublicProsecution[one] ?? [one])));
  return own.includes('CRINT-296') ? own.filter((id) => id !== 'CRPL-212') : own;
}

function inKind(caseType: CaseType, id: ArticleId): readonly ArticleId[] {
  if (id.startsWith('APL-') || id.startsWith('AEV-') || id.startsWith('CRPL-')) return id.startsWith(ownPrefix[caseType]) || (caseType === 'administrative' && id.startsWith('AEV-')) ? [id] : [];
  if (caseType === 'civil' || !isOfCivilCases(id)) return [id];
  const there = elsewhere[id]?.[caseType] ?? (caseType === 'administrative' && id.startsWith('CPL-') ? 'byReference' : []);
  return there === 'byReference' ? ['APL-101', id] : there;
}
