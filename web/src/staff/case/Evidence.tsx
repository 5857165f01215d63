import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { filePath } from '#web/paths.ts';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

/** The evidence, by who submitted it. */
export function Evidence({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('cases');
  const roleName = useRoleWords();
  const by = (participantId: string) => {
    const participant = courtCase.participants.find((person) => person.participantId === participantId);
    return participant ? `${roleName(participant.role)} ${participant.name}` : '';
  };
  return (
    <ul className="documents-list">
      {courtCase.evidence.map((item) => (
        <li key={item.evidenceId}>
          <a href={filePath(item.fileId)} target="_blank" rel="noreferrer">{item.title}</a>
          <span className="row-second">{by(item.submittedBy)} · {t('source')}{item.source} · {t('proves')}{item.proves}</span>
        </li>
      ))}
    </ul>
  );
}
