import { DownOutlined } from '@ant-design/icons';
import { Form, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { dayOf } from '#domain/calendar/day.ts';
import { rejectionWords, type RejectionGround as Ground } from '#domain/filing/rejection-grounds.ts';
import { groundsFor, rejectionArticles } from '#domain/filing/rejection.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import type { FieldModel } from '#web/tasks/form/form-model.ts';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

/** The grounds that this kind of case knows; the articles of the chosen one stand beneath it. */
export function RejectionGround({ form, field, task }: { form: TaskForm; field: FieldModel; task: TaskDetail }) {
  const say = useWords();
  const problemText = useFieldProblemText();
  const { data } = useQuery(queries.case(task.caseId));
  const kind = { caseType: data?.caseType ?? 'civil', instance: data?.instance ?? 'first', publicProsecution: data?.filing.prosecution != null } as const;
  const chosen = form.values[field.name] as Ground | undefined;
  const problem = form.problems[field.name];
  return (
    <Form.Item label={say(field.label)} htmlFor="field-ground" required validateStatus={problem ? 'error' : undefined} help={problem ? problemText(problem) : undefined}>
      <Select
        id="field-ground" suffixIcon={<DownOutlined aria-hidden />} value={chosen} onChange={(ground: Ground) => form.set(field.name, ground)} aria-invalid={problem ? true : undefined}
        options={groundsFor(kind).map((ground) => ({ value: ground, label: say(rejectionWords[ground]) }))}
      />
      {chosen ? <Articles ids={rejectionArticles(chosen, kind, dayOf(Date.parse(task.openedAt)))} /> : null}
    </Form.Item>
  );
}
