import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { roomPath, signingPath } from '#web/paths.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { TaskFormSection } from '#web/staff/task/TaskFormSection.tsx';

/** A task that has a page of its own: the way there. What can be answered here as well, can be answered here. */
export function OtherPage({ task, kind }: { task: TaskDetail; kind: TaskKindName }) {
  const { t } = useTranslation('staff');
  const { page } = taskCatalogue[kind];
  switch (page) {
    case 'signing':
      return <Panel title={t('task.signingPage')}><p>{t('task.signingExplained')}</p><Button type="primary" href={signingPath(task.taskId)}>{t('task.toSigning')}</Button></Panel>;
    case 'transcript':
      return (
        <Panel title={t('task.transcriptPage')}>
          <p>{t('task.transcriptExplained')}</p>
          {task.hearingId && <Button type="primary" href={`/desk/hearings/${task.hearingId}/transcript?task=${task.taskId}`}>{t('task.toTranscript')}</Button>}
        </Panel>
      );
    case 'hearingRoom':
      return (
        <>
          <Panel title={t('task.roomPage')}>
            <p>{t('task.roomExplained')}</p>
            {task.hearingId && <Button href={roomPath(task.hearingId)}>{t('task.toRoom')}</Button>}
          </Panel>
          <TaskFormSection task={task} kind={kind} onSent={() => undefined} />
        </>
      );
    case undefined: return null;
  }
}
