/** G2: the device test again, as often as the participant likes before the hearing; each result goes into the file. */
import { useState } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { scoreSelfTest, selfTestFindingsSchema, verdictWords, type SelfTestScore } from '#domain/preparation/self-test-score.ts';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { OneOf, Tick } from '#web/party/parts/fields.tsx';
import { Good, Waiting } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { myCasePath } from '#web/party/party-paths.ts';
import { DeviceTest, type DeviceFindings } from '#web/party/tasks/DeviceTest.tsx';

export function DeviceTestPage() {
  const { t } = useTranslation('scheduling');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('retest.title')}>{() => <TestOf caseId={caseId} />}</SignedIn>;
}

function TestOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('scheduling');
  const found = useQuery(queries.case(caseId));
  if (!found.data) return <NotYet title={t('retest.title')} back={myCasePath(caseId)} error={found.error} />;
  return <TestForm detail={found.data} />;
}

function TestForm({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['scheduling', 'party']);
  const say = useWords();
  const hearing = detail.hearings.find((one) => one.state === 'scheduled');
  const [channel, setChannel] = useState<'pc' | 'phone' | null>(null);
  const [findings, setFindings] = useState<DeviceFindings>({});
  const [venue, setVenue] = useState(false);
  const [incomplete, setIncomplete] = useState(false);
  const [kept, setKept] = useState<SelfTestScore | null>(null);
  const send = useCommand((input: Parameters<typeof api.hearings.reportSelfTest>[0], options) => api.hearings.reportSelfTest(input, options), { label: t('retest.title') });
  const back = myCasePath(detail.caseId);
  if (!hearing) return <PhonePage title={t('retest.title')} back={back}><h1>{t('retest.title')}</h1><p>{t('party:case.roomClosed')}</p></PhonePage>;
  const submit = async () => {
    const { measures, ...devices } = findings;
    const checked = selfTestFindingsSchema.safeParse({ channel, ...devices, venueClosedAndQuiet: venue, ...(measures ? { measures } : {}) });
    setIncomplete(!checked.success);
    if (checked.success && (await send.run({ hearingId: hearing.hearingId, findings: checked.data }))) setKept(scoreSelfTest(checked.data));
  };
  return (
    <PhonePage
      title={t('retest.title')} back={back}
      actions={kept ? <Link className="button main" to={back}>{t('retest.toCase')}</Link> : <button type="button" className="button main" disabled={send.phase !== null} onClick={() => void submit()}>{send.phase ? t('retest.sending') : t('retest.send')}</button>}
    >
      <h1>{t('retest.title')}</h1>
      {kept ? (
        <>
          <Good>{t('retest.done', { score: kept.score, verdict: say(verdictWords[kept.verdict]) })}</Good>
          {kept.verdict === 'failed' ? <Waiting>{t('retest.help')}</Waiting> : null}
        </>
      ) : (
        <div className="stack">
          <p>{t('retest.lead')}</p>
          <OneOf
            across legend={t('retest.channel')} wrong={null} value={channel} onChoose={setChannel}
            options={[{ value: 'phone', label: t('party:channel.phone') }, { value: 'pc', label: t('party:channel.pc') }]}
          />
          <DeviceTest findings={findings} onFound={(more) => setFindings((before) => ({ ...before, ...more }))} />
          <fieldset className="stack tight">
            <legend>{t('party:channel.venue')}</legend>
            <Tick label={t('party:channel.venueDeclare')} value={venue} onChange={setVenue} />
          </fieldset>
          {incomplete ? <p className="wrong" role="alert">{t('retest.incomplete')}</p> : null}
          <ProblemNote problem={send.problem} />
        </div>
      )}
    </PhonePage>
  );
}
