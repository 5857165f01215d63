/** One field of the made form, by its control. The signs inside controls are for the eye alone: antd names them in English. */
import { CalendarOutlined, DownOutlined } from '@ant-design/icons';
import { Checkbox, DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionWords } from '#domain/case/session-words.ts';
import type { SessionKind } from '#domain/case/types.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Corrections } from '#web/tasks/form/desk/Corrections.tsx';
import { EvidenceList } from '#web/tasks/form/desk/EvidenceList.tsx';
import { Files } from '#web/tasks/form/desk/Files.tsx';
import { JsonInput } from '#web/tasks/form/desk/JsonInput.tsx';
import { Opinions } from '#web/tasks/form/desk/Opinions.tsx';
import { Views } from '#web/tasks/form/desk/Views.tsx';
import type { FieldModel } from '#web/tasks/form/form-model.ts';
import { useOptionWords } from '#web/tasks/form/option-words.ts';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

interface Props { field: FieldModel; form: TaskForm; task: TaskDetail }

export function DeskField({ field, form, task }: Props) {
  const { t } = useTranslation('tasks');
  const say = useWords();
  const problemText = useFieldProblemText();
  const problem = form.problems[field.name];
  const id = `field-${field.name}`;
  const label = <>{say(field.label)}{!field.required && <span className="faint"> {t('optional')}</span>}</>;
  const help = problem ? <span id={`${id}-problem`}>{problemText(problem)}</span> : undefined;
  // A lone tick carries its own words; lists label their own inputs.
  if (field.control === 'confirm') {
    return <Form.Item className="confirm-field" validateStatus={problem ? 'error' : undefined} help={help}><FieldControl field={field} form={form} task={task} id={id} /></Form.Item>;
  }
  return (
    <Form.Item label={label} htmlFor={id} required={field.required} validateStatus={problem ? 'error' : undefined} help={help} extra={field.hint ? say(field.hint) : undefined}>
      <FieldControl field={field} form={form} task={task} id={id} />
    </Form.Item>
  );
}

function FieldControl({ field, form, task, id }: Props & { id: string }) {
  const { t } = useTranslation('tasks');
  const say = useWords();
  const optionWords = useOptionWords();
  const value = form.values[field.name];
  const set = (next: unknown) => form.set(field.name, next);
  const invalid = form.problems[field.name] ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-problem` } : {};
  const text = typeof value === 'string' ? value : '';
  switch (field.control) {
    case 'text': return <Input id={id} value={text} maxLength={field.maxLength} onChange={(event) => set(event.target.value)} {...invalid} />;
    case 'textarea': return <Input.TextArea id={id} value={text} maxLength={field.maxLength} autoSize={{ minRows: 3, maxRows: 12 }} onChange={(event) => set(event.target.value)} {...invalid} />;
    case 'number': return <InputNumber id={id} controls={false} value={typeof value === 'number' ? value : null} min={field.min} max={field.max} onChange={(next) => set(next ?? undefined)} {...invalid} />;
    case 'yesNo': return <Radio.Group id={id} value={value} onChange={(event) => set(event.target.value)} options={[{ value: true, label: t('yes') }, { value: false, label: t('no') }]} />;
    case 'confirm': return <Checkbox id={id} checked={value === true} onChange={(event) => set(event.target.checked ? true : undefined)} {...invalid}>{say(field.label)}</Checkbox>;
    case 'choice': return <Radio.Group id={id} value={value} onChange={(event) => set(event.target.value)} options={field.options.map((option) => ({ value: option, label: optionWords(option) }))} />;
    case 'sessionKind':
      return <Select id={id} suffixIcon={<DownOutlined aria-hidden />} value={value} onChange={set} style={{ maxWidth: 240 }} options={field.options.map((option) => ({ value: option, label: say(sessionWords[option as SessionKind]) }))} {...invalid} />;
    case 'day': return <DatePicker id={id} allowClear={false} suffixIcon={<CalendarOutlined aria-hidden />} value={text ? dayjs(text) : null} onChange={(day) => set(day ? day.format('YYYY-MM-DD') : undefined)} {...invalid} />;
    // A field of type time follows the device's clock of 12 or 24 hours; the court writes 24.
    case 'time': return <Input id={id} inputMode="numeric" placeholder="09:00" maxLength={5} style={{ maxWidth: 100 }} value={text} onChange={(event) => set(event.target.value || undefined)} {...invalid} />;
    case 'courtroom': return <CourtroomSelect id={id} value={text} onChange={set} invalid={invalid} />;
    case 'file': case 'files': return <Files id={id} value={value} several={field.control === 'files'} caseId={task.caseId} purpose={task.kind === 'list-document-to-serve' ? 'court-document' : 'filing'} onChange={set} />;
    case 'corrections': return <Corrections form={form} name={field.name} caseId={task.caseId} />;
    case 'evidenceList': return <EvidenceList form={form} name={field.name} caseId={task.caseId} />;
    case 'opinions': return <Opinions form={form} name={field.name} caseId={task.caseId} participantId={task.participant?.participantId ?? null} />;
    case 'views': return <Views form={form} name={field.name} task={task} />;
    case 'json': return <JsonInput id={id} value={value} onChange={set} {...invalid} />;
    case 'hidden': return null;
  }
}

function CourtroomSelect({ id, value, onChange, invalid }: { id: string; value: string; onChange: (next: string) => void; invalid: object }) {
  const { data: court } = useQuery(queries.court());
  return <Select id={id} suffixIcon={<DownOutlined aria-hidden />} value={value || undefined} onChange={onChange} style={{ maxWidth: 320 }} options={court?.courtrooms.map((room) => ({ value: room.id, label: room.name })) ?? []} {...invalid} />;
}
