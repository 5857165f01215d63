import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { agentKindWords, authorityWords } from '#domain/filing/kinds.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { AssessorMark, AssessorsAwaited } from '#web/staff/case/AssessorMark.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

type Participant = CaseDetail['participants'][number];

/** Everybody in the case: the bench, then the participants. */
export function Participants({ courtCase, highlighted }: { courtCase: CaseDetail; highlighted?: string | undefined }) {
  const { t } = useTranslation('cases');
  const { t: happenings } = useTranslation('happenings');
  const roleName = useRoleWords(courtCase);
  const { presidingJudge, clerk, technician, panel, division } = courtCase.bench;
  const bench = [
    [panel.length > 0 ? 'presidingJudge' : 'judge', presidingJudge], ...panel.map((member) => [member.assessor ? 'peoplesAssessor' : 'panelMember', member] as const),
    ['clerk', clerk], ['technician', technician],
  ] as const;
  return (
    <>
      <ul className="people-list">
        {division ? <li><span className="role court">{t('division')}</span>{division}</li> : null}
        {bench.map(([role, person]) => person && <li key={person.personId}><span className="role court">{roleName(role)}</span>{person.name}{'answered' in person && <AssessorMark state={person.answered} />}</li>)}
        {courtCase.participants.map((participant) => (
          <li key={participant.participantId} className={participant.participantId === highlighted ? 'highlighted' : undefined}>
            <span className="role">{roleName(participant.role)}</span>{participant.organisation?.name ?? participant.name}{participant.left && <span className="mark">{happenings('left')}</span>}
            {participant.participantId === highlighted && <span className="mark">{t('aboutThisPerson')}</span>}
            <Particulars participant={participant} all={courtCase.participants} />
          </li>
        ))}
      </ul>
      <AssessorsAwaited courtCase={courtCase} />
    </>
  );
}

/** Who acts for an organisation; for whom an agent acts, and how far. */
function Particulars({ participant: { name, organisation, agency }, all }: { participant: Participant; all: readonly Participant[] }) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const principals = agency?.principals.map((id) => all.find((one) => one.participantId === id)).map((one) => one?.organisation?.name ?? one?.name ?? '').join('、');
  return (
    <>
      {organisation && <span className="row-second">{t('desk.acting', { office: organisation.office, name })}{organisation.creditCode === null ? '' : ` · ${t('desk.code', { code: organisation.creditCode })}`} · {organisation.address}</span>}
      {agency && <span className="row-second">{t('desk.agentFor', { who: principals, kind: say(agentKindWords[agency.kind]), authority: say(authorityWords[agency.authority]) })} · <a href={filePath(agency.powerOfAttorney)} target="_blank" rel="noreferrer">{t('desk.power')}</a></span>}
    </>
  );
}
