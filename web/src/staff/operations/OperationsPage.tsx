/** Operations: are the parts healthy, what failed, and the way to repair it. What the machine says of itself is English. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { AmbiguousEffects } from '#web/staff/operations/AmbiguousEffects.tsx';
import { FailedSteps } from '#web/staff/operations/FailedSteps.tsx';
import { Resets } from '#web/staff/operations/Resets.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';

export function OperationsPage() {
  const { t } = useTranslation('staff');
  usePageTitle(t('nav.operations'));
  return (
    <div className="operations-page">
      <h1>{t('nav.operations')}</h1>
      <Health />
      <AmbiguousEffects />
      <FailedSteps />
      <Resets />
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
