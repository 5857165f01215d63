/** One answer for many tasks of a kind, where the kind allows it, and why it does. */
import { CloseOutlined } from '@ant-design/icons';
import { Form, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onlyAnswer } from '#domain/tasks/answers.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { formModelOf } from '#web/tasks/form/form-model.ts';

interface Props { kind: TaskKindName | null; count: number; busy: boolean; onClose: () => void; onSend: (outcome: Record<string, unknown>) => void }

export function BulkAnswer({ kind, count, busy, onClose, onSend }: Props) {
  const { t } = useTranslation(['queue', 'shell']);
  const say = useWords();
  const [typed, setTyped] = useState<Record<string, string>>({});
  useEffect(() => setTyped({}), [kind]);
  if (kind === null) return null;
  const { title, bulk, follows, outcome }: TaskKind = taskCatalogue[kind];
  const [answer] = bulk?.answers ?? [];
  if (!bulk || answer === undefined) return null;
  const model = formModelOf(outcome);
  const option = model.shape === 'decision' ? model.options.find(({ value }) => value === answer) : undefined;
  const fields = model.shape === 'decision' ? option?.fields ?? [] : model.fields;
  const given = { ...(model.shape === 'decision' ? { [model.name]: answer } : {}), ...Object.fromEntries(fields.map(({ name }) => [name, (typed[name] ?? '').trim()])) };
  const whole = fields.every(({ name }) => (typed[name] ?? '').trim().length >= 2);
  return (
    <Modal
      open onCancel={onClose} width={520} title={t('bulk.answerTitle', { title: say(title), count })} okText={t('bulk.send', { count })} cancelText={t('cancel')} closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}
      onOk={() => onSend(given)} okButtonProps={{ disabled: !whole || busy }}
    >
      {option && <p><strong>{say(option.label)}</strong></p>}
      {follows[answer ?? onlyAnswer] && <p>{say(follows[answer ?? onlyAnswer]!)}</p>}
      <p className="faint">{t('bulk.lawful')}{say(bulk.why)}</p>
      <Form layout="vertical" component="div">
        {fields.map(({ name, label }) => (
          <Form.Item key={name} label={say(label)} htmlFor={`bulk-${name}`} required>
            <Input.TextArea id={`bulk-${name}`} autoSize={{ minRows: 2 }} maxLength={2000} value={typed[name] ?? ''} onChange={({ target }) => setTyped((before) => ({ ...before, [name]: target.value }))} />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
