import { useState } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseRow } from '#api/contract/cases.ts';
import type { Me } from '#api/contract/people.ts';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { forgetSyncedDrafts } from '#web/drafts/local-drafts.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useParties } from '#web/i18n/parties.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { closedText, stageText } from '#web/party/cases/standing-words.ts';
import { MeetingEntry } from '#web/party/cases/MeetingEntry.tsx';
import { TodoLink } from '#web/party/cases/TodoLink.tsx';
import { Loading } from '#web/party/parts/notices.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { filingPath, myCasePath } from '#web/party/party-paths.ts';
import { signOut } from '#web/party/sign-in/phone-code.ts';
import { noteSignedOut } from '#web/session/session-expired.ts';

/** G7: my cases, open and closed, each leading to its pocket courtroom; before them what is for me to do. */
export function MyCasesPage() {
  const { t } = useTranslation('party');
  return <SignedIn title={t('home.title')}>{(me) => <MyCases me={me} />}</SignedIn>;
}

function MyCases({ me }: { me: Me }) {
  const { t } = useTranslation('party');
  const [tab, setTab] = useState<'open' | 'closed'>('open');
  return (
    <PhonePage title={t('home.title')} back="/">
      <div className="row between">
        <h1>{t('home.hello', { name: me.name })}</h1>
        <SignOutButton personId={me.personId} />
      </div>
      <MyTasks />
      <MeetingEntry />
      <section className="stack">
        <div className="heading-row"><h2>{t('home.title')}</h2><Link to={filingPath}>{t('home.file')}</Link></div>
        <div className="tabs" role="tablist" aria-label={t('home.title')}>
          {(['open', 'closed'] as const).map((one) => (
            <button key={one} id={`cases-${one}`} type="button" role="tab" aria-selected={tab === one} aria-controls="cases-list" onClick={() => setTab(one)}>{t(`home.${one}`)}</button>
          ))}
        </div>
        <div id="cases-list" role="tabpanel" aria-labelledby={`cases-${tab}`}><CaseList state={tab} /></div>
      </section>
    </PhonePage>
  );
}

function MyTasks() {
  const { t } = useTranslation('party');
  const tasks = useQuery(queries.tasks({ view: 'mine', limit: 50 }));
  if (!tasks.data) return tasks.error ? <ProblemNote problem={asProblem(tasks.error)} /> : <Loading>{t('common.loading')}</Loading>;
  return (
    <section className="stack">
      <h2>{t('home.todo')}</h2>
      {tasks.data.rows.length === 0 ? <p className="soft">{t('home.nothingToDo')} {t('home.nothingToDoMore')}</p> : null}
      {tasks.data.rows.map((task) => <TodoLink key={task.taskId} task={task} about={task.causeOfAction} />)}
    </section>
  );
}

function CaseList({ state }: { state: 'open' | 'closed' }) {
  const { t } = useTranslation('party');
  const cases = useInfiniteQuery({
    queryKey: [...queryKeys.cases, 'mine', state],
    queryFn: ({ pageParam }) => api.cases.list({ scope: 'mine', state, limit: 20, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (!cases.data) return cases.error ? <ProblemNote problem={asProblem(cases.error)} /> : <Loading>{t('common.loading')}</Loading>;
  const rows = cases.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="soft">{t(state === 'open' ? 'home.noneOpen' : 'home.noneClosed')}</p>;
  return (
    <div className="stack">
      {rows.map((row) => <CaseCard key={row.caseId} row={row} />)}
      {cases.hasNextPage ? <button type="button" className="button wide" onClick={() => void cases.fetchNextPage()}>{t('home.loadMore')}</button> : null}
    </div>
  );
}

function CaseCard({ row }: { row: CaseRow }) {
  const { t } = useTranslation('party');
  const parties = useParties();
  const say = useWords();
  const language = useLanguage();
  return (
    <Link className="card card-link" to={myCasePath(row.caseId)}>
      <span className="stack tight">
        <strong className="way-title">{row.causeOfAction}</strong>
        <span className="soft number">{row.caseNumber ?? t('home.noNumber')} · {parties(row.parties)}</span>
        <span className="row wrap">
          {row.closed
            ? <span className="tag">{row.closedHow ? say(closedText(row.closedHow)) : t('home.closed')}</span>
            : <span className="tag wait">{t('home.stageSince', { stage: say(stageText(row.stage)), date: formatInstant(row.stageSince, 'shortDay', language) })}</span>}
          {row.myTasks > 0 ? <span className="tag bad">{t('home.mine', { count: row.myTasks })}</span> : null}
        </span>
        {row.nextHearing ? <span className="number">{t('home.nextHearing', { time: formatInstant(row.nextHearing.startsAt, 'dateTime', language) })}</span> : null}
        <span className="soft small">{t('home.filedOn', { date: formatInstant(row.filedAt, 'day', language) })}</span>
      </span>
    </Link>
  );
}

function SignOutButton({ personId }: { personId: string }) {
  const { t } = useTranslation('party');
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async () => {
    const answer = await signOut();
    if (!answer.ok) return;
    // What the server has is taken off this device; the rest waits for the person.
    forgetSyncedDrafts(window.localStorage, personId);
    noteSignedOut();
    client.clear();
    await navigate({ to: '/' });
  };
  return <button type="button" className="text-button" onClick={() => void leave()}>{t('common.signOut')}</button>;
}
