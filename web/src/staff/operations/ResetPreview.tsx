/** What a reset does again and what the ledger holds back, and what was told to the workflow after the point: as who asks and who confirms both see it. */
import { useTranslation } from 'react-i18next';
import type { ResetPreview as Preview } from '#domain/operations/reset.ts';
import { wordsOfStep } from '#domain/operations/steps.ts';
import { useWords } from '#web/i18n/use-words.ts';

/** @param kept what was chosen about answers and notifications; undefined while it is being chosen */
export function ResetPreview({ preview, kept }: { preview: Preview; kept?: { updates: boolean; signals: boolean } }) {
  const { t } = useTranslation('resets');
  const say = useWords();
  const fate = (keep: boolean | undefined) => keep !== undefined && <span className={keep ? 'mark good' : 'mark caution'}>{t(keep ? 'kept' : 'dropped')}</span>;
  return (
    <>
      <p>{t('after', { count: preview.after })}</p>
      <h3>{t('again')}</h3>
      {preview.again.length === 0 ? <p className="faint">{t('nothingAgain')}</p> : (
        <ul>{preview.again.map(({ activity, held }, at) => <li key={`${activity}/${at}`}>{say(wordsOfStep(activity).title)} <span className={held ? 'mark good' : 'mark caution'}>{held ? t('held') : t('notHeld')}</span></li>)}</ul>
      )}
      <h3>{t('updates', { count: preview.updates.length })} {preview.updates.length > 0 && fate(kept?.updates)}</h3>
      {preview.updates.length === 0 ? <p className="faint">{t('none')}</p> : <ul>{preview.updates.map((update) => <li key={update.eventId}><span className="figures" lang="en">{update.name} #{update.eventId}</span> {update.lost ? t('lost') : t('taken')}</li>)}</ul>}
      <h3>{t('signals', { count: preview.signals.length })} {preview.signals.length > 0 && fate(kept?.signals)}</h3>
      {preview.signals.length === 0 ? <p className="faint">{t('none')}</p> : <ul>{preview.signals.map((signal) => <li key={signal.eventId}><span className="figures" lang="en">{signal.name} #{signal.eventId}</span></li>)}</ul>}
    </>
  );
}
