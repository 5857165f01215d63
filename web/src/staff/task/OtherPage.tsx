import { useTranslation } from 'react-i18next';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { roomPath, signingPath } from '#web/paths.ts';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { TaskFormSection } from '#web/staff/task/TaskFormSection.tsx';

/** A task that has a page of its own: the way there. What can be answered here as well, can be answered here. */
export function OtherPage({ task, kind, onSent }: { task: TaskDetail; kind: TaskKindName; onSent: () => void }) {
  const { t } = useTranslation('staff');
  const { page } = taskCatalogue[kind];
  switch (page) {
    case 'signing':
      return <Panel title={t('task.signingPage')}><p>{t('task.signingExplained')}</p><LinkButton primary href={signingPath(task.taskId)}>{t('task.toSigning')}</LinkButton></Panel>;
    case 'transcript':
      return (
        <Panel title={t('task.transcriptPage')}>
          <p>{t('task.transcriptExplained')}</p>
          {task.hearingId && <LinkButton primary href={`/desk/hearings/${task.hearingId}/transcript`}>{t('task.toTranscript')}</LinkButton>}
        </Panel>
      );
    case 'hearingRoom':
      return (
        <>
          <Panel title={t('task.roomPage')}>
            <p>{t('task.roomExplained')}</p>
            {task.hearingId && <LinkButton href={roomPath(task.hearingId)}>{t('task.toRoom')}</LinkButton>}
          </Panel>
          <TaskFormSection task={task} kind={kind} onSent={onSent} />
        </>
      );
    case undefined: return null;
  }
}
