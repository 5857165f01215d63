import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import type { ConditionCode } from '#domain/hearing/phases.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { LongField } from '#web/party/parts/fields.tsx';
import { Dialog } from '#web/room/Dialog.tsx';
import { DecisionTasks } from '#web/room/DecisionTasks.tsx';

type OpenMove = HearingDetail['moves'][number];

/** Ends or stops the hearing for everybody: asked again before it is done. */
const confirmations = { close: 'court.confirmClose', 'close-withdrawn': 'court.confirmWithdrawn', adjourn: 'court.confirmAdjourn', suspend: 'court.confirmSuspend' } as const;
const isConfirmed = (move: string): move is keyof typeof confirmations => Object.hasOwn(confirmations, move);

/** Clerk and judge move the hearing on (G7). A refused move says under which rule, with its articles. */
export function CourtPanel({ hearing }: { hearing: HearingDetail }) {
  const { t } = useTranslation('room');
  const { t: people } = useTranslation('casePeople');
  const say = useWords();
  const [asked, setAsked] = useState<OpenMove | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const move = useCommand(api.hearings.move, { label: t('court.moves') });
  const make = (which: OpenMove, reason?: string) => {
    setAsked(null);
    setLast(say(which.title));
    void move.run({ hearingId: hearing.hearingId, move: which.move, ...(reason ? { reason } : {}) });
  };
  // A panel member and the technician sit and see; the steps are the presiding judge's and the clerk's (G7).
  const conducts = hearing.seats.some(({ me, role }) => me && (role === 'presidingJudge' || role === 'clerk'));
  if (!conducts) return <DecisionTasks hearing={hearing} />;
  return (
    <section className="court-panel" aria-label={t('court.panel')}>
      <DecisionTasks hearing={hearing} />
      <h2 id="moves-heading">{t('court.moves')}</h2>
      {hearing.assessorsAwaited.length > 0 && ['preparing', 'discipline'].includes(hearing.phase) ? <p className="soft" role="status">{people('assessor.openingWaits', { names: hearing.assessorsAwaited.join('、') })}</p> : null}
      {hearing.moves.length === 0 ? <p className="soft">{t('court.noMoves')}</p> : null}
      <div className="moves" role="group" aria-labelledby="moves-heading">
        {hearing.moves.map((which, index) => (
          <button
            key={which.move} type="button" className={isConfirmed(which.move) ? 'move ending' : 'move'} data-move={which.move} disabled={move.phase !== null}
            aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
            onClick={() => (isConfirmed(which.move) ? setAsked(which) : make(which))}
          >
            {index < 9 ? <kbd aria-hidden="true">{index + 1}</kbd> : null}
            <span>{say(which.title)}</span>
            <span className="articles">{which.articles.join(' ')}</span>
          </button>
        ))}
      </div>
      {move.phase !== null ? <p className="soft" role="status">{t('court.making')}</p> : null}
      {move.problem ? (
        <div className="refused-move">
          <h3>{t('court.refused', { move: last ?? '' })}</h3>
          <ProblemNote problem={move.problem} />
          <UnmetConditions hearing={hearing} detail={move.problem.detail} />
        </div>
      ) : null}
      <p className="soft keys">{t('court.keys')}</p>
      {asked ? <ConfirmMove move={asked} onCancel={() => setAsked(null)} onConfirm={(reason) => make(asked, reason)} /> : null}
    </section>
  );
}

interface Unmet { code: ConditionCode; participantIds: string[]; message: { zh: string; en: string } }
const unmetOf = (detail: unknown): Unmet[] => {
  const unmet = (detail as { unmet?: unknown } | null)?.unmet;
  return Array.isArray(unmet) ? (unmet as Unmet[]) : [];
};

/** What is still missing, person by person. */
function UnmetConditions({ hearing, detail }: { hearing: HearingDetail; detail: unknown }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const unmet = unmetOf(detail);
  if (unmet.length === 0) return null;
  const nameOf = (participantId: string) => hearing.seats.find((seat) => seat.participantId === participantId)?.name;
  return (
    <ul className="unmet">
      {unmet.map((condition) => {
        const who = condition.participantIds.map(nameOf).filter((name) => name !== undefined).join('、');
        // The message above names all conditions; here stands whom each is about.
        return who ? <li key={condition.code}>{unmet.length > 1 ? `${say(condition.message)} ` : ''}{t('court.about', { who })}</li> : null;
      })}
    </ul>
  );
}

function ConfirmMove({ move, onConfirm, onCancel }: { move: OpenMove; onConfirm: (reason?: string) => void; onCancel: () => void }) {
  const { t } = useTranslation('room');
  const say = useWords();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  // What ends a hearing early goes on record with its reason (CPL-148, CPL-149).
  const needsReason = move.move === 'adjourn' || move.move === 'close-withdrawn';
  const confirm = () => {
    if (needsReason && reason.trim().length < 2) setWrong(true);
    else onConfirm(reason.trim() || undefined);
  };
  return (
    <Dialog
      heading={say(move.title)} onClose={onCancel}
      actions={(
        <>
          <button type="button" className="button" onClick={onCancel}>{t('court.cancel')}</button>
          <button type="button" className="button main" onClick={confirm}>{t('court.confirm')}</button>
        </>
      )}
    >
      <p>{isConfirmed(move.move) ? t(confirmations[move.move]) : ''}</p>
      {needsReason ? <LongField label={t('court.reason')} value={reason} onText={setReason} wrong={wrong ? t('court.reasonWrong') : null} /> : null}
    </Dialog>
  );
}
