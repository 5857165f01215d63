import { useTranslation } from 'react-i18next';
import type { RecordingMark } from '#api/contract/recordings.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { clockOf } from '#web/staff/recording/clock-of.ts';

/** Phases, pauses and gaps of the recording, from the journal and the continuity ledger; each leads there. */
export function Marks({ marks, durationMs, onSeek }: { marks: readonly RecordingMark[]; durationMs: number; onSeek: (ms: number) => void }) {
  const { t } = useTranslation('recordings');
  const say = useWords();
  if (marks.length === 0) return <p className="faint">{t('noMarks')}</p>;
  const share = (ms: number) => `${Math.min(100, Math.max(0, (ms / durationMs) * 100))}%`;
  return (
    <>
      <div className="recording-bar" aria-hidden="true">
        {marks.map((mark, at) => <span key={at} className={mark.kind} style={{ left: share(mark.fromMs), width: mark.toMs === null ? undefined : `max(3px, ${share(mark.toMs - mark.fromMs)})` }} />)}
      </div>
      <p className="faint">{t('marksExplained')}</p>
      <ol className="recording-marks">
        {marks.map((mark, at) => (
          <li key={at}>
            <button type="button" className="recording-mark" onClick={() => onSeek(mark.fromMs)}>
              <span className="figures">{clockOf(mark.fromMs)}{mark.toMs === null ? '' : `–${clockOf(mark.toMs)}`}</span>
              <span className={`mark ${mark.kind === 'gap' ? 'bad' : mark.kind === 'phase' ? 'stage' : ''}`}>{t(`kinds.${mark.kind}`)}</span>
              <span>{say(mark.title)}{mark.kind === 'gap' && mark.who ? ` · ${mark.who}` : ''}</span>
            </button>
            <Articles ids={mark.articles} />
          </li>
        ))}
      </ol>
    </>
  );
}
