import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

interface Correction { what: string; why: string }

/** What the filing party has to correct, and why: one row each. */
export function Corrections({ form, name }: { form: TaskForm; name: string }) {
  const { t } = useTranslation('tasks');
  const problemText = useFieldProblemText();
  const rows = (form.values[name] as Correction[] | undefined) ?? [];
  const change = (at: number, part: Partial<Correction>) => form.set(name, rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const cell = (at: number, part: keyof Correction, label: string) => {
    const problem = form.problems[`${name}.${at}.${part}`];
    return (
      <div className="list-cell">
        <Input aria-label={`${label} ${at + 1}`} placeholder={label} value={rows[at]?.[part] ?? ''} status={problem ? 'error' : ''} aria-invalid={problem ? true : undefined} onChange={(event) => change(at, { [part]: event.target.value })} />
        {problem && <span className="cell-problem">{problemText(problem)}</span>}
      </div>
    );
  };
  return (
    <div className="list-field">
      {rows.map((_, at) => (
        // Rows have no identity of their own; they are only added and removed at a place.
        <div key={at} className="list-row corrections-row">
          {cell(at, 'what', t('corrections.what'))}
          {cell(at, 'why', t('corrections.why'))}
          <Button type="text" aria-label={t('corrections.remove', { number: at + 1 })} disabled={rows.length === 1} onClick={() => form.set(name, rows.filter((__, index) => index !== at))}>✕</Button>
        </div>
      ))}
      <Button onClick={() => form.set(name, [...rows, { what: '', why: '' }])}>{t('corrections.add')}</Button>
    </div>
  );
}
