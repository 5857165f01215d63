/** An open task of a role is given to a colleague, or taken back; who, when and why is on record. */
import { Button, Input, Modal, Select } from 'antd';
import { CloseOutlined, DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import '#web/staff/home/home.css';

export function AssignTask({ taskId, given }: { taskId: string; given: boolean }) {
  const { t } = useTranslation(['home', 'shell']);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{given ? t('assign.change') : t('assign.open')}</Button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={t('assign.title')} width={480} destroyOnHidden closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}>
        <AssignForm taskId={taskId} onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function AssignForm({ taskId, onDone }: { taskId: string; onDone: () => void }) {
  const { t } = useTranslation('home');
  const language = useLanguage();
  const found = useQuery(queries.colleagues(taskId));
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const assign = useCommand((input: { to: string; reason: string }, options) => api.desk.assign({ taskId, ...input }, options), { label: t('assign.submit'), onDone });
  const takeBack = useCommand((_: void, options) => api.desk.takeBack({ taskId, reason }, options), { label: t('assign.takeBack'), onDone });
  if (found.isError && !found.data) return <ReadFailure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <p className="faint">{t('loading')}</p>;
  const { colleagues, assigned } = found.data;
  const busy = assign.phase !== null || takeBack.phase !== null;
  return (
    <form className="assign-form" onSubmit={(event) => { event.preventDefault(); if (to) void assign.run({ to, reason }); }}>
      {assigned && <p className="assign-given">{t('assign.given', { by: assigned.by, to: assigned.to.name, at: formatInstant(assigned.at, 'dayTime', language), reason: assigned.reason })}</p>}
      <p className="faint">{t('assign.explained')}</p>
      {colleagues.length === 0 ? <p>{t('assign.none')}</p> : (
        <div>
          <label htmlFor="assign-to">{t('assign.to')}</label>
          <Select
            id="assign-to" suffixIcon={<DownOutlined aria-hidden />} value={to} onChange={setTo} placeholder={t('assign.choose')} options={colleagues.filter(({ personId }) => personId !== assigned?.to.personId)
              .map(({ personId, name, away, open: count }) => ({ value: personId, disabled: away, label: away ? t('assign.away', { name }) : t('assign.person', { name, count }) }))}
          />
        </div>
      )}
      <div><label htmlFor="assign-reason">{t('assign.reason')}</label><Input.TextArea id="assign-reason" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} /></div>
      {assign.problem && <Problem problem={assign.problem} />}
      {takeBack.problem && <Problem problem={takeBack.problem} />}
      <div className="form-buttons">
        {assigned && <Button disabled={busy || reason.trim().length < 2} onClick={() => void takeBack.run()}>{t('assign.takeBack')}</Button>}
        <Button type="primary" htmlType="submit" disabled={busy || to === null || reason.trim().length < 2}>{t('assign.submit')}</Button>
      </div>
    </form>
  );
}
