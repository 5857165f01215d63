import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceFormWords, evidenceForms, evidenceKinds, evidenceKindWords, type DescribedEvidence } from '#domain/evidence/item.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { OneOf, TextField } from '#web/party/parts/fields.tsx';

export type Described = Pick<DescribedEvidence, 'kind' | 'form' | 'pages'>;

/** CPL-66, CPL-73: what kind of evidence it is, whether the original is held, how many pages. */
export function KindFields({ value, wrong, onChange }: { value: Described; wrong?: string | null; onChange: (part: Described) => void }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const id = useId();
  return (
    <>
      <div className="field stack tight">
        <label htmlFor={id}>{t('kind')}</label>
        <select id={id} value={value.kind ?? ''} aria-invalid={wrong ? true : undefined} onChange={(event) => onChange({ kind: evidenceKinds.find((kind) => kind === event.target.value) })}>
          <option value="">{t('kindNone')}</option>
          {evidenceKinds.map((kind) => <option key={kind} value={kind}>{say(evidenceKindWords[kind])}</option>)}
        </select>
        {wrong ? <span className="wrong" role="alert">{wrong}</span> : null}
      </div>
      <OneOf across legend={t('form')} value={value.form ?? null} onChoose={(form) => onChange({ form })} options={evidenceForms.map((form) => ({ value: form, label: say(evidenceFormWords[form]) }))} />
      <TextField label={t('pages')} inputMode="numeric" maxLength={4} value={value.pages === undefined ? '' : String(value.pages)} onText={(text) => onChange({ pages: /^[1-9]\d*$/.test(text) ? Number(text) : undefined })} />
    </>
  );
}
