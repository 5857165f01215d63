/** Beside the invitation of somebody who was drawn for a panel: who takes part, so that a ground of recusal shows, and what it asks of them. */
import { useTranslation } from 'react-i18next';
import type { AssessorInvitation } from '#api/contract/assessors.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { AssessorMark } from '#web/staff/case/AssessorMark.tsx';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

export function AssessorContext({ task, invitedInto }: { task: TaskDetail; invitedInto: AssessorInvitation }) {
  const { t } = useTranslation('casePeople');
  const { t: cases } = useTranslation('cases');
  const language = useLanguage();
  const role = useRoleWords(task);
  const { division, presidingJudge, clerk, panel, people, hearings, sitsIn } = invitedInto;
  return (
    <aside className="case-context" aria-label={cases('context')}>
      <Panel title={t('assessor.case')} extra={<span className="faint">{task.caseNumber}</span>}>
        <p>{task.causeOfAction}</p>
        {division && <p className="faint">{division}</p>}
        <p className="faint">{t('assessor.fileOpens')}</p>
      </Panel>
      <Panel title={t('assessor.people')}>
        <ul className="people-list">
          {people.map(({ name, role: as, office }) => (
            <li key={`${as}/${name}/${office ?? ''}`}><span className="role">{role(as)}</span>{name}{office && <span className="row-second">{t('assessor.office', { name: office })}</span>}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('assessor.panel')}>
        <ul className="people-list">
          {presidingJudge && <li><span className="role court">{role('presidingJudge')}</span>{presidingJudge}</li>}
          {panel.map(({ name, assessor, state, me }) => (
            <li key={name}><span className="role court">{role(assessor ? 'peoplesAssessor' : 'panelMember')}</span>{name}{me ? ` (${t('assessor.me')})` : <AssessorMark state={state} />}</li>
          ))}
          {clerk && <li><span className="role court">{role('clerk')}</span>{clerk}</li>}
        </ul>
      </Panel>
      <Panel title={t('assessor.burden')}>
        <p>{t('assessor.work')}</p>
        <Facts items={[
          [t('assessor.sessions'), hearings.length === 0 ? t('assessor.noSession')
            : <ul key="sessions" className="people-list">{hearings.map(({ hearingId, startsAt, courtroom }) => <li key={hearingId}>{formatInstant(startsAt, 'dayTime', language)} · {courtroom}</li>)}</ul>],
          [t('assessor.sitsIn'), t('assessor.cases', { count: sitsIn })],
        ]} />
      </Panel>
    </aside>
  );
}
