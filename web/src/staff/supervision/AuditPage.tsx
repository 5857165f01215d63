/** A case's record compared with itself, on request: differences as what they are. */
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import { AuditResult } from '#web/staff/supervision/AuditResult.tsx';
import { CaseSupervisionNav } from '#web/staff/supervision/SupervisionNav.tsx';

const route = getRouteApi('/desk/supervision/$caseId/audit');
const steps = ['anchors', 'journals', 'commands', 'tables'] as const;

export function AuditPage() {
  const { caseId } = route.useParams();
  const { t } = useTranslation(['audit', 'staff', 'cases']);
  const language = useLanguage();
  usePageTitle(t('nav.audit'));
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: courtCase } = useQuery(queries.case(caseId));
  const list = useQuery({
    queryKey: [...queryKeys.record, 'audits', caseId], queryFn: () => api.audit.list({ caseId }),
    refetchInterval: ({ state: { data } }) => (data?.audits.some(({ state }) => state === 'running') ? 1_000 : false),
  });
  const auditId = chosen ?? list.data?.audits[0]?.auditId ?? null;
  const run = useQuery({
    queryKey: [...queryKeys.record, 'audit', auditId], queryFn: () => api.audit.get({ caseId, auditId: auditId ?? '' }), enabled: auditId !== null,
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? 500 : false),
  });
  const start = useMutation({
    mutationFn: (source: 'live' | 'export') => api.audit.start({ caseId, source }),
    onSuccess: async (begun) => {
      setChosen(begun.auditId);
      await list.refetch();
    },
  });
  const running = start.isPending || run.data?.state === 'running';
  const exported = list.data !== undefined && list.data.exports.exported > 0;
  return (
    <div className="case-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('staff:crumbs')}>
          <Link to="/desk/supervision">{t('staff:nav.supervision')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId }}>{courtCase?.caseNumber ?? t('cases:noNumber')}</Link>
        </nav>
        <h1>{t('nav.audit')} <span>{courtCase?.causeOfAction}</span></h1>
      </header>
      <CaseSupervisionNav caseId={caseId} />
      <Panel title={t('nav.audit')} extra={list.data && <span className="faint">{t('check.exports', list.data.exports)}</span>}>
        <p>{t('check.explained')}</p>
        <p className="faint">{t('onRecord')} {t('check.uncovered')}</p>
        <p style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button type="primary" disabled={running} onClick={() => start.mutate('live')}>{run.data ? t('check.again') : t('check.start')}</Button>
          {exported && <Button disabled={running} onClick={() => start.mutate('export')}>{t('check.fromExport')}</Button>}
        </p>
        {start.isError && <Problem problem={asProblem(start.error)} />}
        {run.data?.state === 'running' && (
          <div role="status">
            <Progress percent={Math.round(((steps.indexOf(run.data.progress.step) + run.data.progress.done / Math.max(1, run.data.progress.of)) / steps.length) * 100)} aria-label={t('check.running')} />
            <p className="faint">{t('check.progress', { step: t(`check.step.${run.data.progress.step}`), done: run.data.progress.done, of: run.data.progress.of })}</p>
          </div>
        )}
        {run.data?.state === 'stopped' && <p className="if-nobody">{t('check.stopped')}</p>}
        {run.data?.state === 'failed' && <p className="if-nobody">{t('check.failed')} <span className="figures" lang="en">{run.data.error}</span></p>}
      </Panel>
      {run.data?.result && <AuditResult result={run.data.result} by={run.data.by} at={run.data.startedAt} />}
      <Panel title={t('check.earlier')}>
        {list.isError && <ReadFailure error={list.error} again={() => void list.refetch()} />}
        {list.data?.audits.length === 0 && <p className="faint">{t('check.noEarlier')}</p>}
        <ul className="documents-list">
          {list.data?.audits.map((one) => (
            <li key={one.auditId}>
              <button type="button" className="row-button" aria-pressed={one.auditId === auditId} onClick={() => setChosen(one.auditId)}>{t('check.by', { name: one.by, time: formatInstant(one.startedAt, 'dateTime', language) })}</button>
              <span className="row-second">
                {t(`check.source.${one.source}`)} · {one.state === 'done' ? (one.differences === 0 ? t('check.result.whole') : t('check.result.differs', { count: one.differences ?? 0 })) : t(`check.result.${one.state}`)}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
