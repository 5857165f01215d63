import { useTranslation } from 'react-i18next';
import { CameraIcon, CameraOffIcon, LeaveIcon, MicrophoneIcon, MicrophoneOffIcon } from '#web/party/parts/icons.tsx';

interface ControlsProps {
  camera: boolean;
  microphone: boolean;
  onCamera: (on: boolean) => void;
  onMicrophone: (on: boolean) => void;
  onLeave: () => void;
}

/** Camera, microphone, leave: at the thumb on a phone, under the pictures on a desk. */
export function Controls({ camera, microphone, onCamera, onMicrophone, onLeave }: ControlsProps) {
  const { t } = useTranslation('room');
  return (
    <div className="controls" role="toolbar" aria-label={t('controls.label')}>
      <button type="button" className={microphone ? 'control' : 'control off'} aria-pressed={microphone} aria-label={microphone ? t('controls.microphoneOn') : t('controls.microphoneOff')} onClick={() => onMicrophone(!microphone)}>
        {microphone ? <MicrophoneIcon /> : <MicrophoneOffIcon />}
        <span aria-hidden="true">{t('controls.shortMicrophone')} {microphone ? t('controls.on') : t('controls.off')}</span>
      </button>
      <button type="button" className={camera ? 'control' : 'control off'} aria-pressed={camera} aria-label={camera ? t('controls.cameraOn') : t('controls.cameraOff')} onClick={() => onCamera(!camera)}>
        {camera ? <CameraIcon /> : <CameraOffIcon />}
        <span aria-hidden="true">{t('controls.shortCamera')} {camera ? t('controls.on') : t('controls.off')}</span>
      </button>
      <button type="button" className="control leave" onClick={onLeave}>
        <LeaveIcon />
        <span>{t('controls.leave')}</span>
      </button>
    </div>
  );
}
