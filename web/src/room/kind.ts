import { sessionKinds, type SessionKind } from '#domain/case/types.ts';

/** The kind of session in words (G1 names the eight); one that this page does not know is shown as it is. */
export function kindOf(kind: string, t: (key: `kind.${SessionKind}`) => string): string {
  const known = sessionKinds.find((one) => one === kind);
  return known ? t(`kind.${known}`) : kind;
}
