/** What is wrong with a body, field by field, in both languages: zod's own words in each. */
import { z } from 'zod';
import type { FieldProblem } from '#api/errors.ts';

const inChinese = z.locales.zhCN().localeError;
const inEnglish = z.locales.en().localeError;

/** The parsed value, or every problem with its path ("items.0.fileId"; "" for the body itself). */
export function checkFields<S extends z.ZodType>(schema: S, value: unknown): { ok: true; value: z.infer<S> } | { ok: false; fields: FieldProblem[] } {
  const english = schema.safeParse(value, { error: inEnglish });
  if (english.success) return { ok: true, value: english.data };
  const chinese = schema.safeParse(value, { error: inChinese });
  const zhIssues = chinese.success ? [] : chinese.error.issues;
  return {
    ok: false,
    fields: english.error.issues.flatMap((issue, at) => {
      const message = { zh: zhIssues[at]?.message ?? issue.message, en: issue.message };
      // An unknown field stands at its own path, not at its parent's.
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => ({ path: path.map(String).join('.'), message }));
    }),
  };
}
