import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { closingReason } from '#domain/case/closing-reason.ts';
import { closedWords, stages, stageWords, type StageOrClosed } from '#domain/case/stages.ts';
import { groundWords, suspensionGrounds } from '#domain/case/suspension.ts';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { CaseDetail } from '#api/contract/cases.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Due, Since } from '#web/staff/parts/Due.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

const isStage = (stage: string): stage is StageOrClosed => Object.hasOwn(stageWords, stage);

/** The first thing on every case: where is it, waiting for whom, since when, until when, under which article. */
export function Standing({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('cases');
  const say = useWords();
  const { standing, closed } = courtCase;
  const now = isStage(standing.stage) ? standing.stage : 'closed';
  const at = now === 'closed' ? stages.length : stages.indexOf(now);
  return (
    <section className="standing" aria-label={t('standing')}>
      <ol className="stage-line" tabIndex={0}>
        {[...stages, 'closed' as const].map((stage, index) => (
          <li key={stage} className={index < at ? 'past' : index === at ? 'now' : 'ahead'} aria-current={index === at ? 'step' : undefined}>{say(stageWords[stage])}</li>
        ))}
      </ol>
      <Suspended courtCase={courtCase} />
      {closed ? (
        <p className="standing-closed">
          <strong>{closed.how in closedWords ? say(closedWords[closed.how as keyof typeof closedWords]) : closed.how}</strong>
          {closed.reason && <span>{say(closingReason(closed.reason))}</span>}
          <Since at={closed.at} />
        </p>
      ) : (
        <>
          <p className="standing-stage"><strong>{say(stageWords[now])}</strong> <Since at={standing.since} /> <Articles ids={standing.articles} /></p>
          <WaitingFor standing={standing} />
        </>
      )}
    </section>
  );
}

/** CPL-153: since when it stands still, why, under which article. */
function Suspended({ courtCase: { suspension } }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('happenings');
  const say = useWords();
  if (!suspension) return null;
  const ground = suspensionGrounds.find((one) => one === suspension.ground);
  return (
    <p className="standing-suspended" role="status">
      <strong>{t('suspended')}</strong> <Since at={suspension.since} /> {ground && <span>{t('suspendedBecause', { ground: say(groundWords(ground)) })}</span>} <span>{t('suspendedReason', { reason: suspension.reason })}</span> <Articles ids={suspension.articles} />
    </p>
  );
}

/** What the court does where nobody has to do anything. */
function whatGoesOn({ stage, repairing }: CaseDetail['standing']): 'repairing' | 'preparation' | 'hearing' | 'archiving' | 'working' {
  if (repairing) return 'repairing';
  return stage === 'preparation' || stage === 'hearing' || stage === 'archiving' ? stage : 'working';
}

/** Who has to do what, since when and until when. */
export function WaitingFor({ standing, except }: { standing: CaseDetail['standing']; except?: string }) {
  const { t } = useTranslation('cases');
  const say = useWords();
  const roleName = useRoleWords();
  const rows = standing.waitingFor.filter(({ taskId }) => taskId !== except);
  if (rows.length === 0) return <p className="faint" role="status">{t(`goesOn.${whatGoesOn(standing)}`)}</p>;
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('waitingFor')}><table className="desk-table waiting-table">
      <caption className="visually-hidden">{t('waitingFor')}</caption>
      <thead><tr><th scope="col">{t('waiting.who')}</th><th scope="col">{t('waiting.what')}</th><th scope="col">{t('waiting.since')}</th><th scope="col">{t('waiting.until')}</th><th scope="col">{t('waiting.articles')}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.taskId} className={row.overdue ? 'overdue' : undefined}>
            <td><span className="role">{roleName(row.role)}</span>{row.who}</td>
            <td><Link to="/desk/tasks/$taskId" params={{ taskId: row.taskId }}>{isTaskKind(row.kind) ? say(taskCatalogue[row.kind].title) : row.kind}</Link></td>
            <td><Since at={row.since} /></td>
            <td><Due at={row.until} overdue={row.overdue} /></td>
            <td><Articles ids={row.articles} /></td>
          </tr>
        ))}
      </tbody>
    </table></div>
  );
}
