import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requirementArticles, type Requirement } from '#domain/preparation/readiness.ts';
import { verdictWords } from '#domain/preparation/self-test-score.ts';
import { taskCatalogue, isTaskKind } from '#domain/tasks/catalogue.ts';
import type { HomeHearing } from '#api/contract/desk.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { articleTitle } from '#web/staff/parts/Articles.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

type Item = HomeHearing['items'][number];
type Participant = HomeHearing['participants'][number];

const ofParticipants = ['notice', 'deviceTest', 'identity', 'authority'] as const satisfies readonly Requirement[];
const ofCourtroom = ['courtroom', 'technology'] as const satisfies readonly Requirement[];

/** Who confirmed, who tested with what score, whose identity and authority is verified; what is missing links to the task that mends it. */
export function Readiness({ hearing }: { hearing: HomeHearing }) {
  const { t } = useTranslation('home');
  const roleName = useRoleWords(hearing);
  const columns = ofParticipants.filter((what) => what !== 'authority' || hearing.participants.some(({ agent }) => agent));
  const find = (what: Requirement, participantId: string | null) => hearing.items.find((item) => item.what === what && item.participantId === participantId);
  return (
    <>
      <table className="desk-table readiness-table">
        <caption className="visually-hidden">{t('hearings.table', { number: hearing.caseNumber ?? hearing.causeOfAction })}</caption>
        <thead><tr><th scope="col">{t('hearings.who')}</th>{columns.map((what) => <th key={what} scope="col" title={articleTitle(requirementArticles[what])}>{t(`hearings.what.${what}`)}</th>)}</tr></thead>
        <tbody>
          {hearing.participants.map((one) => (
            <tr key={one.participantId}>
              <th scope="row">{one.name}<span className="row-second">{roleName(one.role)}</span></th>
              {columns.map((what) => {
                const item = find(what, one.participantId);
                return <td key={what} data-label={t(`hearings.what.${what}`)}>{item ? <Cell item={item} one={one} /> : <span className="faint">{t('hearings.notAgent')}</span>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="home-room">
        {ofCourtroom.map((what) => {
          const item = find(what, null);
          return item && <li key={what}><span className="faint">{t(`hearings.what.${what}`)}</span> <Cell item={item} one={null} /></li>;
        })}
      </ul>
    </>
  );
}

function Cell({ item, one }: { item: Item; one: Participant | null }) {
  const { t } = useTranslation('home');
  const say = useWords();
  if (item.state === 'done') return <span className="readiness done">{done(item, one)}</span>;
  return (
    <span className={`readiness ${item.state}`}>
      <span>{item.what === 'deviceTest' && one?.test ? `${t('hearings.score', { score: one.test.score })} ${say(verdictWords[one.test.verdict])}` : t(`hearings.${item.state}`)}</span>
      {item.task && <Mends task={item.task} />}
    </span>
  );

  function done({ what }: Item, about: Participant | null): string {
    switch (what) {
      case 'notice': return t(`hearings.proven.${about?.noticeProven ?? 'confirmed'}`);
      case 'deviceTest': return about?.test ? `${t('hearings.score', { score: about.test.score })} ${say(verdictWords[about.test.verdict])}` : '';
      case 'identity':
      case 'authority': return t('hearings.verified');
      case 'courtroom':
      case 'technology': return t('hearings.tested');
    }
  }
}

/** The task itself for who may answer it; else who has it. */
function Mends({ task }: { task: NonNullable<Item['task']> }) {
  const { t } = useTranslation('home');
  const say = useWords();
  const title = isTaskKind(task.kind) ? say(taskCatalogue[task.kind].title) : task.kind;
  if (task.mine) return <Link to="/desk/tasks/$taskId" params={{ taskId: task.taskId }} search={{}}>{title}</Link>;
  return <span className="row-second">{title}{task.who === null ? '' : ` · ${t('hearings.by', { who: task.who })}`}</span>;
}
