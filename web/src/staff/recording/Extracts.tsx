import { useState } from 'react';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordingPage } from '#api/contract/recordings.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';
import { clockOf, msOf } from '#web/staff/recording/clock-of.ts';

/** G6 (3): stretches of the recording as evidence of a breach, each a file with its hash and reason; and the form for one more. */
export function Extracts({ page, durationMs, now }: { page: RecordingPage; durationMs: number; now: () => number }) {
  const { t } = useTranslation('recordings');
  const language = useLanguage();
  return (
    <>
      {page.extracts.length === 0 ? <p className="faint">{t('noExtracts')}</p> : (
        <ul className="documents-list">
          {page.extracts.map((one) => (
            <li key={one.extractId}>
              {one.fileId ? <a href={filePath(one.fileId)} target="_blank" rel="noreferrer">{clockOf(one.fromMs)}–{clockOf(one.toMs)}</a> : <>{clockOf(one.fromMs)}–{clockOf(one.toMs)} <span className={`mark ${one.failed ? 'bad' : ''}`}>{t(one.failed ? 'failed' : 'making')}</span></>}
              <span className="row-second">{one.why}</span>
              <span className="row-second">{one.by} · {formatInstant(one.at, 'dateTime', language)}{one.sha256 ? <> · <span className="figures" title={`SHA-256 ${one.sha256}`}>{one.sha256.slice(0, 12)}</span></> : null}</span>
              {one.supplement !== null && <span className="row-second" title={`SHA-256 ${one.supplement}`}>{t('inSupplement')}</span>}
            </li>
          ))}
        </ul>
      )}
      {page.may.extract && <NewExtract hearingId={page.hearingId} durationMs={durationMs} now={now} />}
    </>
  );
}

function NewExtract({ hearingId, durationMs, now }: { hearingId: string; durationMs: number; now: () => number }) {
  const { t } = useTranslation(['recordings', 'tasks']);
  const [from, setFrom] = useState('0:00:00');
  const [to, setTo] = useState(() => clockOf(durationMs));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const extract = useCommand(api.recordings.extract, { label: t('takeExtract'), onDone: () => { setReason(''); setChecked(false); } });
  const [fromMs, toMs] = [msOf(from), msOf(to)];
  const wrongTime = fromMs === null || toMs === null;
  const send = () => {
    setChecked(true);
    if (wrongTime || reason.trim().length < 2) return;
    // The last second of the recording is not whole: up to its end means to its end.
    void extract.run({ hearingId, fromMs, toMs: to === clockOf(durationMs) ? durationMs : toMs, reason });
  };
  return (
    <form className="extract-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <p>{t('extractWhy')} <Articles ids={['G6(3)', 'REC-13']} /></p>
      <div className="extract-times">
        <label>{t('from')}<Input value={from} onChange={(event) => setFrom(event.target.value)} status={checked && fromMs === null ? 'error' : ''} /></label>
        <Button onClick={() => setFrom(clockOf(now()))}>{t('setFrom')}</Button>
        <label>{t('to')}<Input value={to} onChange={(event) => setTo(event.target.value)} status={checked && toMs === null ? 'error' : ''} /></label>
        <Button onClick={() => setTo(clockOf(now()))}>{t('setTo')}</Button>
      </div>
      {checked && wrongTime && <p className="cell-problem" role="alert">{t('timeFormat')}</p>}
      <label>{t('reason')}<Input.TextArea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} status={checked && reason.trim().length < 2 ? 'error' : ''} /></label>
      {checked && reason.trim().length < 2 && <p className="cell-problem" role="alert">{t('reasonHint')}</p>}
      {extract.problem && <Problem problem={extract.problem} />}
      <Button htmlType="submit" disabled={extract.phase !== null}>{extract.phase === null ? t('takeExtract') : t('taking')}</Button>
    </form>
  );
}
