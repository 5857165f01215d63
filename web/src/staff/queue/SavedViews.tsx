/** Named views: one's own and those that colleagues share, each a click (or a number key away on the list); saving what is shown now. */
import { CloseOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '#api/contract/queue.ts';
import { roleWords, type StaffRole } from '#domain/people/roles.ts';
import type { SavedViewContent } from '#domain/tasks/queue-views.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Problem } from '#web/staff/parts/Problem.tsx';

export type ViewsDialog = 'list' | 'save' | null;
interface Props { dialog: ViewsDialog; content: SavedViewContent; onDialog: (dialog: ViewsDialog) => void }

export function SavedViews({ dialog, content, onDialog }: Props) {
  const { t } = useTranslation(['queue', 'shell']);
  const queryClient = useQueryClient();
  const { data } = useQuery(queries.savedViews());
  const again = () => void queryClient.invalidateQueries({ queryKey: queryKeys.savedViews });
  const remove = useCommand((viewId: string, options) => api.queue.removeView({ viewId }, options), { label: t('views.remove'), onDone: again });
  const views = data?.views ?? [];
  const shown = views.find((view) => JSON.stringify(Object.entries(view.content).sort()) === JSON.stringify(Object.entries(content).sort()));
  return (
    <>
      <Button size="small" onClick={() => onDialog('list')}>{shown ? shown.name : t('views.title')} <kbd>v</kbd></Button>
      <Button size="small" onClick={() => onDialog('save')}>{t('views.save')} <kbd>w</kbd></Button>
      <Modal open={dialog === 'list'} afterOpenChange={(now) => { if (now) document.querySelector<HTMLElement>('.saved-views a')?.focus(); }} onCancel={() => onDialog(null)} footer={null} title={t('views.title')} width={480} destroyOnHidden closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}>
        {views.length === 0 && <p className="faint">{t('views.none')}</p>}
        {remove.problem && <Problem problem={remove.problem} />}
        <ul className="saved-views">
          {views.map((view) => (
            <li key={view.viewId}>
              <Link to="/desk" search={view.content} onClick={() => onDialog(null)}>{view.name}</Link>
              <Shared view={view} />
              {view.mine && <Button size="small" type="link" danger onClick={() => void remove.run(view.viewId)} aria-label={`${t('views.remove')} ${view.name}`}>{t('views.remove')}</Button>}
            </li>
          ))}
        </ul>
      </Modal>
      <SaveDialog open={dialog === 'save'} content={content} before={shown?.mine ? shown : undefined} onClose={() => onDialog(null)} onSaved={() => { again(); onDialog(null); }} />
    </>
  );
}

function Shared({ view }: { view: SavedView }) {
  const { t } = useTranslation('queue');
  const say = useWords();
  const how = [...(view.sharedRole ? [say(roleWords[view.sharedRole])] : []), ...(view.sharedDivision ? [view.sharedDivision] : [])].join(' · ');
  return <span className="faint">{view.mine ? (how ? t('views.sharedWith', { how }) : t('views.own')) : t('views.sharedBy', { who: view.owner.name })}</span>;
}

function SaveDialog({ open, content, before, onClose, onSaved }: { open: boolean; content: SavedViewContent; before: SavedView | undefined; onClose: () => void; onSaved: () => void }) {
  const { t } = useTranslation(['queue', 'shell']);
  const say = useWords();
  const { data: me } = useQuery(queries.me());
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole | null>(null);
  const [division, setDivision] = useState(false);
  useEffect(() => { if (open) { setName(before?.name ?? ''); setRole(before?.sharedRole ?? null); setDivision(before?.sharedDivision != null); } // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [open]);
  const roles = me?.roles ?? [];
  const [only] = roles;
  const save = useCommand((_: void, options) => {
    const view = { name: name.trim(), content, sharedRole: role, sharedWithDivision: division };
    return before ? api.queue.changeView({ viewId: before.viewId, ...view }, options) : api.queue.saveView(view, options);
  }, { label: t('views.save'), onDone: onSaved });
  const send = () => { if (name.trim() !== '') void save.run(); };
  return (
    <Modal
      open={open} onCancel={onClose} title={before ? t('views.change', { name: before.name }) : t('views.save')} width={420} destroyOnHidden okText={t('views.doSave')} cancelText={t('cancel')} onOk={send} okButtonProps={{ disabled: name.trim() === '' || save.phase !== null }}
      closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}
    >
      {save.problem && <Problem problem={save.problem} />}
      <Form layout="vertical" component="div">
        <Form.Item label={t('views.name')} htmlFor="view-name" required><Input id="view-name" autoFocus maxLength={60} value={name} onChange={({ target }) => setName(target.value)} onPressEnter={send} /></Form.Item>
        {roles.length === 1 && only && <p><Checkbox checked={role !== null} onChange={({ target }) => setRole(target.checked ? only : null)}>{t('views.shareRole', { role: say(roleWords[only]) })}</Checkbox></p>}
        {roles.length > 1 && (
          <Form.Item label={t('views.shareWhich')} htmlFor="view-role">
            <Radio.Group id="view-role" aria-label={t('views.shareWhich')} value={role} onChange={({ target }) => setRole(target.value as StaffRole | null)} options={[{ value: null, label: t('views.shareNone') }, ...roles.map((each) => ({ value: each, label: say(roleWords[each]) }))]} />
          </Form.Item>
        )}
        <p><Checkbox checked={division} onChange={({ target }) => setDivision(target.checked)}>{t('views.shareDivision')}</Checkbox></p>
      </Form>
    </Modal>
  );
}
