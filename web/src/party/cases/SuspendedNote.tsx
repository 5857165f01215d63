import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { groundWords, suspensionGrounds } from '#domain/case/suspension.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { Waiting } from '#web/party/parts/notices.tsx';

/** CPL-153: since when the case stands still, why, under which article. */
export function SuspendedNote({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('happenings');
  const say = useWords();
  const language = useLanguage();
  const { suspension } = detail;
  if (!suspension) return null;
  const ground = suspensionGrounds.find((one) => one === suspension.ground);
  return (
    <Waiting>
      <p><strong>{t('suspendedSince', { time: formatInstant(suspension.since, 'dateTime', language) })}</strong></p>
      {ground ? <p>{t('suspendedBecause', { ground: say(groundWords(ground)) })}</p> : null}
      <p>{t('suspendedReason', { reason: suspension.reason })}</p>
      <p className="small">{t('suspendedMeans')}</p>
      <Articles ids={suspension.articles} />
    </Waiting>
  );
}
