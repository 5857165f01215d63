import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { stages } from '#domain/case/stages.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { stageText } from '#web/party/cases/standing-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { TodoLink } from '#web/party/cases/TodoLink.tsx';
import { taskTitle } from '#web/party/parts/task-words.ts';

/** The eight stages as a way, with the one where the case is. */
export function Way({ stage }: { stage: string }) {
  const { t } = useTranslation('party');
  const now = stages.findIndex((one) => one === stage);
  // A closed case is behind all of them.
  const at = now === -1 ? stages.length : now;
  return (
    <ol className="way" aria-label={t('case.where')}>
      {stages.map((one, index) => <li key={one} className={index < at ? 'past' : index === at ? 'now' : ''} aria-current={index === at ? 'step' : undefined}>{t(`stage.${one}`)}</li>)}
    </ol>
  );
}

/** Where is it, waiting for whom, since when, until when, under which article. */
export function StandingCard({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('party');
  const say = useWords();
  const language = useLanguage();
  const { standing } = detail;
  // Whoever left the courtroom is told to come back, not that there is nothing to do.
  const sitting = detail.hearings.some(({ state }) => state === 'open');
  const mine = detail.tasks.filter((task) => task.mine && task.state === 'open');
  return (
    <section className="card" aria-label={t('case.where')} data-stage={standing.stage}>
      <dl className="facts">
        <dt>{t('case.where')}</dt><dd><strong>{say(stageText(standing.stage))}</strong></dd>
        <dt>{t('case.since')}</dt><dd className="number">{formatInstant(standing.since, 'dateTime', language)}</dd>
      </dl>
      <Articles ids={standing.articles} />
      <h2>{t('case.waiting')}</h2>
      {sitting ? <p><strong>{t('case.sitting')}</strong></p> : standing.waitingFor.length === 0 ? <p className="soft">{t('case.waitingNobody')}</p> : null}
      {mine.map((task) => <TodoLink key={task.taskId} task={task} about={t('case.you')} />)}
      <ul className="stack">
        {standing.waitingFor.filter((one) => !mine.some((task) => task.taskId === one.taskId)).map((one) => (
          <li key={one.taskId} className="waiting-for">
            <div className="row between"><p><strong>{one.who ?? say(roleInCase(one.role, detail))}</strong> · {say(taskTitle(one.kind))}</p>{one.overdue ? <span className="tag bad">{t('case.overdue')}</span> : null}</div>
            <p className="soft small number">{t('case.since')} {formatInstant(one.since, 'dayTime', language)} · {t('case.until')} {one.until ? formatInstant(one.until, 'dayTime', language) : t('case.noLimit')}</p>
            <Articles ids={one.articles} />
          </li>
        ))}
      </ul>
    </section>
  );
}
