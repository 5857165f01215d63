/** What the court's people say to each other about the task; what is typed stays while others' words come in. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Problem, ReadFailure } from '#web/staff/parts/Problem.tsx';
import '#web/staff/queue/queue.css';

/** The box that the key `m` goes to. */
export const commentBoxId = 'task-comment';

export function Comments({ taskId }: { taskId: string }) {
  const { t } = useTranslation('queue');
  const language = useLanguage();
  const { data, isError, error, refetch } = useQuery(queries.comments(taskId));
  const [text, setText] = useState('');
  const say = useCommand((words: string, options) => api.queue.comment({ taskId, text: words }, options), { label: t('comments.send'), onDone: () => { setText(''); void refetch(); } });
  const send = () => { if (text.trim() !== '') void say.run(text.trim()); };
  return (
    <section className="comments" aria-label={t('comments.title')}>
      <p className="small-head">{t('comments.title')} <span className="faint">{t('comments.who')}</span></p>
      {isError && !data && <ReadFailure error={error} again={() => void refetch()} />}
      <ul aria-live="polite">
        {data?.comments.map((one) => <li key={one.commentId}><strong>{one.by.name}</strong> <time className="faint" dateTime={one.at}>{formatInstant(one.at, 'dayTime', language)}</time><p>{one.text}</p></li>)}
      </ul>
      {say.problem && <Problem problem={say.problem} />}
      <Input.TextArea
        id={commentBoxId} aria-label={t('comments.write')} placeholder={t('comments.write')} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} value={text} onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {text.trim() !== '' && <Button size="small" type="primary" disabled={say.phase !== null} onClick={send}>{t('comments.send')} <kbd>Ctrl ↵</kbd></Button>}
    </section>
  );
}
