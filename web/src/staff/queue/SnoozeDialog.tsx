/** Putting tasks off: until a working morning, with the reason. Never beyond the day on which the first of them is due. */
import { CloseOutlined } from '@ant-design/icons';
import { Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, instantOf, parseShanghaiDay } from '#domain/calendar/day.ts';
import type { QueueRow } from '#api/contract/queue.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** Back before the day's work begins. */
const morning = '08:30';

interface Props { rows: readonly QueueRow[] | null; busy: boolean; onClose: () => void; onSnooze: (until: string, reason: string) => void }

export function SnoozeDialog({ rows, busy, onClose, onSnooze }: Props) {
  const { t } = useTranslation(['queue', 'shell']);
  const language = useLanguage();
  const today = dayOf(Date.parse(useCourtNow()));
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const open = rows !== null;
  useEffect(() => { if (open) { setDay(addDays(today, 1)); setReason(''); } // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const firstDue = rows?.map((row) => row.dueAt).filter((at) => at !== null).sort()[0];
  const back = parseShanghaiDay(day);
  const send = () => { if (back && reason.trim().length >= 2 && !busy) onSnooze(new Date(instantOf(back, morning)).toISOString(), reason.trim()); };
  return (
    <Modal
      open={open} onCancel={onClose} title={t('snooze.title', { count: rows?.length ?? 0 })} width={420} destroyOnHidden closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}
      okText={t('snooze.do')} cancelText={t('cancel')} onOk={send} okButtonProps={{ disabled: !back || reason.trim().length < 2 || busy }}
    >
      <p>{t('snooze.explained')}</p>
      {firstDue && <p className="faint">{t('snooze.firstDue', { at: formatInstant(firstDue, 'dayTime', language) })}</p>}
      <Form layout="vertical" component="div">
        <Form.Item label={t('snooze.day')} htmlFor="snooze-day" required><Input id="snooze-day" type="date" autoFocus min={addDays(today, 1)} value={day} onChange={({ target }) => setDay(target.value)} /></Form.Item>
        <Form.Item label={t('snooze.reason')} htmlFor="snooze-reason" required><Input id="snooze-reason" maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} onPressEnter={send} /></Form.Item>
      </Form>
    </Modal>
  );
}
