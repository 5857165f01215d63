import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';
import { useWords } from '#web/i18n/use-words.ts';

/** @returns a function that says a role (of the court, or in a case of that kind) in the page's language. */
export function useRoleWords(kind: CaseKind = { caseType: 'civil' }): (role: string) => string {
  const say = useWords();
  return (role) => say(roleInCase(role, kind));
}
