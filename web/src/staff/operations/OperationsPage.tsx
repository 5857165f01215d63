/** Operations: are the parts healthy, what failed, and the way to repair it. What the machine says of itself is English. */
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { FailedStep } from '#web/staff/operations/FailedStep.tsx';

export function OperationsPage() {
  const { t } = useTranslation('staff');
  usePageTitle(t('nav.operations'));
  const steps = useQuery(queries.failedSteps());
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = steps.data?.steps ?? [];
  const current = rows.find(({ taskId }) => taskId === chosen) ?? null;
  return (
    <div className="operations-page">
      <h1>{t('nav.operations')}</h1>
      <Health />
      <Panel title={t('operations.failedSteps', { count: rows.length })}>
        {steps.isError && !steps.data && <ReadFailure error={steps.error} again={() => void steps.refetch()} />}
        {steps.data && rows.length === 0 && <p className="faint">{t('operations.noFailedSteps')}</p>}
        {rows.length > 0 && (
          <table className="desk-table">
            <thead><tr><th scope="col">{t('operations.step')}</th><th scope="col">{t('operations.case')}</th><th scope="col">{t('operations.error')}</th><th scope="col">{t('operations.attempts')}</th><th scope="col">{t('operations.since')}</th></tr></thead>
            <tbody>
              {rows.map((step) => (
                <tr key={step.taskId} className={step.taskId === chosen ? 'selected' : undefined}>
                  <td><button type="button" className="row-button figures" lang="en" aria-expanded={step.taskId === chosen} onClick={() => setChosen(step.taskId === chosen ? null : step.taskId)}>{step.step}</button></td>
                  <td className="figures">{step.caseNumber ?? step.caseId.slice(0, 8)}</td>
                  <td className="error-cell" lang="en">{step.error}</td>
                  <td>{step.attempts}</td>
                  <td><Since at={step.since} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      {current && <FailedStep key={current.taskId} step={current} onDone={() => setChosen(null)} />}
    </div>
  );
}

function Health() {
  const { t } = useTranslation('staff');
  const health = useQuery(queries.health());
  return (
    <Panel title={t('operations.health')}>
      {health.isError && !health.data && <ReadFailure error={health.error} again={() => void health.refetch()} />}
      <ul className="health-list">
        {health.data?.parts.map((part) => (
          <li key={part.part} className={part.healthy ? 'healthy' : 'ill'}>
            <span className="health-state">{part.healthy ? t('operations.healthy') : t('operations.ill')}</span>
            <span lang="en"><strong>{part.part}</strong><span className="row-second">{part.detail}</span></span>
          </li>
        ))}
        {health.data && <li className={health.data.pendingCommands === 0 ? 'healthy' : 'ill'}><strong className="figures">{health.data.pendingCommands}</strong><span className="row-second">{t('operations.pendingCommands')}</span></li>}
        {health.data && <li className={health.data.ambiguousEffects === 0 ? 'healthy' : 'ill'}><strong className="figures">{health.data.ambiguousEffects}</strong><span className="row-second">{t('operations.ambiguousEffects')}</span></li>}
      </ul>
    </Panel>
  );
}
