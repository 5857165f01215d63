/**
 * A transcript that is being typed: what the server has, what is typed here, and the sending of it.
 *
 * If the page closes or the network fails: what was typed and not yet taken is in this browser, and is sent when the
 * page is back; a line that somebody changed meanwhile shows up as a conflict and is not written over.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { readLocalDraft, removeLocalDraft, writeLocalDraft } from '#web/drafts/local-drafts.ts';
import { noteSessionExpired } from '#web/session/session-expired.ts';
import { positionBehind, settled, shownLines, taken, typed, without, type Edits, type LineEdit, type ShownLine } from '#web/transcript/line-edits.ts';

const sendAfterMs = 250;
const sendAgainMs = 2_000;

export interface TranscriptEditing {
  lines: ShownLine[];
  loading: boolean;
  writable: boolean;
  /** Words that are not on the server yet. */
  unsent: boolean;
  problem: ApiProblem | null;
  type: (line: LineEdit, change: Partial<Pick<LineEdit, 'speaker' | 'text'>>) => void;
  /** @returns the new line's id, or null when there is no place (the order of the lines is full there). */
  insertBehind: (after: string | null, speaker: string, spokenAt: string) => string | null;
  remove: (line: LineEdit) => void;
  settle: (line: ShownLine, keep: 'mine' | 'theirs') => void;
}

export function useTranscript(hearingId: string, personId: string | undefined): TranscriptEditing {
  const queryClient = useQueryClient();
  const { data, isPending } = useQuery(queries.transcript(hearingId));
  const [edits, setEditsState] = useState<Edits>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const latest = useRef<Edits>({});
  const timers = useRef(new Map<string, number>());
  const sending = useRef(new Set<string>());
  /** The revisions that the server made of what was typed here: a word typed before they show is typed on top of them. */
  const acknowledged = useRef(new Map<string, number>());
  const draftKey = `transcript:${hearingId}`;

  const setEdits = useCallback((next: Edits) => {
    latest.current = next;
    setEditsState(next);
    if (!personId) return;
    if (Object.keys(next).length === 0) removeLocalDraft(window.localStorage, personId, draftKey);
    else writeLocalDraft(window.localStorage, personId, draftKey, { content: { ...next }, synced: false });
  }, [personId, draftKey]);

  const read = useCallback(() => queryClient.invalidateQueries({ queryKey: queryKeys.transcript(hearingId) }), [queryClient, hearingId]);

  const send = useCallback(async (lineId: string): Promise<void> => {
    const edit = latest.current[lineId];
    // One write a line at a time: the next goes on top of the revision that this one makes.
    if (!edit || sending.current.has(lineId)) return;
    sending.current.add(lineId);
    let again = 0;
    try {
      const answer = await api.hearings.writeLine({ hearingId, ...edit });
      queryClient.setQueryData(queries.transcript(hearingId).queryKey, (before) => before && { ...before, lines: [...before.lines.filter((line) => line.lineId !== lineId), answer] });
      acknowledged.current.set(lineId, answer.revision);
      setEdits(taken(latest.current, edit, answer));
      setProblem(null);
      if (latest.current[lineId]) again = sendAfterMs;
    } catch (error) {
      const failed = asProblem(error);
      switch (failed.code) {
        case 'NETWORK': case 'UNAVAILABLE': again = sendAgainMs; break;
        case 'UNAUTHENTICATED': noteSessionExpired(); again = sendAgainMs; break;
        // Somebody was faster: reading shows theirs beside mine.
        case 'CONFLICT': await read(); break;
        case 'ALREADY_DONE': case 'INVALID': case 'NOT_FOUND': case 'REFUSED': case 'TOO_LARGE': case 'TOO_MANY': case 'UNEXPECTED':
          setProblem(failed);
      }
    } finally {
      sending.current.delete(lineId);
    }
    if (again > 0) timers.current.set(lineId, window.setTimeout(() => void send(lineId), again));
  }, [hearingId, queryClient, read, setEdits]);

  const sendSoon = useCallback((lineId: string) => {
    window.clearTimeout(timers.current.get(lineId));
    timers.current.set(lineId, window.setTimeout(() => void send(lineId), sendAfterMs));
  }, [send]);

  // What an earlier page could not send.
  useEffect(() => {
    if (!personId) return undefined;
    const kept = readLocalDraft(window.localStorage, personId, draftKey)?.content as Edits | undefined;
    if (kept && Object.keys(latest.current).length === 0) {
      setEdits(kept);
      Object.keys(kept).forEach(sendSoon);
    }
    const running = timers.current;
    return () => running.forEach((timer) => window.clearTimeout(timer));
  }, [personId, draftKey, sendSoon, setEdits]);

  const lines = shownLines(data?.lines ?? [], edits);
  return {
    lines, loading: isPending, writable: data?.writable ?? false, unsent: Object.keys(edits).length > 0, problem,
    type: (line, change) => {
      setEdits(typed(latest.current, { ...line, revision: Math.max(line.revision, acknowledged.current.get(line.lineId) ?? 0) }, change));
      const conflict = lines.find(({ lineId }) => lineId === line.lineId)?.state === 'conflict';
      if (!conflict) sendSoon(line.lineId);
    },
    insertBehind: (after, speaker, spokenAt) => {
      const position = positionBehind(lines, after);
      if (position === null) return null;
      const lineId = newCommandKey();
      setEdits(typed(latest.current, { lineId, position, spokenAt, speaker, text: '', revision: 0 }, {}));
      sendSoon(lineId);
      return lineId;
    },
    remove: (line) => {
      window.clearTimeout(timers.current.get(line.lineId));
      setEdits(without(latest.current, line.lineId));
      if (line.revision === 0 && !data?.lines.some(({ lineId }) => lineId === line.lineId)) return;
      api.hearings.removeLine({ hearingId, lineId: line.lineId }).then(read, (error: unknown) => setProblem(asProblem(error)));
    },
    settle: (line, keep) => {
      setEdits(settled(latest.current, line, keep));
      if (keep === 'mine') sendSoon(line.lineId);
    },
  };
}
