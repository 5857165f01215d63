import { useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import type { ShownLine } from '#web/transcript/line-edits.ts';

interface Props {
  line: ShownLine;
  writable: boolean;
  focused: boolean;
  /** The id of the list of speakers. */
  speakersId: string;
  onType: (change: { speaker?: string; text?: string }) => void;
  onSettle: (keep: 'mine' | 'theirs') => void;
  onRemove: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** One line: when, who, what. A conflict stands below it, with what the other person wrote. */
export function TranscriptRow({ line, writable, focused, speakersId, onType, onSettle, onRemove, onFocus, onKeyDown }: Props) {
  const { t } = useTranslation('transcript');
  const language = useLanguage();
  const text = useRef<HTMLTextAreaElement>(null);
  // As tall as what it holds.
  useLayoutEffect(() => {
    if (!text.current) return;
    text.current.style.height = 'auto';
    text.current.style.height = `${text.current.scrollHeight}px`;
  }, [line.text]);
  const time = <time dateTime={line.spokenAt}>{formatInstant(line.spokenAt, 'timeWithSeconds', language)}</time>;
  if (!writable) {
    return (
      <li className="transcript-line" data-line={line.lineId}>
        {time}<span className="speaker" lang="zh-CN">{line.speaker}</span><span className="spoken" lang="zh-CN">{line.text}</span>
        {line.amended && <span className="mark">{t('amended')}</span>}
      </li>
    );
  }
  return (
    // The keys of a line belong to the line as a whole; each control in it works by itself.
    <li className={`transcript-line ${line.state} ${focused ? 'focused' : ''}`} data-line={line.lineId} onKeyDown={onKeyDown} onFocus={onFocus}>
      {time}
      <input className="speaker" lang="zh-CN" list={speakersId} maxLength={60} aria-label={t('speaker')} value={line.speaker} onChange={(event) => onType({ speaker: event.target.value })} />
      <textarea ref={text} lang="zh-CN" rows={1} maxLength={4000} aria-label={t('textOf', { speaker: line.speaker })} value={line.text} onChange={(event) => onType({ text: event.target.value })} />
      <span className="line-state">
        {line.state === 'typing' && <span title={t('unsent')}>…</span>}
        {line.amended && line.state === 'saved' && <span className="mark">{t('amended')}</span>}
        {focused && <button type="button" aria-label={t('remove')} onClick={onRemove}>✕</button>}
      </span>
      {line.theirs && (
        <div className="line-conflict" role="alert">
          <p>{t('conflict')}<q lang="zh-CN">{line.theirs.speaker}{t('colon')}{line.theirs.text}</q></p>
          <button type="button" className="plain-button" onClick={() => onSettle('theirs')}>{t('takeTheirs')}</button>
          <button type="button" className="plain-button" onClick={() => onSettle('mine')}>{t('keepMine')}</button>
        </div>
      )}
    </li>
  );
}
