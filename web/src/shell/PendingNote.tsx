import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { asProblem, mayRetry } from '#web/api/errors.ts';
import { noteAnswered, usePendingCommands } from '#web/api/pending-commands.ts';

/** Commands that were kept and are being sent again, also those of a page that was closed meanwhile. */
export function PendingNote() {
  const { t } = useTranslation('shell');
  const pending = usePendingCommands();
  useEffect(() => {
    if (pending.length === 0) return undefined;
    const timer = window.setInterval(() => {
      for (const { commandId } of pending) {
        api.supervision.command({ commandId }).then(
          ({ state }) => { if (state === 'answered') noteAnswered(commandId); },
          // Decided against, or not ours any more: it is not on its way. Without an answer, it is asked again.
          (error: unknown) => { if (!mayRetry(asProblem(error))) noteAnswered(commandId); },
        );
      }
    }, 2_000);
    return () => window.clearInterval(timer);
  }, [pending]);
  if (pending.length === 0) return null;
  return (
    <div className="connection-note" role="status">
      {t('keptBeingSentAgain', { what: pending.map(({ label }) => label).join(t('listSeparator')) })}
    </div>
  );
}
