/**
 * A form's draft: in this browser at once, on the server shortly after.
 *
 * If the page closes or the session ends meanwhile: the browser's copy is there already; the next visit sends it on.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { chooseDraft, readLocalDraft, removeLocalDraft, writeLocalDraft, type DraftContent } from '#web/drafts/local-drafts.ts';
import { noteSessionExpired } from '#web/session/session-expired.ts';

const sendAfterMs = 700;
const sendAgainMs = 8_000;

export interface Draft {
  /** `loading` until the browser and the server were asked; then `content` is what to go on with, or null. */
  state: 'loading' | 'ready';
  content: DraftContent | null;
  /** Where the last words are: nowhere yet, in this browser, on the server. */
  saved: 'none' | 'here' | 'server';
  save: (content: DraftContent) => void;
  /** After the form was sent, or to start over. */
  clear: () => void;
}

/** @param key at most 120 characters, for example `task:<uuid>`. @param personId undefined while unknown. */
export function useDraft(key: string, personId: string | undefined): Draft {
  const [found, setFound] = useState<{ content: DraftContent | null } | null>(null);
  const [saved, setSaved] = useState<Draft['saved']>('none');
  const unsent = useRef<DraftContent | null>(null);
  const timer = useRef<number | undefined>(undefined);

  const send = useCallback(async () => {
    window.clearTimeout(timer.current);
    const content = unsent.current;
    if (!personId || content === null) return;
    try {
      await api.people.saveDraft({ key, content });
      if (unsent.current !== content) return; // More was typed meanwhile; its own timer runs.
      unsent.current = null;
      writeLocalDraft(window.localStorage, personId, key, { content, synced: true });
      setSaved('server');
    } catch (error) {
      // Offline or signed out: it is in this browser, and is tried again.
      if (asProblem(error).code === 'UNAUTHENTICATED') noteSessionExpired();
      timer.current = window.setTimeout(() => void send(), sendAgainMs);
    }
  }, [key, personId]);

  useEffect(() => {
    if (!personId) return undefined;
    let current = true;
    setFound(null);
    const local = readLocalDraft(window.localStorage, personId, key);
    const settle = (server: DraftContent | null) => {
      if (!current) return;
      const content = chooseDraft(local, server);
      setFound({ content });
      setSaved(content === null ? 'none' : local && !local.synced ? 'here' : 'server');
      if (local && !local.synced && content !== null) {
        unsent.current = content;
        void send();
      }
    };
    // Without an answer the browser's copy is the best there is, sent before or not.
    api.people.draft({ key }).then(({ content }) => settle(content), () => settle(local?.content ?? null));
    return () => {
      current = false;
      void send();
      window.clearTimeout(timer.current);
    };
  }, [key, personId, send]);

  const save = useCallback((content: DraftContent) => {
    if (!personId) return;
    unsent.current = content;
    writeLocalDraft(window.localStorage, personId, key, { content, synced: false });
    setSaved('here');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void send(), sendAfterMs);
  }, [key, personId, send]);

  const clear = useCallback(() => {
    if (!personId) return;
    window.clearTimeout(timer.current);
    unsent.current = null;
    removeLocalDraft(window.localStorage, personId, key);
    setSaved('none');
    // A draft that cannot be cleared on the server now is offered once more: no harm.
    api.people.saveDraft({ key, content: {} }).catch(() => undefined);
  }, [key, personId]);

  return { state: found ? 'ready' : 'loading', content: found?.content ?? null, saved, save, clear };
}
