/** G4: the earliest time at which everybody is free, and the lawful times of the next days, one click each. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { ReadFailure } from '#web/staff/parts/Problem.tsx';
import { slotsByDay } from '#web/staff/task/slots.ts';

export interface ChosenSlot { day?: string | undefined; startTime?: string | undefined; courtroomId?: string | undefined }

export function SlotPicker({ caseId, durationMinutes, chosen, onChoose }: { caseId: string; durationMinutes: number; chosen: ChosenSlot; onChoose: (slot: Required<ChosenSlot>) => void }) {
  const { t } = useTranslation(['staff', 'scheduling']);
  const language = useLanguage();
  const slots = useQuery(queries.slots(caseId, durationMinutes));
  const { data: court } = useQuery(queries.court());
  const roomName = (id: string) => court?.courtrooms.find((room) => room.id === id)?.name ?? id;
  const days = slotsByDay(slots.data?.slots ?? []);
  const { earliest } = slots.data ?? { earliest: null };
  const away = (day: string) => slots.data?.unavailable.filter((one) => one.day === day) ?? [];
  const isChosen = (day: string, startTime: string) => day === chosen.day && startTime === chosen.startTime;
  if (slots.isError) return <ReadFailure error={slots.error} again={() => void slots.refetch()} />;
  if (!slots.data) return <p className="faint">{t('loading')}</p>;
  return (
    <>
      <p className="slots-earliest">{t('slots.earliest', { day: formatInstant(slots.data.earliestDay, 'day', language) })} <Articles ids={['G4', 'CPL-139']} /></p>
      {earliest ? (
        <p className="slots-earliest">
          {t('scheduling:slots.earliest')}{' '}
          <button type="button" className="slot" aria-pressed={isChosen(earliest.day, earliest.startTime) && chosen.courtroomId === earliest.courtroomId} onClick={() => onChoose({ day: earliest.day, startTime: earliest.startTime, courtroomId: earliest.courtroomId })}>
            {t('scheduling:slots.pickEarliest', { day: formatInstant(earliest.day, 'shortDay', language), time: earliest.startTime, room: roomName(earliest.courtroomId) })}
          </button>
          {earliest.provisional && <Provisional />}
        </p>
      ) : <p className="faint">{t('scheduling:slots.noneFree')}</p>}
      {(slots.data.unavailable.length > 0) && <p className="faint">{t('scheduling:away.weighed')} <Articles ids={['CPL-149']} /></p>}
      {days.length === 0 && <p className="faint">{t('slots.none')}</p>}
      <ul className="slot-days">
        {days.map((group) => (
          <li key={group.day}>
            <span className="slot-day">{formatInstant(group.day, 'shortDay', language)}{slots.data.slots.some((slot) => slot.day === group.day && slot.provisional) && <Provisional />}</span>
            <span className="slot-times">
              {group.times.map((time) => (
                <button
                  key={time.startTime} type="button" className="slot" aria-pressed={isChosen(group.day, time.startTime)} title={time.courtroomIds.map(roomName).join('\n')}
                  onClick={() => onChoose({ day: group.day, startTime: time.startTime, courtroomId: time.courtroomIds.includes(chosen.courtroomId ?? '') ? chosen.courtroomId ?? '' : time.courtroomIds[0] ?? '' })}
                >
                  {time.startTime}<small>{t('slots.rooms', { count: time.courtroomIds.length })}</small>
                </button>
              ))}
            </span>
            {away(group.day).map((one) => <span key={one.participantId} className="slot-away">{t('scheduling:away.flag', { name: one.name, reason: one.reason })}</span>)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The mark of a date that rests on a year without a published calendar. */
export function Provisional() {
  const { t } = useTranslation('scheduling');
  return <span className="mark provisional" title={t('provisionalWhy')}>{t('provisional')}</span>;
}
