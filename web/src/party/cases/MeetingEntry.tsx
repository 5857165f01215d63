import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem } from '#web/api/errors.ts';
import { TextField } from '#web/party/parts/fields.tsx';
import { roomPath } from '#web/paths.ts';
import { useProblemText } from '#web/shell/problem-text.ts';

/** G7: into the courtroom with the meeting number of the SMS. */
export function MeetingEntry() {
  const { t } = useTranslation('party');
  const navigate = useNavigate();
  const textOf = useProblemText();
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // The front page's "attend a hearing" leads straight to this field.
  useEffect(() => { if (new URLSearchParams(window.location.search).has('meeting')) form.current?.querySelector('input')?.focus(); }, []);

  async function enter(event: FormEvent) {
    event.preventDefault();
    if (!/^\d{6,12}$/.test(number)) { setWrong(t('home.meetingWrong')); return; }
    setBusy(true);
    try {
      const { hearingId } = await api.hearings.byMeetingNumber({ meetingNumber: number });
      await navigate({ to: roomPath(hearingId) });
    } catch (error) {
      const problem = asProblem(error);
      setWrong(problem.code === 'NOT_FOUND' ? t('home.meetingNotFound') : textOf(problem));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form ref={form} className="card" onSubmit={(event) => void enter(event)} noValidate aria-label={t('home.meeting')}>
      <TextField
        label={t('home.meeting')} hint={t('home.meetingHint')} name="meetingNumber" inputMode="numeric" maxLength={14} placeholder={t('home.meetingNumber')} value={number} wrong={wrong}
        onText={(text) => { setNumber(text.replace(/\D/g, '')); setWrong(null); }}
        beside={<button type="submit" className="button" disabled={busy}>{t('home.enter')}</button>}
      />
    </form>
  );
}
