import { useEffect, useId, useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '#web/i18n/format.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { uploadFile, type UploadedFile, type UploadTrouble } from '#web/party/files/upload-file.ts';
import { filePath } from '#web/paths.ts';

/** What a draft keeps of a file that arrived. */
export type KeptFile = Pick<UploadedFile, 'fileId' | 'name' | 'bytes' | 'mediaType'>;

interface UnderWay {
  key: string;
  file: File;
  share: number;
  trouble: UploadTrouble | null;
  stop: AbortController;
}

interface FileUploadsProps {
  purpose: 'filing' | 'evidence' | 'statement';
  caseId?: string;
  files: readonly KeptFile[];
  /** Called with a change, not a list: two files may arrive in the same moment. */
  onFiles: (change: (files: readonly KeptFile[]) => KeptFile[]) => void;
  /** One file only: a new one takes the old one's place. */
  single?: boolean;
  /** True while something is still on its way or failed and was not removed. */
  onBusy?: (busy: boolean) => void;
}

const accepted = '.pdf,.doc,.docx,.jpg,.jpeg,.png,.webp,.heic,.mp3,.m4a,.wav,.mp4,.mov,.webm,.txt,.zip,image/*';
const isPicture = (mediaType: string) => /^image\/(jpeg|png|webp|gif)$/.test(mediaType);

/** Chooses, sends, shows and removes files. What went wrong is said at the file it happened to. */
export function FileUploads({ purpose, caseId, files, onFiles, single = false, onBusy }: FileUploadsProps) {
  const { t } = useTranslation('party');
  const input = useId();
  const [underWay, setUnderWay] = useState<UnderWay[]>([]);
  const [over, setOver] = useState(false);
  const stops = useRef(new Set<AbortController>());
  const busy = underWay.some(({ trouble }) => trouble === null);
  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  // Left behind, an upload has nobody to tell: it is stopped with the page.
  useEffect(() => { const all = stops.current; return () => all.forEach((stop) => stop.abort()); }, []);

  const change = (key: string, part: Partial<UnderWay>) => setUnderWay((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = (key: string) => setUnderWay((all) => all.filter((one) => one.key !== key));

  async function send({ key, file, stop }: UnderWay) {
    stops.current.add(stop);
    const upload = await uploadFile(file, purpose, { caseId, signal: stop.signal, onProgress: (share) => change(key, { share }) });
    stops.current.delete(stop);
    if ('trouble' in upload) { change(key, { trouble: upload.trouble }); return; }
    const { fileId, name, bytes, mediaType } = upload.done;
    forget(key);
    onFiles((before) => [...(single ? [] : before), { fileId, name, bytes, mediaType }]);
  }

  function take(chosen: FileList | null) {
    const taken = [...(chosen ?? [])].slice(0, single ? 1 : undefined);
    for (const file of taken) {
      const one: UnderWay = { key: `${file.name}/${file.size}/${performance.now()}/${Math.random()}`, file, share: 0, trouble: null, stop: new AbortController() };
      setUnderWay((all) => [...(single ? [] : all), one]);
      void send(one);
    }
  }

  function again(one: UnderWay) {
    const anew: UnderWay = { ...one, share: 0, trouble: null, stop: new AbortController() };
    change(one.key, anew);
    void send(anew);
  }

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <div className="stack">
      <label className={over ? 'drop over' : 'drop'} htmlFor={input} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <strong>{t('files.choose')}</strong>
        <span className="soft small">{t('files.limits')}</span>
        <input id={input} className="hidden-input" type="file" accept={accepted} multiple={!single} onChange={(event) => { take(event.target.files); event.target.value = ''; }} />
      </label>
      {files.length + underWay.length > 0 ? (
        <ul>
          {files.map((file) => (
            <li className="file" key={file.fileId}>
              <Picture file={file} />
              <span className="grow">
                <a className="name" href={filePath(file.fileId)} target="_blank" rel="noreferrer" aria-label={t('files.previewOf', { name: file.name })}>{file.name}</a>
                <span className="soft small"> {formatBytes(file.bytes)} · {t('files.sent')}</span>
              </span>
              <button type="button" className="text-button" aria-label={t('files.remove', { name: file.name })} onClick={() => onFiles((before) => before.filter(({ fileId }) => fileId !== file.fileId))}>{t('common.remove')}</button>
            </li>
          ))}
          {underWay.map((one) => <OneUnderWay key={one.key} one={one} onAgain={() => again(one)} onForget={() => forget(one.key)} />)}
        </ul>
      ) : null}
    </div>
  );
}

function Picture({ file }: { file: KeptFile }) {
  if (isPicture(file.mediaType)) return <img src={filePath(file.fileId)} alt="" loading="lazy" />;
  const ending = /\.([a-z0-9]{1,4})$/i.exec(file.name)?.[1];
  return <span className="kind" aria-hidden="true">{(ending ?? '—').toUpperCase()}</span>;
}

function OneUnderWay({ one, onAgain, onForget }: { one: UnderWay; onAgain: () => void; onForget: () => void }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const percent = Math.round(one.share * 100);
  const trouble = one.trouble;
  return (
    <li className="file">
      <span className="kind" aria-hidden="true">{trouble ? '!' : `${percent}%`}</span>
      <span className="grow stack tight">
        <span className="name">{one.file.name}</span>
        {trouble ? (
          <span className="wrong" role="alert">{trouble.kind === 'refused' && trouble.message ? say(trouble.message) : t(`files.trouble.${trouble.kind}`)}</span>
        ) : (
          <progress max={100} value={percent} aria-label={t('files.sending', { percent })} />
        )}
      </span>
      {trouble === null ? <button type="button" className="text-button" onClick={() => one.stop.abort()}>{t('files.stop')}</button> : null}
      {trouble !== null && (trouble.kind === 'network' || trouble.kind === 'stopped' || trouble.kind === 'signedOut') ? <button type="button" className="text-button" onClick={onAgain}>{t('files.retry')}</button> : null}
      {trouble !== null ? <button type="button" className="text-button" aria-label={t('files.remove', { name: one.file.name })} onClick={onForget}>{t('common.remove')}</button> : null}
    </li>
  );
}
