/** G4: the clerk moves a booked hearing, or cancels it; everybody is told. */
import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';
import { SlotPicker, type ChosenSlot } from '#web/staff/scheduling/SlotPicker.tsx';

type Hearing = CaseDetail['hearings'][number];

/** May this person change it as far as the page knows; the case decides. */
export const mayChange = (courtCase: CaseDetail, hearing: Hearing): boolean =>
  hearing.state === 'scheduled' && ['clerkOfCase', 'presidingJudge'].includes(courtCase.relation) && ['preparation', 'hearing'].includes(courtCase.standing.stage);

export function ChangeHearing({ courtCase, hearing }: { courtCase: CaseDetail; hearing: Hearing }) {
  const { t } = useTranslation('scheduling');
  const [open, setOpen] = useState(false);
  return (
    <details className="change-hearing" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('change.open')}</summary>
      {open && <ChangeForm courtCase={courtCase} hearing={hearing} onDone={() => setOpen(false)} />}
    </details>
  );
}

function ChangeForm({ courtCase: { caseId }, hearing, onDone }: { courtCase: CaseDetail; hearing: Hearing; onDone: () => void }) {
  const { t } = useTranslation('scheduling');
  const language = useLanguage();
  const { data: court } = useQuery(queries.court());
  const [what, setWhat] = useState<'move' | 'cancel'>('move');
  const [reason, setReason] = useState('');
  const [slot, setSlot] = useState<ChosenSlot>({});
  const [durationMinutes, setDuration] = useState(Math.max(15, Math.round((Date.parse(hearing.endsAt) - Date.parse(hearing.startsAt)) / 60_000)));
  const change = useCommand((input: Parameters<typeof api.hearings.change>[0], options) => api.hearings.change(input, options), { label: t(`change.${what}`), onDone });
  const { day, startTime, courtroomId } = slot;
  const complete = reason.trim().length >= 2 && (what === 'cancel' || (day && startTime && courtroomId));
  const id = `change-${hearing.hearingId}`;
  const send = () => {
    if (what === 'cancel') void change.run({ hearingId: hearing.hearingId, reason, change: { do: 'cancel' } });
    else if (day && startTime && courtroomId) void change.run({ hearingId: hearing.hearingId, reason, change: { do: 'move', day, startTime, durationMinutes, courtroomId } });
  };
  return (
    <form className="change-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <fieldset><legend>{t('change.what')}</legend>
        <Radio.Group value={what} onChange={(event) => setWhat(event.target.value as typeof what)} options={[{ value: 'move', label: t('change.move') }, { value: 'cancel', label: t('change.cancel') }]} />
      </fieldset>
      <p className="faint">{what === 'move' ? t('change.moveExplained') : t('change.cancelExplained')}</p>
      {what === 'move' && (
        <>
          <label htmlFor={`${id}-duration`}>{t('change.duration')}</label>
          <InputNumber id={`${id}-duration`} controls={false} min={15} max={480} value={durationMinutes} onChange={(value) => setDuration(value ?? 60)} />
          <SlotPicker caseId={caseId} durationMinutes={durationMinutes} chosen={slot} onChoose={setSlot} />
          {day && startTime && courtroomId && <p role="status"><strong>{formatInstant(day, 'day', language)} {startTime} · {court?.courtrooms.find((room) => room.id === courtroomId)?.name ?? courtroomId}</strong></p>}
        </>
      )}
      <label htmlFor={`${id}-reason`}>{t('change.reason')}</label>
      <Input.TextArea id={`${id}-reason`} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {change.problem && <Problem problem={change.problem} />}
      <Button htmlType="submit" type="primary" danger={what === 'cancel'} disabled={!complete} loading={change.phase !== null}>{what === 'move' ? t('change.doMove') : t('change.doCancel')}</Button>
    </form>
  );
}
