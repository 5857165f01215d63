/** G4: day, time and courtroom together: the lawful slots that are free, one click each; any other by hand; or in the week. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { SlotPicker } from '#web/staff/scheduling/SlotPicker.tsx';
import { DeskField } from '#web/tasks/form/desk/DeskField.tsx';
import type { TaskForm } from '#web/tasks/form/use-task-form.ts';

/** The fields that this part shows in the place of `day`. */
export const scheduleFieldNames: ReadonlySet<string> = new Set(['startTime', 'courtroomId']);

export function ScheduleFields({ form, task }: { form: TaskForm; task: TaskDetail }) {
  const { t } = useTranslation(['staff', 'scheduling']);
  const text = (name: string) => (typeof form.values[name] === 'string' ? (form.values[name] as string) : undefined);
  const durationMinutes = typeof form.values['durationMinutes'] === 'number' ? form.values['durationMinutes'] : 120;
  const slots = useQuery(queries.slots(task.caseId, durationMinutes));
  const chosen = { day: text('day'), startTime: text('startTime'), courtroomId: text('courtroomId') };
  const same = (slot: { day: string; startTime: string; courtroomId: string }) => slot.day === chosen.day && slot.startTime === chosen.startTime && slot.courtroomId === chosen.courtroomId;
  const offered = slots.data && [...slots.data.slots, ...(slots.data.earliest ? [slots.data.earliest] : [])].some(same);
  const byHand = form.fields.filter(({ name }) => name === 'day' || scheduleFieldNames.has(name));
  return (
    <fieldset className="slots">
      <legend>{t('slots.title')}</legend>
      <SlotPicker caseId={task.caseId} durationMinutes={durationMinutes} chosen={chosen} onChoose={(slot) => form.setMany({ ...slot })} />
      <p><Link to="/desk/calendar" search={{ caseId: task.caseId, taskId: task.taskId, ...(chosen.day ? { day: chosen.day } : {}) }}>{t('scheduling:slots.week')}</Link></p>
      <div className="slot-by-hand">{byHand.map((field) => <DeskField key={field.name} field={field} form={form} task={task} />)}</div>
      <p className="slot-note" role="status">{chosen.day && chosen.startTime && chosen.courtroomId && offered === false ? t('slots.notOffered') : ''}</p>
    </fieldset>
  );
}
