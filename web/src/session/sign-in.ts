/** Signing in and out (better-auth, under /api/auth). Everything read for the person before is forgotten. */
import type { QueryClient } from '@tanstack/react-query';
import { queries } from '#web/api/queries.ts';
import { forgetSyncedDrafts } from '#web/drafts/local-drafts.ts';
import { noteSignedOut } from '#web/session/session-expired.ts';

export type SignInResult = 'signedIn' | 'secondFactor' | 'wrong' | 'tooMany' | 'unavailable';

/** Staff: user name and password. `secondFactor`: the code of the person's device is asked for next. */
export async function signInStaff(queryClient: QueryClient, username: string, password: string): Promise<SignInResult> {
  return outcome(queryClient, await post('/api/auth/sign-in/username', { username, password }));
}

/** The second step: the code that the person's device shows now. */
export async function confirmSecondFactor(queryClient: QueryClient, code: string): Promise<SignInResult> {
  return outcome(queryClient, await post('/api/auth/two-factor/verify-totp', { code }));
}

/** On success the person's own data is read anew. */
async function outcome(queryClient: QueryClient, answer: Response | null): Promise<SignInResult> {
  if (answer === null || answer.status >= 500) return 'unavailable';
  if (answer.status === 429) return 'tooMany';
  if (!answer.ok) return 'wrong';
  const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean };
  if (twoFactorRedirect) return 'secondFactor';
  await queryClient.fetchQuery({ ...queries.me(), staleTime: 0 });
  return 'signedIn';
}

export interface SecondFactor { totpURI: string; backupCodes: string[] }

/** Begins setting up a second factor; it counts once `confirmSecondFactor` was answered. @returns null when the password is wrong or no answer came. */
export async function beginSecondFactor(password: string): Promise<SecondFactor | null> {
  const answer = await post('/api/auth/two-factor/enable', { password });
  return answer?.ok ? ((await answer.json()) as SecondFactor) : null;
}

/** Ends the session here and on the server; what was typed and sent is removed from this computer. */
export async function signOut(queryClient: QueryClient, personId: string): Promise<void> {
  await post('/api/auth/sign-out', {});
  noteSignedOut();
  forgetSyncedDrafts(window.localStorage, personId);
  queryClient.clear();
}

/** @returns null when no answer came. */
async function post(path: string, body: object): Promise<Response | null> {
  try {
    return await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  } catch {
    return null;
  }
}
