import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';

/** The transcript as the clerk writes it, to read only. It follows the last line until the reader scrolls up. */
export function LiveTranscript({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  const { data } = useQuery(queries.transcript(hearingId));
  const end = useRef<HTMLLIElement>(null);
  const lines = data?.lines ?? [];
  const last = lines[lines.length - 1];
  useEffect(() => {
    const panel = end.current?.closest('.side-content');
    if (panel && panel.scrollHeight - panel.scrollTop - panel.clientHeight < 160) panel.scrollTop = panel.scrollHeight;
  }, [last?.lineId, last?.text]);
  if (lines.length === 0) return <p className="soft">{t('side.empty')}</p>;
  return (
    <>
      <p className="soft">{t('side.live')}</p>
      <ol className="lines">
        {lines.map((line) => (
          <li key={line.lineId}>
            <span className="soft number">{formatInstant(line.spokenAt, 'timeWithSeconds', language)}</span> <strong lang="zh-CN">{line.speaker}</strong>
            {line.amended ? <span className="tag">{t('side.amended')}</span> : null}
            <p lang="zh-CN">{line.text}</p>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
    </>
  );
}
