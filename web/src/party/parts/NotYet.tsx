import { useTranslation } from 'react-i18next';
import { asProblem } from '#web/api/errors.ts';
import { Loading } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

/** A page whose content is still on its way, or did not come: then why. */
export function NotYet({ title, back, error }: { title: string; back?: string; error: unknown }) {
  const { t } = useTranslation('party');
  return (
    <PhonePage title={title} back={back}>
      <h1>{title}</h1>
      {error ? <ProblemNote problem={asProblem(error)} /> : <Loading>{t('common.loading')}</Loading>}
    </PhonePage>
  );
}
