import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#api/contract/tasks.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { signingPath } from '#web/paths.ts';
import { Due } from '#web/staff/parts/Due.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';
import { QrCode } from '#web/staff/signing-round/QrCode.tsx';

/** One person who signs: the code to scan while it is open, the signature once it is given. */
export function SignerCard({ task, signature }: { task: TaskRow; signature: { at: string; refused: string | null } | null }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const roleName = useRoleWords(task);
  const name = task.participant?.name ?? task.assignee?.name ?? '';
  const waiting = task.state === 'open';
  const answer = signature?.refused ? 'refused' : 'signed';
  const address = `${window.location.origin}${signingPath(task.taskId)}`;
  return (
    <article className={`signer-card ${waiting ? 'waiting' : answer}`}>
      <h2><span className="role">{roleName(task.participant?.role ?? task.role)}</span>{name}</h2>
      {waiting ? (
        <>
          <QrCode text={address} label={t('signingRound.scan', { name })} />
          <Due at={task.dueAt} overdue={task.overdue} />
          {task.mine && <a href={signingPath(task.taskId)}>{t('signingRound.here')}</a>}
        </>
      ) : (
        <p className="signer-state">
          <strong>{t(`signingRound.${answer}`)}</strong>
          {signature && <time dateTime={signature.at}>{formatInstant(signature.at, 'dateTime', language)}</time>}
          {signature?.refused && <span>{signature.refused}</span>}
        </p>
      )}
    </article>
  );
}
