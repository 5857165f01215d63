/** The made form of a task, drawn with antd: the decision first, then its fields; its actions stay in view at the foot. */
import { Form, Radio } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { DeskField } from '#web/tasks/form/desk/DeskField.tsx';
import { FormActions } from '#web/tasks/form/desk/FormActions.tsx';
import type { FieldModel } from '#web/tasks/form/form-model.ts';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

interface Props {
  form: TaskForm;
  task: TaskDetail;
  /** A page's own way to enter some fields together (a slot); returns null for fields that it leaves to the made form. */
  special?: (field: FieldModel) => ReactNode | null;
  /** What happened while the person was typing, shown beside the actions, where nothing moves. */
  notice?: ReactNode;
}

export function DeskTaskForm({ form, task, special, notice }: Props) {
  const { t } = useTranslation('tasks');
  const say = useWords();
  const problemText = useFieldProblemText();
  const frame = useRef<HTMLFormElement>(null);
  const busy = form.command.phase !== null;

  const submit = async () => {
    const sent = await form.submit();
    // The first thing to correct comes into view and takes the keyboard.
    if (!sent) window.setTimeout(() => frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
  };
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void latest.current();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  const { model } = form;
  const decisionProblem = model.shape === 'decision' ? form.problems[model.name] : undefined;
  return (
    <Form layout="vertical" component={false} disabled={busy || !form.ready}>
      <form ref={frame} className="task-form" noValidate onSubmit={(event) => { event.preventDefault(); void submit(); }}>
        {model.shape === 'decision' && (
          <fieldset className="decision">
            <legend>{t('decision')}</legend>
            <Radio.Group
              value={form.values[model.name]} onChange={(event) => form.set(model.name, event.target.value)}
              optionType="button" buttonStyle="solid" name={model.name}
              options={model.options.map(({ value, label }) => ({ value, label: say(label) }))}
            />
            {decisionProblem && <p className="form-problem" role="alert">{problemText(decisionProblem)}</p>}
          </fieldset>
        )}
        {form.fields.filter(({ control }) => control !== 'hidden').map((field) => (
          special?.(field) ?? <DeskField key={field.name} field={field} form={form} task={task} />
        ))}
        <FormActions form={form} notice={notice} />
      </form>
    </Form>
  );
}
