import { useTranslation } from 'react-i18next';
import { formatInstant, spanBetween } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** Until when, by the court's clock: what is left, or by how much it is overdue; the instant beside it. */
export function Due({ at, overdue = false, provisional = false }: { at: string | null; overdue?: boolean; provisional?: boolean }) {
  const { t } = useTranslation(['staff', 'shell', 'scheduling']);
  const language = useLanguage();
  const now = useCourtNow();
  if (at === null) return <span className="faint">{t('due.none')}</span>;
  const late = overdue || at < now;
  const { unit, count } = late ? spanBetween(at, now) : spanBetween(now, at);
  const span = t(`shell:${unit}`, { count });
  const soon = !late && (unit === 'minutes' || (unit === 'hours' && count < 24));
  return (
    <span className={late ? 'due late' : soon ? 'due soon' : 'due'}>
      <span className="due-span">{late ? t('due.overdue', { span }) : t('due.left', { span })}</span>
      <time dateTime={at}>{formatInstant(at, 'dayTime', language)}</time>
      {provisional && <span className="mark provisional" title={t('scheduling:provisionalWhy')}>{t('scheduling:provisional')}</span>}
    </span>
  );
}

/** An instant of the past: when, and how long ago. */
export function Since({ at }: { at: string }) {
  const { t } = useTranslation(['staff', 'shell']);
  const language = useLanguage();
  const { unit, count } = spanBetween(at, useCourtNow());
  return (
    <span className="due">
      <time dateTime={at}>{formatInstant(at, 'dayTime', language)}</time>
      <span className="due-span faint">{count === 0 ? t('due.justNow') : t('due.ago', { span: t(`shell:${unit}`, { count }) })}</span>
    </span>
  );
}
