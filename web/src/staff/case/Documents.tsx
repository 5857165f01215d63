import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { formatBytes, formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { usePurposeWords } from '#web/staff/case/purpose-words.ts';

/** Evidence has a list of its own. */
export const documentsBesideEvidence = ({ documents, evidence }: CaseDetail): CaseDetail['documents'] =>
  documents.filter(({ fileId }) => !evidence.some((item) => item.fileId === fileId || item.formerVersions.some((former) => former.fileId === fileId)));

/** The files of the case, newest last; the hash of each is there for who wants to compare it. */
export function Documents({ documents }: { documents: CaseDetail['documents'] }) {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const purpose = usePurposeWords();
  if (documents.length === 0) return <p className="faint">{t('noDocuments')}</p>;
  return (
    <ul className="documents-list">
      {documents.map((document) => (
        <li key={document.fileId}>
          <a href={filePath(document.fileId)} target="_blank" rel="noreferrer">{document.name}</a>
          <span className="row-second" title={`SHA-256 ${document.sha256}`}>
            {purpose(document.purpose)} · {formatBytes(document.bytes)} · {formatInstant(document.at, 'dayTime', language)} · <span className="figures">{document.sha256.slice(0, 12)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
