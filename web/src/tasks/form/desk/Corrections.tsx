/** What the filing party has to correct, each by the name of its field or material, and why: one row each. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { correctableFields, correctionWords, type AskedCorrection } from '#domain/filing/corrections.ts';
import { materialCategories } from '#domain/filing/material-categories.ts';
import { queries } from '#web/api/queries.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { useFieldProblemText, type TaskForm } from '#web/tasks/form/use-task-form.ts';

export function Corrections({ form, name, caseId }: { form: TaskForm; name: string; caseId: string }) {
  const { t } = useTranslation('tasks');
  const problemText = useFieldProblemText();
  const things = useThings(caseId);
  const rows = (form.values[name] as AskedCorrection[] | undefined) ?? [];
  const change = (at: number, part: Partial<AskedCorrection>) => form.set(name, rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const problemAt = (at: number, part: keyof AskedCorrection) => form.problems[`${name}.${at}.${part}`];
  const Problem = ({ at, part }: { at: number; part: keyof AskedCorrection }) => {
    const problem = problemAt(at, part);
    return problem ? <span className="cell-problem">{problemText(problem)}</span> : null;
  };
  return (
    <div className="list-field">
      {rows.map((row, at) => (
        // Rows have no identity of their own; they are only added and removed at a place.
        <div key={at} className="list-row corrections-row">
          <div className="list-cell">
            <Select
              aria-label={`${t('corrections.what')} ${at + 1}`} placeholder={t('corrections.what')} value={row.what || undefined} suffixIcon={<DownOutlined aria-hidden />} style={{ width: '100%' }}
              status={problemAt(at, 'what') ? 'error' : ''} onChange={(what: string) => change(at, { what })} options={things(rows.filter((_, index) => index !== at).map(({ what }) => what))}
            />
            <Problem at={at} part="what" />
          </div>
          <div className="list-cell">
            <Input
              aria-label={`${t('corrections.why')} ${at + 1}`} placeholder={t('corrections.why')} value={row.why} maxLength={500} status={problemAt(at, 'why') ? 'error' : ''}
              aria-invalid={problemAt(at, 'why') ? true : undefined} onChange={(event) => change(at, { why: event.target.value })}
            />
            <Problem at={at} part="why" />
          </div>
          <Button type="text" aria-label={t('corrections.remove', { number: at + 1 })} disabled={rows.length === 1} onClick={() => form.set(name, rows.filter((__, index) => index !== at))}>✕</Button>
        </div>
      ))}
      <Button onClick={() => form.set(name, [...rows, { what: '', why: '' }])}>{t('corrections.add')}</Button>
    </div>
  );
}

/** Fields, the materials that were filed, and kinds of material that may be missing; what another row names is left out. */
function useThings(caseId: string) {
  const { t } = useTranslation('tasks');
  const say = useWords();
  const { data } = useQuery(queries.case(caseId));
  const materials = data?.filing.materials ?? [];
  return (taken: readonly string[]) => {
    const group = (label: string, names: readonly string[]) => ({
      label, title: label,
      options: names.filter((what) => !taken.includes(what)).map((what) => ({ value: what, label: say(correctionWords(what, (fileId) => materials.find((one) => one.fileId === fileId)?.name)) })),
    });
    return [
      group(t('corrections.fields'), correctableFields.map((field) => `field:${field}`)),
      group(t('corrections.materials'), materials.map(({ fileId }) => `material:${fileId}`)),
      group(t('corrections.missing'), materialCategories.map((category) => `missing:${category}`)),
    ].filter(({ options }) => options.length > 0);
  };
}
