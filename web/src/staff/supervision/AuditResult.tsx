import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { AuditRun } from '#api/contract/audit.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';

type Result = NonNullable<AuditRun['result']>;

/** What an audit found: the verdict, each difference with both sides, what was compared with what. */
export function AuditResult({ result, by, at }: { result: Result; by: string; at: string }) {
  const { t, i18n } = useTranslation('audit');
  const language = useLanguage();
  const count = result.findings.length + result.differences.length;
  const kindOf = (kind: string) => (i18n.exists(`audit:check.kind.${kind}`) ? t(`check.kind.${kind as 'gap'}`) : kind);
  return (
    <Panel title={t('check.by', { name: by, time: formatInstant(at, 'dateTime', language) })}>
      <p className={count === 0 ? 'audit-verdict' : 'audit-verdict differs'} role="status">{count === 0 ? t('check.whole') : t('check.differs', { count })}</p>
      {(result.resets ?? []).length > 0 && (
        <ul className="audit-resets">
          {(result.resets ?? []).map((reset) => (
            <li key={`${reset.stream}/${reset.seq}`}>
              <strong>{t('check.reset.title', { seq: reset.seq })}</strong> <span className="figures faint" lang="en">{reset.stream}</span>
              <span className="row-second">{t('check.reset.by', { by: reset.by, confirmedBy: reset.confirmedBy })} <span lang="zh-CN">{reset.reason}</span></span>
              {reset.to >= reset.from && <span className="row-second">{t(reset.compared ? 'check.reset.compared' : 'check.reset.uncompared', { which: reset.from === reset.to ? String(reset.from) : `${reset.from}–${reset.to}` })}</span>}
            </li>
          ))}
        </ul>
      )}
      <ul className="audit-findings">
        {result.findings.map((finding, index) => (
          <li key={index}>
            <strong>{kindOf(finding.kind)}</strong> <span className="figures faint" lang="en">{finding.stream} {finding.subject}</span>
            {finding.event && <> · <Link to="/desk/supervision/$caseId" params={{ caseId: result.caseId }} search={{ sources: 'workflow', about: finding.stream }}>{t('event', { id: finding.event.eventId })}</Link></>}
            <Sides expected={finding.expected} found={finding.found} />
          </li>
        ))}
        {result.differences.map((row, index) => (
          <li key={`row-${index}`}>
            <strong>{kindOf('table')}</strong> <span className="figures faint" lang="en">{row.table}{row.column ? `.${row.column}` : ''} {row.key}</span>
            <Sides expected={row.expected} found={row.found} />
          </li>
        ))}
      </ul>
      <div className="wide-table" tabIndex={0} role="region" aria-label={t('check.stream')}>
        <table className="desk-table">
          <thead><tr><th scope="col">{t('check.stream')}</th><th scope="col">{t('check.count')}</th><th scope="col">{t('check.events')}</th><th scope="col">{t('check.history')}</th><th scope="col">{t('check.anchors')}</th></tr></thead>
          <tbody>
            {result.streams.map((stream) => (
              <tr key={stream.stream}>
                <td className="figures" lang="en">{stream.stream}</td><td>{stream.entries}</td><td>{stream.events}</td>
                <td>{t(`check.state.${stream.history}`)}{stream.from && <span className="row-second">{t(`check.source.${stream.from}`)}</span>}</td><td>{stream.anchors}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="faint">{t('check.commands', { count: result.commands, sealed: result.sealedCommands })} · {result.anchoredUntil ? t('check.anchored', { time: formatInstant(result.anchoredUntil, 'dateTime', language) }) : t('check.notAnchored')}</p>
    </Panel>
  );
}

function Sides({ expected, found }: { expected: unknown; found: unknown }) {
  const { t } = useTranslation('audit');
  const shown = (value: unknown) => (value === undefined || value === null ? t('check.nothing') : typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return (
    <div className="sides">
      <div><span className="faint">{t('check.expected')}</span><pre className="figures" tabIndex={0}>{shown(expected)}</pre></div>
      <div><span className="faint">{t('check.found')}</span><pre className="figures" tabIndex={0}>{shown(found)}</pre></div>
    </div>
  );
}
