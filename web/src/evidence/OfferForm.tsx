import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '#api/contract/evidence.ts';
import type { DescribedEvidence } from '#domain/evidence/item.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { KindFields } from '#web/evidence/KindFields.tsx';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { LongField, TextField } from '#web/party/parts/fields.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

interface OfferFormProps {
  caseId: string;
  /** Replaced by what is filled in; none for a new item. */
  replaces?: { item: EvidenceView; number: number };
  late: boolean;
  heading: string;
  onDone: () => void;
  onCancel: () => void;
}

type Draft = Omit<DescribedEvidence, 'fileId'>;

/** G8: one item of evidence with its file, a photo from the phone as well; after the deadline with the reason (CPL-68). */
export function OfferForm({ caseId, replaces, late, heading, onDone, onCancel }: OfferFormProps) {
  const { t } = useTranslation('evidence');
  const old = replaces?.item;
  const [draft, setDraft] = useState<Draft>({
    title: old?.title ?? '', source: old?.source ?? '', proves: old?.proves ?? '',
    ...(old?.kind ? { kind: old.kind } : {}), ...(old?.form ? { form: old.form } : {}), ...(old?.pages ? { pages: old.pages } : {}),
  });
  const [file, setFile] = useState<KeptFile | null>(null);
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  const [tried, setTried] = useState(false);
  const send = useCommand(api.evidence.act, { label: heading, onDone });
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const missing = (text: string) => (tried && text.trim() === '' ? t('offer.required') : null);
  const reasonMissing = late && reason.trim().length < 2;
  const submit = () => {
    setTried(true);
    const item = { ...draft, title: draft.title.trim(), source: draft.source.trim(), proves: draft.proves.trim(), fileId: file?.fileId ?? '' };
    if (!file || draft.kind === undefined || reasonMissing || [item.title, item.source, item.proves].includes('')) return;
    void send.run({ caseId, act: old ? { what: 'replace', evidenceId: old.evidenceId, item } : { what: 'offer', items: [item], ...(late ? { lateReason: reason.trim() } : {}) } });
  };
  return (
    <section className="card stack" aria-label={heading}>
      <h2>{heading}</h2>
      <TextField label={t('offer.name')} maxLength={200} value={draft.title} wrong={missing(draft.title)} onText={(title) => change({ title })} />
      <KindFields value={draft} wrong={tried && draft.kind === undefined ? t('offer.required') : null} onChange={change} />
      <TextField label={t('source')} maxLength={200} value={draft.source} wrong={missing(draft.source)} onText={(source) => change({ source })} />
      <LongField label={t('proves')} rows={2} maxLength={1000} value={draft.proves} wrong={missing(draft.proves)} onText={(proves) => change({ proves })} />
      <fieldset className="stack tight">
        <legend>{t('file')}</legend>
        <FileUploads purpose="evidence" caseId={caseId} single files={file ? [file] : []} onFiles={(next) => setFile(next(file ? [file] : [])[0] ?? null)} onBusy={setSending} />
        {tried && !file ? <p className="wrong" role="alert">{sending ? t('offer.sending') : t('offer.chooseFile')}</p> : null}
      </fieldset>
      {late ? (
        <>
          <LongField label={t('offer.lateReason')} hint={t('offer.lateHint')} rows={3} maxLength={2000} value={reason} wrong={tried && reasonMissing ? t('offer.required') : null} onText={setReason} />
          <Articles ids={['CPL-68', 'INT-101', 'INT-102']} />
        </>
      ) : null}
      <ProblemNote problem={send.problem} />
      <div className="row wrap">
        <button type="button" className="button main" disabled={send.phase !== null || sending} onClick={submit}>{sending ? t('offer.sending') : old ? t('offer.replace') : t('offer.submit')}</button>
        <button type="button" className="button" onClick={onCancel}>{t('offer.cancel')}</button>
      </div>
    </section>
  );
}
