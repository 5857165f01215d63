import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile, type UploadedFile } from '#web/party/files/upload-file.ts';

interface Props {
  id: string;
  /** A file's id, or a list of them. */
  value: unknown;
  several: boolean;
  caseId: string;
  purpose?: string;
  onChange: (next: string | string[] | undefined) => void;
}

/** Files that belong to an answer: sent when they are chosen; the answer holds their ids. */
export function Files({ id, value, several, caseId, purpose = 'filing', onChange }: Props) {
  const { t } = useTranslation('tasks');
  const [known, setKnown] = useState<Record<string, UploadedFile>>({});
  const [state, setState] = useState<'idle' | 'uploading' | 'failed'>('idle');
  const ids = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];

  const add = async (files: File[]) => {
    setState('uploading');
    const uploads = await Promise.all(files.map((file) => uploadFile(file, purpose, { caseId })));
    const done = uploads.flatMap((upload) => ('done' in upload ? [upload.done] : []));
    setKnown((before) => ({ ...before, ...Object.fromEntries(done.map((file) => [file.fileId, file])) }));
    setState(done.length === uploads.length ? 'idle' : 'failed');
    if (done.length > 0) onChange(several ? [...ids, ...done.map((file) => file.fileId)] : done[0]!.fileId);
  };
  const nameOf = (fileId: string) => known[fileId]?.name ?? fileId.slice(0, 8);
  return (
    <div className="files-field">
      {ids.map((fileId) => (
        <span key={fileId} className="file-chip">
          {nameOf(fileId)}
          <button type="button" aria-label={t('files.remove', { name: nameOf(fileId) })} onClick={() => onChange(several ? ids.filter((other) => other !== fileId) : undefined)}>✕</button>
        </span>
      ))}
      <label className="plain-button" htmlFor={id}>{state === 'uploading' ? t('files.uploading') : t('files.choose')}</label>
      <input id={id} type="file" className="visually-hidden" multiple={several} onChange={(event) => void add([...(event.target.files ?? [])])} />
      {state === 'failed' && <span className="cell-problem" role="alert">{t('files.failed')}</span>}
    </div>
  );
}
