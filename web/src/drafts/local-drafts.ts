/**
 * Drafts in this browser: kept at every keystroke, so that neither a lost network nor an ended session loses a word.
 * One entry a person and form; other people at the same computer do not see it.
 */
export type DraftContent = Record<string, unknown>;
export interface LocalDraft {
  content: DraftContent;
  /** The server has it too. */
  synced: boolean;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
const prefix = 'kaiting.draft';
const keyOf = (personId: string, key: string): string => `${prefix}/${personId}/${key}`;

export function readLocalDraft(store: Store, personId: string, key: string): LocalDraft | null {
  const kept = store.getItem(keyOf(personId, key));
  if (kept === null) return null;
  try {
    const draft = JSON.parse(kept) as LocalDraft;
    return typeof draft.content === 'object' && draft.content !== null ? draft : null;
  } catch {
    return null; // Cut short by a full disk: the server's is the better one.
  }
}

export function writeLocalDraft(store: Store, personId: string, key: string, draft: LocalDraft): void {
  store.setItem(keyOf(personId, key), JSON.stringify(draft));
}

export function removeLocalDraft(store: Store, personId: string, key: string): void {
  store.removeItem(keyOf(personId, key));
}

/** On signing out: what the server has is removed from the computer; what it has not stays until the person is back. */
export function forgetSyncedDrafts(store: Store, personId: string): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index)).filter((key) => key?.startsWith(`${prefix}/${personId}/`));
  for (const key of keys) {
    const draft = readLocalDraft(store, personId, key!.slice(`${prefix}/${personId}/`.length));
    if (!draft || draft.synced) store.removeItem(key!);
  }
}

const isEmpty = (content: DraftContent): boolean => Object.keys(content).length === 0;

/** Which draft to go on with: what was never sent from here first, else what the server has (another device may have written it). */
export function chooseDraft(local: LocalDraft | null, server: DraftContent | null): DraftContent | null {
  if (local && !local.synced && !isEmpty(local.content)) return local.content;
  if (server && !isEmpty(server)) return server;
  return null;
}
