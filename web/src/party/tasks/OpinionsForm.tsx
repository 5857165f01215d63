import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceItem } from '#domain/case/types.ts';
import type { Aspect } from '#domain/evidence/item.ts';
import { queries } from '#web/api/queries.ts';
import { LongField, OneOf } from '#web/party/parts/fields.tsx';
import { Hint } from '#web/party/parts/notices.tsx';
import type { FormBodyProps } from '#web/party/tasks/TaskForm.tsx';
import { filePath } from '#web/paths.ts';
import { useFieldProblemText } from '#web/tasks/form/use-task-form.ts';

interface Opinion { evidenceId: string; authenticity?: boolean; legality?: boolean; relevance?: boolean; reasons?: Partial<Record<Aspect, string>>; remark: string }
const views = ['authenticity', 'legality', 'relevance'] as const;

/** G8: an opinion on each item of the other side: 真实性, 合法性, 关联性. */
export function OpinionsForm({ task, form }: FormBodyProps) {
  const { t } = useTranslation('party');
  const problemText = useFieldProblemText();
  const { data } = useQuery(queries.case(task.caseId));
  const items = (task.facts['items'] as EvidenceItem[] | undefined) ?? [];
  const opinions = (form.values['opinions'] as Opinion[] | undefined) ?? [];
  const of = (evidenceId: string): Opinion => opinions.find((one) => one.evidenceId === evidenceId) ?? { evidenceId, remark: '' };
  // Every item is in the answer from the first touch on, in the order of the list.
  const set = (evidenceId: string, part: Partial<Opinion>) => form.set('opinions', items.map((item) => ({ ...of(item.evidenceId), ...(item.evidenceId === evidenceId ? part : {}) })));
  const complete = opinions.length === items.length;
  const { ready, setMany } = form;
  // An untouched list would be no answer: each item stands in it from the start, undecided.
  useEffect(() => {
    if (ready && !complete) setMany({ opinions: items.map((item) => of(item.evidenceId)) });
  }, [ready, complete]);
  const nameOf = (participantId: string) => data?.participants.find((one) => one.participantId === participantId)?.name ?? '';
  if (items.length === 0) return <Hint>{t('opinion.none')}</Hint>;
  const wrong = (index: number, name: string) => {
    const problem = form.problems[`opinions.${index}.${name}`];
    return problem ? problemText(problem) : null;
  };
  return (
    <div className="stack">
      <p>{t('opinion.lead')}</p>
      {form.problems['opinions'] ? <p className="wrong" role="alert">{problemText(form.problems['opinions'])}</p> : null}
      {items.map((item, index) => {
        const opinion = of(item.evidenceId);
        const disputed = views.some((view) => opinion[view] === false);
        return (
          <section className="card" key={item.evidenceId} aria-label={item.title}>
            <h2>{item.title}</h2>
            <p className="soft">{t('case.evidenceBy', { who: nameOf(item.submittedBy) })} · {t('case.evidenceProves', { what: item.proves })}</p>
            <p><a className="button small" href={filePath(item.fileId)} target="_blank" rel="noreferrer">{t('opinion.open')}</a></p>
            {views.map((view) => (
              <div key={view} className="stack tight">
              <OneOf
                across legend={t(`opinion.${view}`)} wrong={wrong(index, view)} value={opinion[view] === true ? 'accept' : opinion[view] === false ? 'deny' : null}
                onChoose={(value) => set(item.evidenceId, { [view]: value === 'accept' })}
                options={[{ value: 'accept', label: t('opinion.accept') }, { value: 'deny', label: t('opinion.deny') }]}
              />
              {opinion[view] === false ? (
                <LongField label={t('opinion.reasonOf', { aspect: t(`opinion.${view}`) })} rows={2} maxLength={1000} value={opinion.reasons?.[view] ?? ''} onText={(text) => set(item.evidenceId, { reasons: { ...opinion.reasons, [view]: text } })} />
              ) : null}
              </div>
            ))}
            <LongField label={t('opinion.remark')} hint={disputed ? t('opinion.remarkHint') : t('common.optionalHint')} rows={2} maxLength={1000} value={opinion.remark} wrong={wrong(index, 'remark')} onText={(remark) => set(item.evidenceId, { remark })} />
          </section>
        );
      })}
    </div>
  );
}
