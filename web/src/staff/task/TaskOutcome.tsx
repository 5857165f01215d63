import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Since } from '#web/staff/parts/Due.tsx';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { useWords } from '#web/i18n/use-words.ts';
import { fieldsFor, formModelOf, type FormValues } from '#web/tasks/form/form-model.ts';
import { useOptionWords } from '#web/tasks/form/option-words.ts';

/** A task that this person does not answer: where it stands, and the answer that was given. */
export function TaskOutcome({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('staff');
  if (task.state === 'open') return <Panel title={t('task.notYours')}><p>{t('task.notYoursExplained', { who: task.assignee?.name ?? task.participant?.name ?? '' })}</p></Panel>;
  if (task.state === 'withdrawn') return <Panel title={t('queue.state.withdrawn')}><p>{t('task.withdrawnMeanwhile')}</p></Panel>;
  return (
    <Panel title={t('task.answered')}>
      <Facts items={[
        [t('task.answeredBy'), task.completedBy?.name ?? t('none')],
        [t('task.answeredAt'), task.completedAt ? <Since key="at" at={task.completedAt} /> : t('none')],
      ]} />
      {isTaskKind(task.kind) && <Answer kind={task.kind} outcome={task.outcome} />}
    </Panel>
  );
}

/** An answer in the words of the form that it was given in. */
export function Answer({ kind, outcome }: { kind: keyof typeof taskCatalogue; outcome: unknown }) {
  const { t } = useTranslation('tasks');
  const say = useWords();
  const optionWords = useOptionWords();
  if (typeof outcome !== 'object' || outcome === null) return null;
  const model = formModelOf(taskCatalogue[kind].outcome);
  const values = outcome as FormValues;
  const shown = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'string') return optionWords(value);
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) return value.map(shown).join('\n');
    return typeof value === 'object' && value !== null ? Object.values(value).map(shown).join(' · ') : '';
  };
  const decision = model.shape === 'decision' ? model.options.find(({ value }) => value === values[model.name]) : undefined;
  const rows: [string, string][] = fieldsFor(model, values)
    .filter(({ name, control }) => control !== 'hidden' && values[name] !== undefined)
    .map(({ name, label }) => [say(label), shown(values[name])]);
  return <Facts items={decision ? [[t('decision'), say(decision.label)] as [string, string], ...rows] : rows} />;
}
