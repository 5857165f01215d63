import { useTranslation } from 'react-i18next';
import { filePath } from '#web/paths.ts';

/** The file of an item on the page itself: pictures and PDF; anything else is opened. */
export function Preview({ fileId, mediaType, title }: { fileId: string; mediaType: string | null; title: string }) {
  const { t } = useTranslation('evidence');
  const name = `${t('preview')}: ${title}`;
  const kind = mediaType ?? '';
  return (
    <figure className="evidence-preview">
      {/^image\/(jpeg|png)$/.test(kind) ? <img src={filePath(fileId)} alt={name} style={{ maxWidth: '100%', maxHeight: '60vh', objectFit: 'contain' }} />
        : kind === 'application/pdf' ? <iframe src={filePath(fileId)} title={name} style={{ width: '100%', height: '55vh', border: 0 }} />
          : kind === 'video/mp4' ? <video src={filePath(fileId)} controls aria-label={name} style={{ maxWidth: '100%' }} />
            : kind === 'audio/mpeg' ? <audio src={filePath(fileId)} controls aria-label={name} /> : <p className="soft">{t('noPreview')}</p>}
      <figcaption><a href={filePath(fileId)} target="_blank" rel="noreferrer">{t('openFile')}</a></figcaption>
    </figure>
  );
}
