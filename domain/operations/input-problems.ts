/** What is wrong with a corrected input, field by field, in both languages. Pure. */
import { en, zhCN } from 'zod/locales';
import { isStepName, movedBy, stepInputs } from '#domain/operations/step-inputs.ts';
import type { Words } from '#domain/law/ruled.ts';

export interface InputProblem { path: string; message: Words }

const notMoved: Words = { zh: '不得修改：更正不能作用于另一案件或者庭次。', en: 'May not be changed: a correction does not act on another case or hearing.' };
const [inChinese, inEnglish] = [zhCN().localeError, en().localeError];

/** Nothing: it may be sent. A step of an older build that is not known any more is not checked. */
export function problemsOfInput(step: string, before: unknown, after: unknown): InputProblem[] {
  const moved = movedBy(before, after);
  if (moved.length > 0) return moved.map((path) => ({ path, message: notMoved }));
  if (!isStepName(step)) return [];
  const schema = stepInputs[step]();
  const chinese = schema.safeParse(after, { error: inChinese }).error?.issues ?? [];
  return (schema.safeParse(after, { error: inEnglish }).error?.issues ?? []).map((issue, at) => ({
    path: issue.path.map(String).join('.'), message: { zh: chinese[at]?.message ?? issue.message, en: issue.message },
  }));
}
