import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { DeskTaskForm } from '#web/tasks/form/desk/DeskTaskForm.tsx';
import { useTaskForm } from '#web/tasks/form/use-task-form.ts';

interface Step { taskId: string; step: string; error: string; input: unknown }

/** One failed step with everything that is known of it, and what to do about it. */
export function FailedStep({ step, onDone }: { step: Step; onDone: () => void }) {
  const { t } = useTranslation('staff');
  const task = useQuery(queries.task(step.taskId));
  return (
    <div className="failed-step">
      <WhatFailed step={step} />
      <Panel title={t('operations.repair')}>
        {task.isError && !task.data && <ReadFailure error={task.error} again={() => void task.refetch()} />}
        {task.data && <RepairForm task={task.data} input={step.input} onDone={onDone} />}
      </Panel>
    </div>
  );
}

/** The error as the machine tells it, and what the step was given. */
export function WhatFailed({ step: { step, error, input } }: { step: Omit<Step, 'taskId'> }) {
  const { t } = useTranslation('staff');
  return (
    <Panel title={<span className="figures" lang="en">{step}</span>}>
      <h3>{t('operations.error')}</h3>
      <pre className="figures error-text" lang="en" tabIndex={0}>{error}</pre>
      <h3>{t('operations.input')}</h3>
      <pre className="figures" lang="en" tabIndex={0}>{JSON.stringify(input, null, 2)}</pre>
    </Panel>
  );
}

/** What to do about it; correcting the input begins with the input as it was. */
export function RepairForm({ task, input, onDone }: { task: TaskDetail; input: unknown; onDone: () => void }) {
  const form = useTaskForm(task.taskId, 'repair-step', { startWith: { input: input ?? {} }, onDone });
  // The text of the input starts from the draft, so it waits for it.
  return form.ready ? <DeskTaskForm form={form} task={task} /> : null;
}
