import type { Words } from '#domain/law/ruled.ts';

/** What came of checking something that a person typed: the value in its one spelling, or why it cannot be right. */
export type CheckResult<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly message: Words };

export const invalid = <Code extends string>(code: Code, zh: string, en: string): { readonly ok: false; readonly code: Code; readonly message: Words } =>
  ({ ok: false, code, message: { zh, en } });
