import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { BackIcon } from '#web/party/parts/icons.tsx';
import { signInHref } from '#web/party/sign-in/sign-in-href.ts';
import { useSessionExpired } from '#web/session/session-expired.ts';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { usePageTitle } from '#web/shell/page-title.ts';
import '#web/party/parts/parts.css';
import '#web/party/party.css';

interface PhonePageProps {
  title: string;
  /** Where the arrow leads; none on the first page. */
  back?: string;
  children: ReactNode;
  /** Buttons that stay at the thumb. */
  actions?: ReactNode;
  /** The kind of the task that is answered here. */
  task?: string;
}

/** The frame of every page of the public: where one is, the way back, the language, and the buttons at the thumb. */
export function PhonePage({ title, back, children, actions, task }: PhonePageProps) {
  const { t } = useTranslation('party');
  const expired = useSessionExpired();
  const { data: court } = useQuery(queries.court());
  usePageTitle(title);
  return (
    <div className="phone-page parts" data-task={task}>
      <header className="bar">
        {back ? <Link className="back" to={back} aria-label={t('common.back')}><BackIcon /></Link> : <span className="back" aria-hidden="true" />}
        <span className="where">{back ? title : court?.name ?? title}</span>
        <LanguageSwitch />
      </header>
      <main>
        {expired ? <div className="notice wait" role="alert"><p>{t('common.signedOut')} <a href={signInHref()}>{t('common.signInAgain')}</a></p></div> : null}
        {children}
      </main>
      {actions ? <footer className="actions"><div>{actions}</div></footer> : null}
    </div>
  );
}
