import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '#web/api/live.ts';

/** Shown while live changes do not arrive; a break of a second or two is not worth a word. */
export function ConnectionNote() {
  const { t } = useTranslation('shell');
  const connection = useConnection();
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (connection !== 'lost') {
      setLasting(false);
      return undefined;
    }
    const timer = window.setTimeout(() => setLasting(true), 2_500);
    return () => window.clearTimeout(timer);
  }, [connection]);
  if (!lasting) return null;
  return <div className="connection-note" role="status">{t('connectionLost')}</div>;
}
