/**
 * What an error says when everything is taken out that differs from case to case: ids, numbers, times, hashes, addresses.
 * Steps that failed for the same reason have the same signature, so that operations see one group and mend it once. Pure.
 */

/** In order: what is longer and more certain first. */
const differing: readonly [RegExp, string][] = [
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/（\d{4}）[^\s（）]{1,12}?\d+号/g, '<case number>'],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, '<time>'],
  [/\b[0-9a-f]{32,}\b/gi, '<hash>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<address>'],
  [/\b(localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+):\d{2,5}\b/gi, '<address>'],
  [/(?<![\w/<])(?:\/[\w.@-]+){2,}/g, '<path>'],
  // Codes of a platform tell one error from another; counts and durations do not.
  [/\b\d+(?:\.\d+)?\s?(?:ms|s|seconds?|bytes|[kMG]i?B)\b/g, '<amount>'],
  [/\b\d{4,}\b/g, '<number>'],
];

/** At most so long: what comes after is the machine's stack or a page of HTML. */
const longest = 300;

/** The first lines of the error, without what is of one case alone. The same error of two cases has the same. */
export function errorSignature(error: string): string {
  const [first = ''] = error.trim().split(/\n\s*at |\n{2,}/);
  const same = differing.reduce((text, [what, instead]) => text.replace(what, instead), first).replace(/\s+/g, ' ').trim();
  return same.length > longest ? `${same.slice(0, longest)}…` : same;
}
