/** Text that PostgreSQL cannot keep: NUL, and halves of a character that stand alone. No person types them. */
import type { FieldProblem } from '#api/errors.ts';

const message = { zh: '含有无法保存的字符。', en: 'This holds a character that cannot be kept.' };
const halfCharacter = /\p{Surrogate}/u;
const isStorable = (text: string): boolean => !text.includes('\u0000') && !halfCharacter.test(text);

/** Every place of a value (a body, a query, parameters of a path) where such text stands, names of fields included. */
export function unstorable(value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ path: path.join('.'), message }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (isStorable(name) ? unstorable(inner, [...path, name]) : [{ path: path.join('.'), message }]));
}
