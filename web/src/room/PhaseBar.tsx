import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { phaseWordsIn } from '#domain/hearing/phase-words.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { phaseOf } from '#web/room/phase.ts';

/** Always visible: which phase, what happens now, who speaks, and that it is recorded. */
export function PhaseBar({ hearing }: { hearing: HearingDetail }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const language = useLanguage();
  const phase = phaseOf(hearing);
  if (phase === null) return null;
  const words = phaseWordsIn(phase, hearing);
  return (
    <section className="phase-bar" aria-label={t('now.phase')} aria-live="polite" data-phase={phase}>
      <p className="phase">
        <strong>{say(words.title)}</strong>
        {hearing.phaseSince ? <span className="since">{t('now.since', { time: formatInstant(hearing.phaseSince, 'time', language) })}</span> : null}
        <span className={hearing.recording ? 'recording on' : 'recording'}>{hearing.recording ? t('now.recording') : t('now.notRecording')}</span>
      </p>
      <p className="what"><span className="label">{t('now.what')}</span> {say(words.now)}</p>
      <p className="who"><span className="label">{t('now.speaks')}</span> {say(words.speaks)}</p>
    </section>
  );
}
