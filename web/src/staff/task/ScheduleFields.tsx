/** G4: day, time and courtroom together: the lawful slots that are free, one click each; any other by hand. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { slotsByDay } from '#web/staff/task/slots.ts';
import { DeskField } from '#web/tasks/form/desk/DeskField.tsx';
import type { TaskForm } from '#web/tasks/form/use-task-form.ts';

/** The fields that this part shows in the place of `day`. */
export const scheduleFieldNames: ReadonlySet<string> = new Set(['startTime', 'courtroomId']);

export function ScheduleFields({ form, task }: { form: TaskForm; task: TaskDetail }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const slots = useQuery(queries.slots(task.caseId));
  const { data: court } = useQuery(queries.court());
  const { day, startTime, courtroomId } = form.values;
  const days = slotsByDay(slots.data?.slots ?? []);
  const free = days.find((group) => group.day === day)?.times.find((time) => time.startTime === startTime)?.courtroomIds;
  const roomName = (id: string) => court?.courtrooms.find((room) => room.id === id)?.name ?? id;
  const byHand = form.fields.filter(({ name }) => name === 'day' || scheduleFieldNames.has(name));
  return (
    <fieldset className="slots">
      <legend>{t('slots.title')}</legend>
      {slots.data && <p className="slots-earliest">{t('slots.earliest', { day: formatInstant(slots.data.earliestDay, 'day', language) })} <Articles ids={['G4', 'CPL-139']} /></p>}
      {slots.isError && <ReadFailure error={slots.error} again={() => void slots.refetch()} />}
      {slots.isPending && <p className="faint">{t('loading')}</p>}
      {slots.data && days.length === 0 && <p className="faint">{t('slots.none')}</p>}
      <ul className="slot-days">
        {days.map((group) => (
          <li key={group.day}>
            <span className="slot-day">{formatInstant(group.day, 'shortDay', language)}</span>
            <span className="slot-times">
              {group.times.map((time) => {
                const chosen = group.day === day && time.startTime === startTime;
                return (
                  <button
                    key={time.startTime} type="button" className="slot" aria-pressed={chosen}
                    title={time.courtroomIds.map(roomName).join('\n')}
                    onClick={() => form.setMany({ day: group.day, startTime: time.startTime, courtroomId: time.courtroomIds.includes(String(courtroomId)) ? courtroomId : time.courtroomIds[0] })}
                  >
                    {time.startTime}<small>{t('slots.rooms', { count: time.courtroomIds.length })}</small>
                  </button>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
      <div className="slot-by-hand">{byHand.map((field) => <DeskField key={field.name} field={field} form={form} task={task} />)}</div>
      <p className="slot-note" role="status">{day && startTime && courtroomId && !free?.includes(String(courtroomId)) && slots.data ? t('slots.notOffered') : ''}</p>
    </fieldset>
  );
}
