import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { ForwardIcon } from '#web/party/parts/icons.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { filingPath, myCasesPath } from '#web/party/party-paths.ts';
import { deskPath, partySignInPath, staffSignInPath } from '#web/paths.ts';

/** The public front of the court: what one can do here, in three big buttons. */
export function FrontPage() {
  const { t } = useTranslation('party');
  const { data: court } = useQuery(queries.court());
  const { data: me } = useQuery(queries.me());
  return (
    <PhonePage title={t('front.title')}>
      <div className="front-head stack tight">
        <h1>{t('front.heading')}</h1>
        <p>{t('front.lead', { court: court?.name ?? '' })}</p>
      </div>
      {me?.staff ? <Way to={deskPath} title={t('front.desk')} more={t('front.deskMore', { name: me.name })} /> : null}
      <Way to={filingPath} title={t('front.file')} more={t('front.fileMore')} />
      <Way to={myCasesPath} title={t('front.cases')} more={t('front.casesMore')} />
      <Way to={`${myCasesPath}?meeting=1`} title={t('front.attend')} more={t('front.attendMore')} />
      {me ? null : (
        <div className="row wrap">
          <Link className="button main grow" to={partySignInPath}>{t('signIn.title')}</Link>
          <Link className="button grow" to={staffSignInPath}>{t('signIn.staff')}</Link>
        </div>
      )}
      <section className="card">
        <h2>{t('front.how')}</h2>
        <ol className="log">
          {(['one', 'two', 'three', 'four'] as const).map((step) => (
            <li key={step}>{t(`front.steps.${step}`)}</li>
          ))}
        </ol>
      </section>
    </PhonePage>
  );
}

const Way = ({ to, title, more }: { to: string; title: string; more: string }) => (
  <Link className="card card-link" to={to}>
    <span className="row between">
      <span>
        <strong className="way-title">{title}</strong>
        <span className="soft">{more}</span>
      </span>
      <ForwardIcon />
    </span>
  </Link>
);
