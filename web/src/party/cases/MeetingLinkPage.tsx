import { Link, Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { Problem } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath, myCasesPath } from '#web/party/party-paths.ts';
import { roomPath } from '#web/paths.ts';

/**
 * The address in the SMS of a notice (G4). Before the room opens it leads to the case, where the notice is confirmed and
 * the device tested; once the room is open, into it.
 */
export function MeetingLinkPage() {
  const { t } = useTranslation('party');
  const { meetingNumber } = useParams({ strict: false }) as { meetingNumber: string };
  return <SignedIn title={t('home.meeting')}>{(me) => <Lead meetingNumber={meetingNumber} staff={me.staff} />}</SignedIn>;
}

function Lead({ meetingNumber, staff }: { meetingNumber: string; staff: boolean }) {
  const { t } = useTranslation('party');
  const found = useQuery({
    queryKey: ['meeting', meetingNumber],
    queryFn: async () => {
      const { hearingId } = await api.hearings.byMeetingNumber({ meetingNumber });
      return api.hearings.get({ hearingId });
    },
    staleTime: 0,
  });
  if (found.error && asProblem(found.error).code === 'NOT_FOUND') return <NoSuchHearing />;
  if (!found.data) return <NotYet title={t('home.meeting')} back={myCasesPath} error={found.error} />;
  const { hearingId, caseId, state } = found.data;
  return <Navigate to={staff || state === 'open' ? roomPath(hearingId) : myCasePath(caseId)} replace />;
}

/** The number is wrong, or somebody else's: then what to do. */
function NoSuchHearing() {
  const { t } = useTranslation('party');
  return (
    <PhonePage title={t('home.meeting')} back={myCasesPath} actions={<Link className="button main" to={myCasesPath}>{t('home.title')}</Link>}>
      <h1>{t('home.meeting')}</h1>
      <Problem>{t('home.meetingNotFound')}</Problem>
      <p>{t('home.meetingCheck')}</p>
    </PhonePage>
  );
}
