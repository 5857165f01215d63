import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KindFields, type Described } from '#web/evidence/KindFields.tsx';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { TextField, LongField } from '#web/party/parts/fields.tsx';
import { Hint } from '#web/party/parts/notices.tsx';
import type { FormBodyProps } from '#web/party/tasks/TaskForm.tsx';
import { useFieldProblemText } from '#web/tasks/form/use-task-form.ts';

interface Item extends Described { title: string; source: string; proves: string; fileId?: string }

/** G8: the list of evidence, one card an item, each with its file. An empty list is an answer too. */
export function EvidenceForm({ task, form, onBusy }: FormBodyProps) {
  const { t } = useTranslation('party');
  const items = (form.values['items'] as Item[] | undefined) ?? [];
  const files = (form.values['items:shown'] as Record<string, KeptFile> | undefined) ?? {};
  const busyItems = useRef(new Set<number>());
  const set = (next: Item[]) => form.setMany({ items: next });
  const change = (index: number, part: Partial<Item>) => set(items.map((item, at) => (at === index ? { ...item, ...part } : item)));
  const takeFile = (index: number, taken: KeptFile | undefined) => form.setMany({
    items: items.map((item, at) => (at === index ? { ...item, fileId: taken?.fileId } : item)),
    'items:shown': taken ? { ...files, [taken.fileId]: taken } : files,
  });
  const busy = useCallback((index: number, value: boolean) => {
    if (value) busyItems.current.add(index); else busyItems.current.delete(index);
    onBusy(busyItems.current.size > 0);
  }, [onBusy]);
  return (
    <div className="stack">
      {items.length === 0 ? <Hint>{t('evidence.nothingHint')}</Hint> : null}
      {items.map((item, index) => (
        <ItemCard
          key={index} index={index} item={item} file={item.fileId ? files[item.fileId] : undefined} task={task} form={form}
          onChange={(part) => change(index, part)} onFile={(file) => takeFile(index, file)} onRemove={() => set(items.filter((_, at) => at !== index))} onBusyItem={busy}
        />
      ))}
      <button type="button" className="button wide" onClick={() => set([...items, { title: '', source: '', proves: '' }])}>{t('evidence.add')}</button>
    </div>
  );
}

interface ItemCardProps extends Omit<FormBodyProps, 'onBusy'> {
  index: number;
  item: Item;
  file: KeptFile | undefined;
  onChange: (part: Partial<Item>) => void;
  onFile: (file: KeptFile | undefined) => void;
  onRemove: () => void;
  onBusyItem: (index: number, busy: boolean) => void;
}

function ItemCard({ index, item, file, task, form, onChange, onFile, onRemove, onBusyItem }: ItemCardProps) {
  const { t } = useTranslation('party');
  const problemText = useFieldProblemText();
  const wrong = (name: string) => {
    const problem = form.problems[`items.${index}.${name}`];
    return problem ? problemText(problem) : null;
  };
  const busy = useCallback((value: boolean) => onBusyItem(index, value), [index, onBusyItem]);
  return (
    <section className="card" aria-label={t('evidence.item', { n: index + 1 })}>
      <div className="heading-row">
        <h2>{t('evidence.item', { n: index + 1 })}</h2>
        <button type="button" className="text-button" aria-label={t('evidence.remove', { n: index + 1 })} onClick={onRemove}>{t('common.remove')}</button>
      </div>
      <TextField label={t('evidence.title')} hint={t('evidence.titleHint')} name={`items.${index}.title`} maxLength={200} value={item.title} wrong={wrong('title')} onText={(title) => onChange({ title })} />
      <TextField label={t('evidence.source')} hint={t('evidence.sourceHint')} name={`items.${index}.source`} maxLength={200} value={item.source} wrong={wrong('source')} onText={(source) => onChange({ source })} />
      <LongField label={t('evidence.proves')} name={`items.${index}.proves`} rows={3} maxLength={1000} value={item.proves} wrong={wrong('proves')} onText={(proves) => onChange({ proves })} />
      <KindFields value={item} onChange={onChange} />
      <fieldset className="stack tight">
        <legend>{t('evidence.file')}</legend>
        <FileUploads purpose="evidence" caseId={task.caseId} single files={file ? [file] : []} onFiles={(change) => onFile(change(file ? [file] : [])[0])} onBusy={busy} />
        {wrong('fileId') ? <p className="wrong" role="alert">{wrong('fileId')}</p> : null}
      </fieldset>
    </section>
  );
}
