/**
 * What a filing clerk can ask to be corrected: a field of the filing, a material that was filed, or a kind of material
 * that is missing. The filer's form shows exactly what was asked, and takes changes to nothing else.
 */
import type { Refusal, Words } from '#domain/law/ruled.ts';
import { correctionArticles } from './periods.ts';
import { materialCategories, materialWords, type MaterialCategory } from './material-categories.ts';

export const correctableFields = ['causeOfAction', 'claims', 'factsAndReasons'] as const;
export type CorrectableField = (typeof correctableFields)[number];

export const correctableFieldWords: Record<CorrectableField, Words> = {
  causeOfAction: { zh: '案由', en: 'Cause of action' }, claims: { zh: '诉讼请求', en: 'Claims' }, factsAndReasons: { zh: '事实与理由', en: 'Facts and reasons' },
};

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/** `field:claims`, `material:<file>`, `missing:identity`. */
export const correctionPattern = new RegExp(`^(field:(${correctableFields.join('|')})|material:${uuid}|missing:(${materialCategories.join('|')}))$`);

export type CorrectionKey = { field: CorrectableField } | { material: string } | { missing: MaterialCategory };

/** Null for what names nothing. */
export function correctionKey(what: string): CorrectionKey | null {
  if (!correctionPattern.test(what)) return null;
  const [kind, name] = [what.slice(0, what.indexOf(':')), what.slice(what.indexOf(':') + 1)];
  return kind === 'field' ? { field: name as CorrectableField } : kind === 'material' ? { material: name } : { missing: name as MaterialCategory };
}

/** How a page says it; the name of a file is looked up by whoever asks. */
export function correctionWords(what: string, fileName: (fileId: string) => string | undefined): Words {
  const key = correctionKey(what);
  if (key === null) return { zh: what, en: what };
  if ('field' in key) return correctableFieldWords[key.field];
  if ('missing' in key) return { zh: `缺少：${materialWords[key.missing].zh}`, en: `Missing: ${materialWords[key.missing].en}` };
  const name = fileName(key.material) ?? '';
  return { zh: `材料：${name}`, en: `Material: ${name}` };
}

export interface AskedCorrection { what: string; why: string }

/** May the clerk ask for this: each thing once, and only materials that were filed. */
export function checkAsked(corrections: readonly AskedCorrection[], materials: readonly string[], instance?: 'first' | 'second', publicProsecution = false): Refusal | undefined {
  const asked = corrections.map(({ what }) => what);
  const foreign = asked.filter((what) => { const key = correctionKey(what); return key === null || ('material' in key && !materials.includes(key.material)); });
  const doubled = asked.filter((what, at) => asked.indexOf(what) !== at);
  if (foreign.length === 0 && doubled.length === 0) return undefined;
  return {
    code: 'correction-names', articles: correctionArticles(instance, publicProsecution), data: { foreign, doubled },
    message: { zh: '每一补正事项应指明立案信息中的一个字段或者一份材料，不得重复。', en: 'Each correction names one field or one material of this filing, once.' },
  };
}

/** May the filer change this: what was asked, and nothing else. */
export function checkChanged(changed: readonly string[], asked: readonly AskedCorrection[], instance?: 'first' | 'second', publicProsecution = false): Refusal | undefined {
  const beyond = changed.filter((what) => !asked.some((one) => one.what === what));
  if (beyond.length === 0) return undefined;
  return {
    code: 'not-asked-for', articles: correctionArticles(instance, publicProsecution), data: { beyond },
    message: { zh: '只能补正法院要求补正的事项。', en: 'Only what the court asked for can be corrected.' },
  };
}
