import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';

/** G9: the judge amends a fixed transcript; what was signed becomes void. */
export function ReopenTranscript({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation(['transcript', 'tasks']);
  const [reason, setReason] = useState('');
  const reopen = useCommand((input: { hearingId: string; reason: string }, options) => api.hearings.reopenTranscript(input, options), { label: t('reopen'), onDone: () => setReason('') });
  return (
    <form className="reopen-form" onSubmit={(event) => { event.preventDefault(); void reopen.run({ hearingId, reason }); }}>
      <p>{t('reopenExplained')}</p>
      <label htmlFor="reopen-reason">{t('reopenReason')}</label>
      <Input.TextArea id="reopen-reason" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {reopen.problem && <Problem problem={reopen.problem} />}
      <Button htmlType="submit" danger disabled={reason.trim().length < 2} loading={reopen.phase !== null}>{t('reopenDo')}</Button>
    </form>
  );
}
