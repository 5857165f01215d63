/** What a corrected input changes, place by place: shown before it is sent, and kept in the record. Pure. */
import { canonicalJson } from '#domain/journal/canonical.ts';

/** `before` absent: it was added; `after` absent: it was taken out. `path` is dotted: `hearing.startsAt`, `people.0.role`. */
export interface Change { path: string; before?: unknown; after?: unknown }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesBetween(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null) && (before === undefined) === (after === undefined)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}
