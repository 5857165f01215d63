import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Files } from '#web/tasks/form/desk/Files.tsx';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

interface Item { title: string; source: string; proves: string; fileId?: string }
const parts = ['title', 'source', 'proves'] as const;

/** Pieces of evidence, each with its file. May be empty. */
export function EvidenceList({ form, name, caseId }: { form: TaskForm; name: string; caseId: string }) {
  const { t } = useTranslation('tasks');
  const problemText = useFieldProblemText();
  const rows = (form.values[name] as Item[] | undefined) ?? [];
  const change = (at: number, part: Partial<Item>) => form.set(name, rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  return (
    <div className="list-field">
      {rows.length === 0 && <p className="faint">{t('evidence.none')}</p>}
      {rows.map((row, at) => (
        <div key={at} className="list-row evidence-row">
          {parts.map((part) => {
            const problem = form.problems[`${name}.${at}.${part}`];
            return (
              <div key={part} className="list-cell">
                <Input aria-label={`${t(`evidence.${part}`)} ${at + 1}`} placeholder={t(`evidence.${part}`)} value={row[part]} status={problem ? 'error' : ''} aria-invalid={problem ? true : undefined} onChange={(event) => change(at, { [part]: event.target.value })} />
                {problem && <span className="cell-problem">{problemText(problem)}</span>}
              </div>
            );
          })}
          <div className="list-cell">
            <Files id={`${name}-${at}-file`} value={row.fileId} several={false} caseId={caseId} purpose="evidence" onChange={(fileId) => change(at, { fileId: fileId as string | undefined })} />
            {form.problems[`${name}.${at}.fileId`] && <span className="cell-problem">{problemText(form.problems[`${name}.${at}.fileId`]!)}</span>}
          </div>
          <Button type="text" aria-label={t('evidence.remove', { number: at + 1 })} onClick={() => form.set(name, rows.filter((__, index) => index !== at))}>✕</Button>
        </div>
      ))}
      <Button onClick={() => form.set(name, [...rows, { title: '', source: '', proves: '' }])}>{t('evidence.add')}</Button>
    </div>
  );
}
