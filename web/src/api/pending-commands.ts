/**
 * Commands that the API keeps and sends again until Temporal has answered. Remembered in the browser, so that after a
 * reload or in another tab the pages still say what is on its way.
 */
import { useSyncExternalStore } from 'react';

export interface PendingCommand { commandId: string; label: string; since: string }
const storageKey = 'kaiting.pending-commands';
const listeners = new Set<() => void>();

function read(): readonly PendingCommand[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? (kept as PendingCommand[]) : [];
  } catch {
    return []; // Not ours, or cut short: nothing is lost but a note on the page.
  }
}

let current: readonly PendingCommand[] = typeof window === 'undefined' ? [] : read();

function write(next: readonly PendingCommand[]): void {
  current = next;
  window.localStorage.setItem(storageKey, JSON.stringify(next));
  listeners.forEach((tell) => tell());
}

export function notePending(command: PendingCommand): void {
  write([...read().filter(({ commandId }) => commandId !== command.commandId), command]);
}

export function noteAnswered(commandId: string): void {
  if (current.some((command) => command.commandId === commandId)) write(read().filter((command) => command.commandId !== commandId));
}

/** All commands of this browser that are still on their way. */
export function usePendingCommands(): readonly PendingCommand[] {
  return useSyncExternalStore((tell) => {
    const fromOtherTab = (event: StorageEvent) => { if (event.key === storageKey) { current = read(); tell(); } };
    listeners.add(tell);
    window.addEventListener('storage', fromOtherTab);
    return () => { listeners.delete(tell); window.removeEventListener('storage', fromOtherTab); };
  }, () => current);
}
