/** What must not be missing of the materials that are filed with an action (REG-6) or an appeal, for which REG is no law (REG-18). */
import type { ShanghaiDay } from '#domain/calendar/day.ts';
import { articlesOn, type ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';
import type { MaterialCategory } from './material-categories.ts';
import type { FilingFacts } from './parties.ts';

export interface MissingMaterial { category: MaterialCategory; message: Words; articles: readonly ArticleId[] }

/** The categories that may not be empty, in the order of the list. */
export function requiredMaterials({ caseType, instance, parties, prosecutionGround }: Pick<FilingFacts, 'caseType' | 'instance' | 'parties' | 'prosecutionGround'>, day: ShanghaiDay): MissingMaterial[] {
  const needed: MissingMaterial[] = [];
  const need = (category: MaterialCategory, zh: string, en: string, ...articles: ArticleId[]) => needed.push({ category, message: { zh, en }, articles: articlesOn(day, ...articles) });
  if (parties.some(({ role }) => role === 'prosecutor')) {
    need('indictment', '请上传起诉书。', 'Upload the indictment.', 'CRPL-176', 'CRPL-186');
    need('caseFile', '请移送案卷材料。', 'Hand over the case file.', 'CRPL-176');
    need('evidence', '请移送证据。', 'Hand over the evidence.', 'CRPL-176');
    need('identity', '请上传人民检察院派员出席法庭的证明。', 'Upload the procuratorate’s paper that sends you to court.', 'CRPL-189');
    return needed;
  }
  if (parties.some(({ role, kind }) => role === 'plaintiff' && kind !== 'natural')) need('identity', '请上传营业执照（或者登记证书）和法定代表人、主要负责人身份证明书。', 'Upload the licence and the certificate of the legal representative.', instance === 'first' ? 'REG-6' : 'ONL-9');
  if (instance === 'second') need('lowerDecision', '请上传第一审裁判文书。', 'Upload the decision of first instance.', ({ civil: 'CPL-172', administrative: 'APL-85', criminal: 'CRPL-227' } as const)[caseType]);
  if (instance === 'first' && caseType === 'criminal' && prosecutionGround === 'notPursued') need('refusalToProsecute', '请上传公安机关或者人民检察院不予追究的书面决定。', 'Upload the written decision of police or prosecution.', 'CRPL-210');
  return needed;
}
