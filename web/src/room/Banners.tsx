import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { useConnection } from '#web/api/live.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { absenceWords } from '#web/room/absence-words.ts';
import { phaseOf } from '#web/room/phase.ts';
import type { HearingSnapshot, MediaProblem } from '#web/room/janus-client.ts';
import { useOnline } from '#web/room/use-online.ts';
import { useSecondsSince } from '#web/room/use-hearing-connection.ts';

/** Everybody sees that the hearing is interrupted, why as far as is known, and what happens next (G12). */
export function InterruptionBanner({ hearing }: { hearing: HearingDetail }) {
  const { t } = useTranslation('room');
  const language = useLanguage();
  const { interruption } = hearing;
  const phase = phaseOf(hearing);
  if (!interruption && phase === 'recess') return <div className="banner calm" role="status">{t('interruption.recess')}</div>;
  if (!interruption && phase !== 'suspended') return null;
  const suspended = phase === 'suspended';
  const next = interruption?.next ?? 'stability';
  return (
    <div className="banner interruption" role="alert">
      <strong>{suspended ? t('pending.suspendedHeading') : t('interruption.heading')}</strong>
      {interruption ? (
        <span>
          {t('interruption.who', { who: interruption.who })} {t('interruption.since', { time: formatInstant(interruption.since, 'time', language) })} · {t('interruption.cause', { cause: t(absenceWords(interruption.cause)) })}
        </span>
      ) : null}
      {interruption?.suspendedBySystem ? <span>{t('interruption.bySystem')}</span> : null}
      <span>{t(`interruption.next.${next}`)}</span>
    </div>
  );
}

/** The own connection: broken (by which side), weak, or well, which needs no word. */
export function ConnectionBanner({ snapshot }: { snapshot: HearingSnapshot }) {
  const { t } = useTranslation('room');
  const online = useOnline();
  const live = useConnection();
  const reconnecting = snapshot.state.kind === 'reconnecting' ? snapshot.state.since : null;
  const seconds = useSecondsSince(reconnecting);
  if (!online) return <div className="banner broken" role="alert">{t('connection.ownNetwork')}</div>;
  if (reconnecting !== null) {
    return (
      <div className="banner broken" role="alert">
        <span>{live === 'lost' ? t('connection.server') : t('connection.reconnecting', { seconds })}</span>
      </div>
    );
  }
  if (snapshot.network === 'weak') return <div className="banner weak" role="status">{t('connection.weak')}</div>;
  return null;
}

const reasons: Record<string, 'denied' | 'missing' | 'busy' | 'ended'> = {
  NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy', ended: 'ended',
};

/** Which device cannot be used, and what to do about it. */
export function DeviceBanner({ problems }: { problems: readonly MediaProblem[] }) {
  const { t } = useTranslation('room');
  if (problems.length === 0) return null;
  return (
    <div className="banner weak" role="alert">
      {problems.map(({ medium, reason }) => <span key={medium}>{t(medium === 'video' ? 'device.camera' : 'device.microphone')} {t(`device.${reasons[reason] ?? 'other'}`)}</span>)}
    </div>
  );
}
