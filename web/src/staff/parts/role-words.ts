import { roleWords } from '#domain/people/roles.ts';
import { useWords } from '#web/i18n/use-words.ts';

/** @returns a function that says a role (of the court or in the case) in the page's language. */
export function useRoleWords(): (role: string) => string {
  const say = useWords();
  return (role) => (role in roleWords ? say(roleWords[role as keyof typeof roleWords]) : role);
}
