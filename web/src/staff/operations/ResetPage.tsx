/** Beginning the workflow of one case again: choose where, see what follows, say why; somebody else of operations confirms. */
import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { ResetPreview } from '#web/staff/operations/ResetPreview.tsx';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import '#web/staff/operations/repairs.css';

const route = getRouteApi('/desk/operations/reset/$caseId');

export function ResetPage() {
  const { t } = useTranslation('resets');
  const { caseId } = route.useParams();
  const [eventId, setEventId] = useState<number | null>(null);
  const points = useQuery(queries.resetPoints(caseId));
  usePageTitle(t('title'));
  return (
    <div className="operations-page">
      <h1>{t('title')}</h1>
      <p className="faint">{t('of', { number: points.data?.caseNumber ?? caseId.slice(0, 8) })} · {t('explained')}</p>
      <p><LinkButton href="/desk/operations">{t('back')}</LinkButton></p>
      <Panel title={t('points')}>
        {points.isError && !points.data && <ReadFailure error={points.error} again={() => void points.refetch()} />}
        {points.isPending && <p className="faint" role="status">{t('reading')}</p>}
        {points.data?.points.length === 0 && <p>{t('noPoints')}</p>}
        <Radio.Group className="reset-points" value={eventId} onChange={(event) => setEventId(event.target.value as number)} options={(points.data?.points ?? []).map((point) => ({ value: point.eventId, label: <Point point={point} /> }))} />
      </Panel>
      {eventId !== null && <Preview key={eventId} caseId={caseId} eventId={eventId} />}
    </div>
  );
}

type Points = Awaited<ReturnType<typeof api.resets.points>>['points'];
const shown = 3;

function Point({ point }: { point: Points[number] }) {
  const { t } = useTranslation('resets');
  const say = useWords();
  const language = useLanguage();
  return (
    <span>
      <strong>{t('point', { seq: point.seq })}</strong> <time dateTime={point.at}>{formatInstant(point.at, 'dateTime', language)}</time>
      <span className="row-second">{t('next')} {point.next.slice(0, shown).map(say).join(language === 'zh' ? '；' : '; ')}{point.next.length > shown && ` ${t('more', { count: point.next.length - shown })}`}</span>
    </span>
  );
}

function Preview({ caseId, eventId }: { caseId: string; eventId: number }) {
  const { t } = useTranslation('resets');
  const say = useWords();
  const [keepUpdates, setKeepUpdates] = useState(true);
  const [keepSignals, setKeepSignals] = useState(true);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [asked, setAsked] = useState(false);
  const seen = useQuery(queries.resetPreview(caseId, eventId));
  const ask = useCommand((input: Parameters<typeof api.resets.ask>[0], options) => api.resets.ask(input, options), { label: t('ask'), onDone: () => setAsked(true) });
  if (!seen.data) return seen.isError ? <ReadFailure error={seen.error} again={() => void seen.refetch()} /> : null;
  const { preview, refusal } = seen.data;
  const send = () => (reason.trim().length < 2 ? setMissing(true) : void ask.run({ caseId, eventId, keepSignals, keepUpdates, reason: reason.trim() }));
  return (
    <Panel title={t('preview')}>
      <ResetPreview preview={preview} />
      {refusal && <p role="alert" className="form-problem">{say(refusal.message)}</p>}
      {!refusal && !asked && (
        <div className="group-actions">
          <Checkbox checked={keepUpdates} onChange={(event) => setKeepUpdates(event.target.checked)}>{t('keepUpdates')}</Checkbox>
          <Checkbox checked={keepSignals} onChange={(event) => setKeepSignals(event.target.checked)}>{t('keepSignals')}</Checkbox>
          <Form.Item label={t('reason')} htmlFor="reset-reason" validateStatus={missing ? 'error' : ''} help={missing ? <span id="reset-reason-problem">{t('reasonMissing')}</span> : undefined}>
            <Input id="reset-reason" value={reason} maxLength={2000} {...(missing ? { 'aria-invalid': true, 'aria-describedby': 'reset-reason-problem' } : {})} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
          </Form.Item>
          <Button type="primary" danger loading={ask.phase !== null} onClick={send}>{t('ask')}</Button>
        </div>
      )}
      <div role="status">{asked && <p>{t('asked')}</p>}</div>
      {ask.problem && <Problem problem={ask.problem} />}
    </Panel>
  );
}
