import { useTranslation } from 'react-i18next';
import { consentExplanations } from '#domain/case/consent-explanation.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { LongField, OneOf, TextField, Tick } from '#web/party/parts/fields.tsx';
import type { FormBodyProps } from '#web/party/tasks/TaskForm.tsx';
import type { FieldModel } from '#web/tasks/form/form-model.ts';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

/** The form that the task kind makes, in plain fields for a thumb. */
export function MadeForm({ task, form, onBusy }: FormBodyProps) {
  const { t } = useTranslation('party');
  const say = useWords();
  const problemText = useFieldProblemText();
  const { model } = form;
  const decisionProblem = model.shape === 'decision' ? form.problems[model.name] : undefined;
  const meaning = (value: string) => (task.kind === 'consent-online' ? (value === 'consent' ? t('consent.consentMeans') : t('consent.refuseMeans')) : undefined);
  return (
    <div className="stack">
      {task.kind === 'consent-online' ? <Explained version={(task.facts as { explained?: string }).explained} /> : null}
      {model.shape === 'decision' ? (
        <OneOf
          legend={t('task.decision')} value={(form.values[model.name] as string | undefined) ?? null} wrong={decisionProblem ? problemText(decisionProblem) : null}
          onChoose={(value) => form.set(model.name, value)} options={model.options.map((option) => ({ value: option.value, label: say(option.label), hint: meaning(option.value) }))}
        />
      ) : null}
      {form.fields.map((field) => <Field key={field.name} field={field} task={task} form={form} onBusy={onBusy} />)}
    </div>
  );
}

/** ONL-4: the text that the journal says was explained. */
function Explained({ version }: { version: string | undefined }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const points = consentExplanations.find((one) => one.version === version)?.points;
  if (!points) return <p>{t('consent.legal')}</p>;
  return <ol className="stack" data-explained={version}>{points.map((point, at) => <li key={at}>{say(point.text)}</li>)}</ol>;
}

interface FieldProps { field: FieldModel; task: TaskDetail; form: TaskForm; onBusy: (busy: boolean) => void }

function Field({ field, task, form, onBusy }: FieldProps) {
  const { t } = useTranslation('party');
  const say = useWords();
  const problemText = useFieldProblemText();
  const problem = form.problems[field.name];
  const wrong = problem ? problemText(problem) : null;
  const label = say(field.label);
  const hint = field.hint ? say(field.hint) : undefined;
  const value = form.values[field.name];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.control) {
    case 'textarea': return <LongField label={label} hint={hint} wrong={wrong} name={field.name} maxLength={field.maxLength} value={text} onText={(next) => form.set(field.name, next)} />;
    case 'text': return <TextField label={label} hint={hint} wrong={wrong} name={field.name} maxLength={field.maxLength} value={text} onText={(next) => form.set(field.name, next)} />;
    case 'number': return <TextField label={label} hint={hint} wrong={wrong} name={field.name} inputMode="numeric" value={text} onText={(next) => form.set(field.name, next === '' ? undefined : Number(next))} />;
    case 'confirm': return <div><Tick label={label} hint={hint} value={value === true} onChange={(next) => form.set(field.name, next || undefined)} />{wrong ? <p className="wrong" role="alert">{wrong}</p> : null}</div>;
    case 'yesNo':
      return <OneOf across legend={label} wrong={wrong} value={value === true ? 'yes' : value === false ? 'no' : null} onChoose={(next) => form.set(field.name, next === 'yes')} options={[{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }]} />;
    case 'choice': case 'sessionKind':
      return <OneOf legend={label} wrong={wrong} value={typeof value === 'string' ? value : null} onChoose={(next) => form.set(field.name, next)} options={field.options.map((option) => ({ value: option, label: option }))} />;
    case 'day': return <TextField label={label} hint={hint} wrong={wrong} type="date" value={text} onText={(next) => form.set(field.name, next)} />;
    case 'time': return <TextField label={label} hint={hint} wrong={wrong} type="time" value={text} onText={(next) => form.set(field.name, next)} />;
    case 'file': case 'files':
      return <Files field={field} task={task} form={form} wrong={wrong} onBusy={onBusy} single={field.control === 'file'} />;
    // Only the court's own tasks have these; they are answered at the desk.
    case 'courtroom': case 'evidenceList': case 'opinions': case 'corrections': case 'json': case 'hidden': case 'views': return null;
  }
}

/** The answer carries the files' ids; their names stand beside it in the draft, so that they can be shown again. */
function Files({ field, task, form, wrong, onBusy, single }: FieldProps & { wrong: string | null; single: boolean }) {
  const say = useWords();
  const kept = (form.values[`${field.name}:shown`] as KeptFile[] | undefined) ?? [];
  const take = (change: (files: readonly KeptFile[]) => KeptFile[]) => {
    const files = change(kept);
    form.setMany({ [`${field.name}:shown`]: files, [field.name]: single ? files[0]?.fileId : files.map(({ fileId }) => fileId) });
  };
  return (
    <fieldset className="stack tight">
      <legend>{say(field.label)}</legend>
      <FileUploads purpose="evidence" caseId={task.caseId} files={kept} single={single} onFiles={take} onBusy={onBusy} />
      {wrong ? <p className="wrong" role="alert">{wrong}</p> : null}
    </fieldset>
  );
}
