/** G4: whom each notice went to, what became of its SMS, how its receipt was proven, and what was written down of that. */
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';

type Notice = CaseDetail['hearings'][number]['notices'][number];

export function Notices({ notices, courtCase }: { notices: readonly Notice[]; courtCase: CaseDetail }) {
  return (
    <ul className="notices-list">
      {notices.map((notice) => (
        <NoticeItem key={notice.participantId} notice={notice} name={courtCase.participants.find(({ participantId }) => participantId === notice.participantId)?.name ?? ''} />
      ))}
    </ul>
  );
}

function NoticeItem({ notice, name }: { notice: Notice; name: string }) {
  const { t } = useTranslation(['cases', 'court', 'scheduling']);
  const language = useLanguage();
  const { sms, provenHow, provenAt, provenNote, documentFileId } = notice;
  const time = (at: string | null) => (at === null ? '' : formatInstant(at, 'dateTime', language));
  const proven = provenHow && isProven(provenHow) ? t(`court:noticeProven.${provenHow}`) : t('court:noticeUnproven');
  const smsAt = sms?.deliveredAt ?? sms?.sentAt ?? null;
  const smsState = sms ? t(`scheduling:sms.${sms.state}`) : t('scheduling:sms.none');
  return (
    <li className={provenHow ? 'proven' : 'unproven'}>
      {documentFileId ? <a href={filePath(documentFileId)} target="_blank" rel="noreferrer">{t('noticeTo', { name })}</a> : t('noticeTo', { name })}
      <span>{provenAt ? t('scheduling:sms.at', { what: proven, time: time(provenAt) }) : proven}</span>
      <span className={`notice-sms ${sms?.state ?? 'none'}`}>{t('scheduling:sms.label')} {smsAt ? t('scheduling:sms.at', { what: smsState, time: time(smsAt) }) : smsState}{sms?.detail ? ` (${sms.detail})` : ''}</span>
      {provenNote && <span className="notice-note">{t('scheduling:sms.note', { note: provenNote })}</span>}
    </li>
  );
}

const isProven = (how: string): how is 'confirmed' | 'phone' | 'waived' => how === 'confirmed' || how === 'phone' || how === 'waived';
