/** What the demonstration court's SMS platform "sent": where a visitor finds the codes and notices. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { NotFoundPage } from '#web/shell/NotFoundPage.tsx';
import { PlainHead } from '#web/shell/PlainHead.tsx';
import { useProblemText } from '#web/shell/problem-text.ts';
import '#web/demonstration/demonstration.css';

const route = getRouteApi('/demonstration/outbox');

export function OutboxPage() {
  const { t } = useTranslation(['demonstration', 'shell']);
  const language = useLanguage();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const { phone } = route.useSearch();
  // Visitors who are not signed in have no live changes; the page asks instead.
  const outbox = useQuery({ ...queries.outbox(phone), refetchInterval: 2_000 });
  const problem = outbox.error && !outbox.data ? asProblem(outbox.error) : null;
  if (problem?.code === 'NOT_FOUND') return <NotFoundPage />;
  return (
    <main className="plain-page wide">
      <PlainHead title={t('outbox.title')} />
      <p className="facts">{t('outbox.explained')}</p>
      <label className="outbox-filter">{t('outbox.phone')}
        <input inputMode="numeric" maxLength={11} value={phone ?? ''} onChange={(event) => void navigate({ to: '/demonstration/outbox', search: event.target.value ? { phone: event.target.value } : {}, replace: true })} />
      </label>
      {problem && <p role="alert">{textOf(problem)}</p>}
      {outbox.data?.messages.length === 0 && <p className="facts">{t('outbox.none')}</p>}
      <ul className="outbox">
        {outbox.data?.messages.map((message) => (
          <li key={message.key}>
            <p className="outbox-head"><strong className="figures">{message.phone}</strong><time dateTime={message.sentAt}>{formatInstant(message.sentAt, 'dateTime', language)}</time><span>{message.deliveredAt ? t('outbox.delivered') : t('outbox.underWay')}</span></p>
            <p lang="zh-CN"><Linked text={message.text} /></p>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** Addresses in a message can be followed, as on a phone. */
function Linked({ text }: { text: string }) {
  return <>{text.split(/(https?:\/\/[^\s，。；]+)/).map((part, at) => (at % 2 === 1 ? <a key={part + at} href={part}>{part}</a> : part))}</>;
}
