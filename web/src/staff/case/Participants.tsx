import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

/** Everybody in the case: the bench, then the participants. */
export function Participants({ courtCase, highlighted }: { courtCase: CaseDetail; highlighted?: string | undefined }) {
  const { t } = useTranslation('cases');
  const roleName = useRoleWords();
  const { presidingJudge, clerk, technician, panel, division } = courtCase.bench;
  const bench = [
    [panel.length > 0 ? 'presidingJudge' : 'judge', presidingJudge], ...panel.map((member) => [member.assessor ? 'peoplesAssessor' : 'panelMember', member] as const),
    ['clerk', clerk], ['technician', technician],
  ] as const;
  return (
    <ul className="people-list">
      {division ? <li><span className="role court">{t('division')}</span>{division}</li> : null}
      {bench.map(([role, person]) => person && <li key={person.personId}><span className="role court">{roleName(role)}</span>{person.name}</li>)}
      {courtCase.participants.map((participant) => (
        <li key={participant.participantId} className={participant.participantId === highlighted ? 'highlighted' : undefined}>
          <span className="role">{roleName(participant.role)}</span>{participant.name}
          {participant.participantId === highlighted && <span className="mark">{t('aboutThisPerson')}</span>}
        </li>
      ))}
    </ul>
  );
}
