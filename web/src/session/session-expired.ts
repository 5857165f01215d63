/**
 * One fact for all pages: the session of somebody who was signed in has ended. Pages keep what was typed (it is a
 * draft already), and their frame asks the person to sign in again; `useSessionExpired` is for the frames.
 */
import { useSyncExternalStore } from 'react';

let signedIn = false;
let expired = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (expired === next) return;
  expired = next;
  listeners.forEach((tell) => tell());
}

/** Called for every answer 401; counts only once somebody was signed in on this page. */
export function noteSessionExpired(): void {
  if (signedIn) set(true);
}

/** Called when the API has told who is signed in. */
export function noteSignedIn(): void {
  signedIn = true;
  set(false);
}

/** Called when the person signs out: what follows is no expiry. */
export function noteSignedOut(): void {
  signedIn = false;
  set(false);
}

export function useSessionExpired(): boolean {
  return useSyncExternalStore((tell) => { listeners.add(tell); return () => listeners.delete(tell); }, () => expired);
}
