import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { currentDiscipline, disciplineOf, type Discipline } from '#domain/hearing/discipline.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { Dialog } from '#web/room/Dialog.tsx';

/** The text that the clerk reads out, point by point with its articles (G6). */
export function DisciplineText({ discipline }: { discipline: Discipline }) {
  const { t } = useTranslation('room');
  const say = useWords();
  return (
    <div className="discipline">
      <ol>
        {discipline.points.map((point) => (
          <li key={point.text.en}>
            <p>{say(point.text)}</p>
            <Articles ids={point.articles} />
          </li>
        ))}
      </ol>
      <p className="version">{t('discipline.version', { version: discipline.version })}</p>
    </div>
  );
}

/** G6: every participant acknowledges the text; which version, goes on record. */
export function DisciplineDialog({ taskId, version }: { taskId: string; version: string }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const discipline = disciplineOf(version) ?? currentDiscipline;
  const [understood, setUnderstood] = useState(false);
  const [done, setDone] = useState(false);
  const acknowledge = useCommand(api.tasks.complete, { label: t('discipline.open'), onDone: () => setDone(true) });
  if (done) return null;
  return (
    <Dialog
      heading={say(discipline.heading)}
      actions={(
        <button type="button" className="button main" disabled={!understood || acknowledge.phase !== null} onClick={() => void acknowledge.run({ taskId, outcome: { acknowledged: true, version: discipline.version } })}>
          {acknowledge.phase !== null ? t('discipline.confirming') : t('discipline.confirm')}
        </button>
      )}
    >
      <p className="soft">{t('discipline.must')}</p>
      <DisciplineText discipline={discipline} />
      <label className="choice" data-task="acknowledge-discipline">
        <input type="checkbox" checked={understood} onChange={(event) => setUnderstood(event.target.checked)} />
        <span>{t('discipline.acknowledge')}</span>
      </label>
      <ProblemNote problem={acknowledge.problem} />
    </Dialog>
  );
}
