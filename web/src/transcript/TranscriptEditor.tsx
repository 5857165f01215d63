/**
 * The transcript while it is typed: one row a line (time, speaker, text), the same for clerk and judge, live both ways.
 * Plain React and CSS, so that the hearing room can show it without the desk's parts.
 *
 * Keys: Enter a new line, Shift+Enter a break, Alt+1…9 a speaker, Alt+↑↓ another line, Backspace in an empty line removes it.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { courtNow } from '#web/shell/court-clock.ts';
import { useProblemText } from '#web/shell/problem-text.ts';
import { TranscriptRow } from '#web/transcript/TranscriptRow.tsx';
import { useTranscript } from '#web/transcript/use-transcript.ts';
import '#web/transcript/transcript.css';

interface Props {
  hearingId: string;
  /** Who may have said it, as it is written into the transcript; in the order of Alt+1…9. */
  speakers: readonly string[];
}

export function TranscriptEditor({ hearingId, speakers }: Props) {
  const { t } = useTranslation('transcript');
  const textOf = useProblemText();
  const { data: me } = useQuery(queries.me());
  const { data: court } = useQuery(queries.court());
  const { data: transcript } = useQuery(queries.transcript(hearingId));
  const editing = useTranscript(hearingId, me?.personId);
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const listId = useId();
  const { lines, writable } = editing;
  const conflicts = lines.filter(({ state }) => state === 'conflict').length;

  // A line that somebody adds at the end comes into view only for who looks at the end.
  const count = lines.length;
  useEffect(() => {
    const frame = list.current?.parentElement;
    if (frame && frame.scrollHeight - frame.scrollTop - frame.clientHeight < 160) frame.scrollTop = frame.scrollHeight;
  }, [count]);

  const focusText = (lineId: string | undefined) => {
    if (lineId) window.setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-line="${lineId}"] textarea`)?.focus(), 0);
  };
  const insertBehind = (after: string | null, speaker: string) => {
    const lineId = editing.insertBehind(after, speaker, courtNow(court?.clock.offsetMs ?? 0));
    if (lineId) focusText(lineId);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const line = lines[at];
    if (!line || event.nativeEvent.isComposing) return;
    const inText = event.target instanceof HTMLTextAreaElement;
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    const act = (doing: () => void) => { event.preventDefault(); doing(); };
    if (event.altKey && digit && speakers[Number(digit) - 1]) act(() => editing.type(line, { speaker: speakers[Number(digit) - 1]! }));
    else if (event.altKey && event.key === 'ArrowUp') act(() => focusText(lines[at - 1]?.lineId));
    else if (event.altKey && event.key === 'ArrowDown') act(() => focusText(lines[at + 1]?.lineId));
    else if (inText && event.key === 'Enter' && !event.shiftKey) act(() => insertBehind(line.lineId, line.speaker));
    else if (inText && event.key === 'Backspace' && line.text === '') act(() => { editing.remove(line); focusText(lines[at - 1]?.lineId ?? lines[at + 1]?.lineId); });
  };

  if (editing.loading) return <p className="transcript-empty">{t('loading')}</p>;
  return (
    <div className="transcript">
      {writable && (
        <p className="transcript-bar">
          <span role="status" className={editing.unsent ? 'unsent' : ''}>{conflicts > 0 ? t('toSettle', { count: conflicts }) : editing.unsent ? t('unsent') : t('saved')}</span>
          <span className="transcript-keys">{t('keys')}</span>
        </p>
      )}
      {editing.problem && <p className="transcript-problem" role="alert">{textOf(editing.problem)}</p>}
      <div className="transcript-frame">
        {lines.length === 0 && <p className="transcript-empty">{t('empty')}</p>}
        <ol ref={list} className="transcript-lines" aria-label={t('title')}>
          {lines.map((line, at) => (
            <TranscriptRow
              key={line.lineId} line={line} writable={writable} focused={focused === line.lineId} speakersId={listId}
              onType={(change) => editing.type(line, change)} onSettle={(keep) => editing.settle(line, keep)} onRemove={() => editing.remove(line)}
              onFocus={() => setFocused(line.lineId)} onKeyDown={(event) => onKey(event, at)}
            />
          ))}
        </ol>
      </div>
      <datalist id={listId}>{speakers.map((speaker) => <option key={speaker} value={speaker} />)}</datalist>
      {writable && (
        <div className="transcript-speakers">
          {speakers.slice(0, 9).map((speaker, at) => (
            <button key={speaker} type="button" className="plain-button" onClick={() => insertBehind(lines.at(-1)?.lineId ?? null, speaker)}>
              <kbd>{at + 1}</kbd><span lang="zh-CN">{speaker}</span>
            </button>
          ))}
          {speakers.length === 0 && <button type="button" className="plain-button" onClick={() => insertBehind(lines.at(-1)?.lineId ?? null, t('unknownSpeaker'))}>{t('addLine')}</button>}
        </div>
      )}
      {transcript?.frozen && <p className="transcript-frozen">{t('frozen', { version: transcript.frozen.version })} <span className="figures" title="SHA-256">{transcript.frozen.sha256}</span></p>}
    </div>
  );
}
