import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { wordsOfStep } from '#domain/operations/steps.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Changes } from '#web/staff/operations/Changes.tsx';
import { StepEffects, StepFacts } from '#web/staff/operations/StepFacts.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import '#web/staff/operations/repairs.css';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { DeskTaskForm } from '#web/tasks/form/desk/DeskTaskForm.tsx';
import { useTaskForm } from '#web/tasks/form/use-task-form.ts';

interface Step {
  taskId: string;
  step: string;
  error: string;
  input: unknown;
  /** Of a skip or a failure that waits for a second person. */
  asked?: { name: string; action: 'skip' | 'fail' };
}

/** One failed step with everything that is known of it, and what to do about it. */
export function FailedStep({ step, onDone }: { step: Step; onDone: () => void }) {
  const { t } = useTranslation('staff');
  const task = useQuery(queries.task(step.taskId));
  return (
    <div className="failed-step">
      <WhatFailed step={step} />
      <Panel title={t('operations.repair')}>
        {task.isError && !task.data && <ReadFailure error={task.error} again={() => void task.refetch()} />}
        {task.data && <RepairForm task={task.data} onDone={onDone} />}
      </Panel>
    </div>
  );
}

/** The same, where only the task is known. */
export function FailedStepOfTask({ taskId, onDone }: { taskId: string; onDone: () => void }) {
  const task = useQuery(queries.task(taskId));
  if (!task.data) return task.isError ? <ReadFailure error={task.error} again={() => void task.refetch()} /> : null;
  return <FailedStep step={stepOf(task.data)} onDone={onDone} />;
}

export function stepOf({ taskId, facts, names }: TaskDetail): Step {
  const { action, by } = facts;
  const asked = action === 'skip' || action === 'fail' ? { asked: { name: names[String(by)] ?? '', action } as const } : {};
  return { taskId, step: String(facts['step'] ?? ''), error: String(facts['error'] ?? ''), input: facts['input'], ...asked };
}

/** The error as the machine tells it, what the step was given, and what is known of its effects. */
export function WhatFailed({ step: { taskId, step, error, input, asked } }: { step: Step }) {
  const { t } = useTranslation(['staff', 'repairs']);
  const say = useWords();
  return (
    <Panel title={<>{say(wordsOfStep(step).title)} <span className="figures faint" lang="en">{step}</span></>}>
      {asked && <p className="confirm-what"><strong>{t('repairs:confirmations.asked', { name: asked.name, action: t(`repairs:confirmations.action.${asked.action}`) })}</strong> {t('repairs:confirmations.explained')}</p>}
      <StepFacts step={step} />
      <h3>{t('repairs:effects')}</h3>
      <StepEffects taskId={taskId} step={step} />
      <h3>{t('operations.error')}</h3>
      <pre className="figures error-text" lang="en" tabIndex={0}>{error}</pre>
      <h3>{t('operations.input')}</h3>
      <pre className="figures" lang="en" tabIndex={0}>{JSON.stringify(input, null, 2)}</pre>
    </Panel>
  );
}

/** What to do about it; correcting the input begins with the input as it was, and shows what it changes. */
export function RepairForm({ task, onDone }: { task: TaskDetail; onDone: () => void }) {
  const { t } = useTranslation('repairs');
  const { step, input } = stepOf(task);
  const form = useTaskForm(task.taskId, 'repair-step', { startWith: { input: input ?? {} }, onDone });
  // The text of the input starts from the draft, so it waits for it.
  if (!form.ready) return null;
  const action = form.values['action'];
  const notice = action === 'retryWith' ? <Changes step={step} before={input} after={form.values['input']} /> : action === 'skip' || action === 'fail' ? <p className="faint">{t('asksSecond')}</p> : undefined;
  return <DeskTaskForm form={form} task={task} notice={notice} />;
}
