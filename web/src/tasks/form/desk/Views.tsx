import { Input, Radio } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { useRoleWords } from '#web/staff/parts/role-words.ts';
import type { TaskForm } from '#web/tasks/form/use-task-form.ts';

interface View { participantId: string; view: 'noObjection' | 'objection'; remark: string }
const views = ['noObjection', 'objection'] as const;

/** G5: the view of each other party on the identity, one by one; nothing is chosen until the clerk has heard them. */
export function Views({ form, name, task }: { form: TaskForm; name: string; task: TaskDetail }) {
  const { t } = useTranslation('tasks');
  const roleName = useRoleWords(task);
  const { data: courtCase } = useQuery(queries.case(task.caseId));
  const asked = z.array(z.string()).catch([]).parse(task.facts['others']);
  const others = courtCase?.participants.filter(({ participantId }) => asked.includes(participantId)) ?? [];
  const rows = (form.values[name] as View[] | undefined) ?? [];
  const change = (participantId: string, part: Partial<View>) => {
    const before = rows.find((row) => row.participantId === participantId) ?? { participantId, view: 'noObjection', remark: '' };
    form.set(name, [...rows.filter((row) => row.participantId !== participantId), { ...before, ...part }]);
  };
  if (courtCase && others.length === 0) return <p className="faint">{t('views.none')}</p>;
  return (
    <div className="list-field">
      {others.map((other) => {
        const row = rows.find(({ participantId }) => participantId === other.participantId);
        return (
          <fieldset key={other.participantId} className="opinion">
            <legend>{roleName(other.role)} {other.name}</legend>
            <Radio.Group value={row?.view} onChange={(event) => change(other.participantId, { view: event.target.value as View['view'] })} options={views.map((view) => ({ value: view, label: t(`views.${view}`) }))} />
            {row?.view === 'objection' && <Input aria-label={`${t('views.remark')}: ${other.name}`} placeholder={t('views.remark')} maxLength={500} value={row.remark} onChange={(event) => change(other.participantId, { remark: event.target.value })} />}
          </fieldset>
        );
      })}
    </div>
  );
}
