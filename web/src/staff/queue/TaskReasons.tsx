import { useTranslation } from 'react-i18next';
import { answersOf } from '#domain/tasks/answers.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { formModelOf } from '#web/tasks/form/form-model.ts';
import '#web/staff/queue/queue.css';

/** What follows from each answer, and if nobody acts. */
export function TaskReasons({ kind: name }: { kind: TaskKindName }) {
  const { t } = useTranslation(['queue', 'staff']);
  const say = useWords();
  const { outcome, follows, ifNobodyActs }: TaskKind = taskCatalogue[name];
  const model = formModelOf(outcome);
  const labels = new Map(model.shape === 'decision' ? model.options.map(({ value, label }) => [value, say(label)] as const) : []);
  return (
    <div className="task-reasons">
      <p className="small-head">{t('follows')}</p>
      <dl>
        {answersOf(outcome).values.map((answer) => follows[answer] && <div key={answer}><dt>{labels.get(answer) ?? t('onceAnswered')}</dt><dd>{say(follows[answer])}</dd></div>)}
      </dl>
      <p className="if-nobody"><span>{t('staff:task.ifNobodyActs')}</span>{say(ifNobodyActs)}</p>
    </div>
  );
}
