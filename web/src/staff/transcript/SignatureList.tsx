import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseKind } from '#domain/filing/party-words.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

/** Who signed the fixed version, or refused to. */
export function SignatureList({ hearingId, kind }: { hearingId: string; kind: CaseKind }) {
  const { t } = useTranslation('transcript');
  const language = useLanguage();
  const roleName = useRoleWords(kind);
  const { data } = useQuery(queries.transcript(hearingId));
  if (!data || data.signatures.length === 0) return <p className="faint">{t('noSignatures')}</p>;
  return (
    <ul className="people-list">
      {data.signatures.map((signature) => (
        <li key={`${signature.as}/${signature.name}`}>
          <span className="role">{roleName(signature.as)}</span>{signature.name}
          <span className="row-second">{formatInstant(signature.at, 'dateTime', language)}{signature.refused && ` · ${t('refusedToSign')} · ${signature.refused}`}</span>
        </li>
      ))}
    </ul>
  );
}
