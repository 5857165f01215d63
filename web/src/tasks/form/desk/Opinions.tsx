import { Checkbox, Input } from 'antd';
import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { filePath } from '#web/paths.ts';
import type { TaskForm } from '#web/tasks/form/use-task-form.ts';

interface Opinion { evidenceId: string; authenticity: boolean; legality: boolean; relevance: boolean; remark: string }
const aspects = ['authenticity', 'legality', 'relevance'] as const;

/** G8: an opinion on each piece of evidence that others submitted: authenticity, legality, relevance. */
export function Opinions({ form, name, caseId, participantId }: { form: TaskForm; name: string; caseId: string; participantId: string | null }) {
  const { t } = useTranslation('tasks');
  const { data: courtCase } = useQuery(queries.case(caseId));
  const others = courtCase?.evidence.filter((item) => item.submittedBy !== participantId) ?? [];
  const rows = (form.values[name] as Opinion[] | undefined) ?? [];
  const missing = others.filter(({ evidenceId }) => !rows.some((row) => row.evidenceId === evidenceId));
  const { ready, set } = form;
  useEffect(() => {
    if (ready && missing.length > 0) set(name, [...rows, ...missing.map(({ evidenceId }) => ({ evidenceId, authenticity: true, legality: true, relevance: true, remark: '' }))]);
  });
  const change = (evidenceId: string, part: Partial<Opinion>) => set(name, rows.map((row) => (row.evidenceId === evidenceId ? { ...row, ...part } : row)));
  if (courtCase && others.length === 0) return <p className="faint">{t('opinions.none')}</p>;
  return (
    <div className="list-field">
      {others.map((item) => {
        const opinion = rows.find((row) => row.evidenceId === item.evidenceId);
        return (
          <fieldset key={item.evidenceId} className="opinion">
            <legend><a href={filePath(item.fileId)} target="_blank" rel="noreferrer">{item.title}</a></legend>
            {aspects.map((aspect) => <Checkbox key={aspect} checked={opinion?.[aspect] ?? false} onChange={(event) => change(item.evidenceId, { [aspect]: event.target.checked })}>{t(`opinions.${aspect}`)}</Checkbox>)}
            <Input aria-label={`${t('opinions.remark')}: ${item.title}`} placeholder={t('opinions.remark')} value={opinion?.remark ?? ''} onChange={(event) => change(item.evidenceId, { remark: event.target.value })} />
          </fieldset>
        );
      })}
    </div>
  );
}
