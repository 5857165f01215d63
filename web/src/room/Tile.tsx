import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#web/i18n/use-words.ts';
import { CameraOffIcon, MicrophoneOffIcon } from '#web/party/parts/icons.tsx';
import type { Words } from '#domain/law/ruled.ts';
import type { Seat } from '#web/room/seat-order.ts';

interface TileProps {
  seat: Seat;
  /** The role, as it is called in this session. */
  called: Words;
  stream: MediaStream | null;
  /** Media arrive just now. The own picture always flows. */
  flowing: boolean;
  own: boolean;
  /** Own devices that are switched off. */
  cameraOff?: boolean;
  microphoneOff?: boolean;
  /** Said over the picture instead of it: a recess, a departure. */
  covered?: string | null;
  large?: boolean;
}

/** One person: the picture, and under it always name and role. */
export function Tile({ seat, called, stream, flowing, own, cameraOff = false, microphoneOff = false, covered = null, large = false }: TileProps) {
  const { t } = useTranslation('room');
  const say = useWords();
  const role = say(called);
  const { video, blocked, unblock } = useStream(stream);
  const hidden = covered !== null || stream === null || cameraOff;
  return (
    <figure className={`tile${large ? ' large' : ''}${own ? ' own' : ''}${seat.presence === 'away' ? ' away' : ''}`} data-role={seat.role} data-presence={seat.presence}>
      <div className="picture">
        <video ref={video} autoPlay playsInline muted={own} hidden={hidden} aria-label={t('tile', { name: seat.name, role })} />
        {hidden ? <Cover seat={seat}>{covered ?? absence(seat, t)}</Cover> : null}
        {!hidden && !flowing ? <span className="over" role="status">{t('seat.silent')}</span> : null}
        {blocked ? <button type="button" className="unblock" onClick={unblock}>{t('seat.mute')}</button> : null}
        {own && (cameraOff || microphoneOff) ? (
          <span className="off-marks">
            {cameraOff ? <span title={t('seat.cameraOff')}><CameraOffIcon /><span className="visually-hidden">{t('seat.cameraOff')}</span></span> : null}
            {microphoneOff ? <span title={t('seat.microphoneOff')}><MicrophoneOffIcon /><span className="visually-hidden">{t('seat.microphoneOff')}</span></span> : null}
          </span>
        ) : null}
      </div>
      <figcaption>
        <span className="name">{seat.name}</span>
        <span className="role">{role}{own ? ` · ${t('seat.me')}` : ''}</span>
      </figcaption>
    </figure>
  );
}

function absence(seat: Seat, t: (key: 'seat.waiting' | 'seat.away' | 'seat.noPicture') => string): string {
  if (seat.presence === 'present') return t('seat.noPicture');
  return seat.presence === 'away' && seat.cause !== 'not-joined' ? t('seat.away') : t('seat.waiting');
}

/** Instead of a picture: the family name, and why there is none. */
function Cover({ seat, children }: { seat: Seat; children: ReactNode }) {
  return (
    <div className="cover">
      <span className="initial" aria-hidden="true">{[...seat.name][0]}</span>
      <span>{children}</span>
    </div>
  );
}

/** Gives the stream to the element once, and says when the browser wants a touch before it plays sound. */
function useStream(stream: MediaStream | null) {
  const video = useRef<HTMLVideoElement>(null);
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (!element || element.srcObject === stream) return;
    element.srcObject = stream;
    if (stream) element.play().then(() => setBlocked(false), (cause: unknown) => setBlocked(cause instanceof DOMException && cause.name === 'NotAllowedError'));
  }, [stream]);
  const unblock = () => void video.current?.play().then(() => setBlocked(false), () => undefined);
  return { video, blocked, unblock };
}
