/** The transcript at the desk: the editor, the clerk's finishing, the judge's reopening, who has signed. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { usePageTitle } from '#web/shell/page-title.ts';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { FinishTranscript } from '#web/staff/transcript/FinishTranscript.tsx';
import { ReopenTranscript } from '#web/staff/transcript/ReopenTranscript.tsx';
import { SignatureList } from '#web/staff/transcript/SignatureList.tsx';
import { speakersOf } from '#web/transcript/speakers.ts';
import { TranscriptEditor } from '#web/transcript/TranscriptEditor.tsx';

const route = getRouteApi('/desk/hearings/$hearingId/transcript');

export function TranscriptPage() {
  const { hearingId } = route.useParams();
  const { t } = useTranslation(['transcript', 'staff', 'cases']);
  const hearing = useQuery(queries.hearing(hearingId));
  usePageTitle(t('page'));
  if (hearing.isError && !hearing.data) return <ReadFailure page error={hearing.error} again={() => void hearing.refetch()} />;
  if (!hearing.data) return <p className="queue-empty">{t('staff:loading')}</p>;
  const { data } = hearing;
  const finishing = data.tasks.find((task) => task.kind === 'finish-transcript' && task.mine);
  return (
    <div className="transcript-page">
      <header className="case-head">
        <nav className="crumbs" aria-label={t('staff:crumbs')}>
          <Link to="/desk/cases">{t('staff:nav.cases')}</Link>
          <Link to="/desk/cases/$caseId" params={{ caseId: data.caseId }}>{data.caseNumber ?? t('cases:noNumber')}</Link>
        </nav>
        <h1>{t('page')} <span>{data.causeOfAction}</span></h1>
      </header>
      <div className="transcript-columns">
        <TranscriptEditor hearingId={hearingId} speakers={speakersOf(data)} />
        <aside>
          {finishing && <Panel title={t('finish')}><FinishTranscript taskId={finishing.taskId} /></Panel>}
          <Panel title={t('signatures')} extra={<Link to="/desk/hearings/$hearingId/signing" params={{ hearingId }}>{t('cases:signingRound')}</Link>}><SignatureList hearingId={hearingId} kind={data} /></Panel>
          {data.may.reopenTranscript && <Panel title={t('reopen')}><ReopenTranscript hearingId={hearingId} /></Panel>}
        </aside>
      </div>
    </div>
  );
}
