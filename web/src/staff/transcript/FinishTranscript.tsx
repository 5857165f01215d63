import { useQuery } from '@tanstack/react-query';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { DeskTaskForm } from '#web/tasks/form/desk/DeskTaskForm.tsx';
import { useTaskForm } from '#web/tasks/form/use-task-form.ts';

/** G9: the clerk has checked the text; a fixed version is made of it. */
export function FinishTranscript({ taskId }: { taskId: string }) {
  const task = useQuery(queries.task(taskId));
  if (task.isError && !task.data) return <ReadFailure error={task.error} again={() => void task.refetch()} />;
  return task.data ? <Finish task={task.data} /> : null;
}

function Finish({ task }: { task: TaskDetail }) {
  return <DeskTaskForm form={useTaskForm(task.taskId, 'finish-transcript')} task={task} />;
}
