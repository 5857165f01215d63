import { partySignInPath } from '#web/paths.ts';

/** The sign-in page, coming back to this very page afterwards. */
export const signInHref = (next: string = window.location.pathname + window.location.search): string => `${partySignInPath}?next=${encodeURIComponent(next)}`;

/** @returns a path of this site that the address asks to go on to, or null: another site's is never followed. */
export function nextFrom(search: string): string | null {
  const next = new URLSearchParams(search).get('next');
  return next !== null && /^\/(?![/\\])/.test(next) ? next : null;
}
