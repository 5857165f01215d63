/** G5, CPL-62: the power of attorney of the agent whom the task is about, opened beside the form. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { agentKindWords, authorityWords } from '#domain/filing/kinds.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';

export function PowerOfAttorney({ task }: { task: TaskDetail }) {
  const { t } = useTranslation(['filing', 'shell']);
  const say = useWords();
  const { data } = useQuery(queries.case(task.caseId));
  const agency = data?.participants.find(({ participantId }) => participantId === task.participant?.participantId)?.agency;
  if (!data || !agency) return null;
  const principals = data.participants.filter(({ participantId }) => agency.principals.includes(participantId)).map(({ name }) => name).join(t('shell:listSeparator'));
  const file = data.documents.find(({ fileId }) => fileId === agency.powerOfAttorney);
  const path = filePath(agency.powerOfAttorney);
  return (
    <Panel title={t('desk.power')}>
      <p>{t('desk.agentFor', { who: principals, kind: say(agentKindWords[agency.kind]), authority: say(authorityWords[agency.authority]) })} · <a className="underlined" href={path} target="_blank" rel="noreferrer">{file?.name ?? t('desk.power')}</a></p>
      {file?.mediaType === 'application/pdf' && <iframe className="material-preview" src={path} title={file.name} />}
      {file?.mediaType.startsWith('image/') && <img className="material-preview" src={path} alt={file.name} />}
    </Panel>
  );
}
