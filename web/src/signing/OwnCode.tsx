import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Good } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { TextField } from '#web/party/parts/fields.tsx';

interface OwnCodeProps {
  taskId: string;
  staff: boolean;
  code: string;
  onCode: (code: string) => void;
  wrong: boolean;
}

/** Who signs is asked once more: participants by a code on their own phone, staff of the court by their password (G9). */
export function OwnCode({ taskId, staff, code, onCode, wrong }: OwnCodeProps) {
  const { t } = useTranslation('signing');
  const [sent, setSent] = useState<{ sentTo: string; validSeconds: number } | null>(null);
  const [wait, setWait] = useState(0);
  const request = useCommand(api.tasks.requestSigningCode, { label: t('code'), onDone: (answer) => { setSent(answer); setWait(60); onCode(''); } });
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);
  if (staff) {
    return <TextField label={t('password')} hint={t('passwordHint')} type="password" name="password" autoComplete="current-password" value={code} onText={onCode} wrong={wrong ? t('passwordWrong') : null} />;
  }
  return (
    <div className="stack">
      <TextField
        label={t('code')} hint={t('codeHint')} name="code" className="code-input" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onText={(text) => onCode(text.replace(/\D/g, ''))} wrong={wrong ? t('codeWrong') : null}
        beside={<button type="button" className="button" disabled={wait > 0 || request.phase !== null} onClick={() => void request.run({ taskId })}>{wait > 0 ? t('sendAgain', { seconds: wait }) : t('send')}</button>}
      />
      {sent ? <Good>{t('sent', { phone: sent.sentTo, minutes: Math.round(sent.validSeconds / 60) })}</Good> : null}
      <ProblemNote problem={request.problem} />
    </div>
  );
}
