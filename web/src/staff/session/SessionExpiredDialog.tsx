import { Modal } from 'antd';
import { useRef } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { deskPath } from '#web/paths.ts';
import { useSessionExpired } from '#web/session/session-expired.ts';
import { SignInFields } from '#web/staff/session/SignInFields.tsx';
import '#web/staff/session/sign-in.css';

/** Over the page that somebody is working on: signed in again, they go on where they were. */
export function SessionExpiredDialog() {
  const { t } = useTranslation('staff');
  const expired = useSessionExpired();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(queries.me());
  const before = useRef<string | undefined>(undefined);
  if (!expired) before.current = me?.personId;

  const goOn = () => {
    const now = queryClient.getQueryData(queries.me().queryKey)?.personId;
    void queryClient.invalidateQueries();
    // Somebody else at the same computer does not go on with the other's page.
    if (now !== before.current) router.history.push(deskPath);
  };
  return (
    <Modal open={expired} title={t('signIn.expiredTitle')} footer={null} closable={false} maskClosable={false} keyboard={false} width={400} destroyOnHidden>
      <p>{t('signIn.expiredExplained', { name: me?.name ?? '' })}</p>
      <SignInFields onSignedIn={goOn} />
    </Modal>
  );
}
