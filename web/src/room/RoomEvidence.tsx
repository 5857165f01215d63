import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { numberOf } from '#domain/evidence/item.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { ItemView } from '#web/evidence/ItemView.tsx';
import { OfferForm } from '#web/evidence/OfferForm.tsx';
import { OpinionForm } from '#web/evidence/OpinionForm.tsx';
import { useIsLate } from '#web/evidence/use-late.ts';
import { awaitsMe, inPlay, listOf, myParty, nameIn, partiesOf, presentOpinion, type Item } from '#web/evidence/words.ts';
import { Good } from '#web/party/parts/notices.tsx';
import { OneOf } from '#web/party/parts/fields.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { IntoTranscript } from '#web/room/IntoTranscript.tsx';
import { LateDecision } from '#web/room/LateDecision.tsx';

/**
 * G8 in the room: everybody sees what is shown; parties upload from their own device and give their opinion; judge and
 * clerk have items shown and examined, enter what is said, and put it into the transcript.
 */
export function RoomEvidence({ hearing, staff }: { hearing: HearingDetail; staff: boolean }) {
  const { t } = useTranslation('evidence');
  const { data } = useQuery(queries.case(hearing.caseId));
  const [offering, setOffering] = useState(false);
  const [done, setDone] = useState(false);
  if (!data) return null;
  const me = staff ? undefined : myParty(data);
  const open = hearing.state === 'open' && !['preparing', 'discipline', 'finalStatements', 'pronouncement', 'closed', 'adjourned'].includes(hearing.phase);
  const now = data.evidence.filter((item) => item.examination?.state === 'presented' && item.examination.hearingId === hearing.hearingId);
  return (
    <div className="stack">
      {hearing.phase === 'evidence' ? null : <p className="soft">{t('court.onlyInPhase')}</p>}
      {now.map((item) => (
        <section key={item.evidenceId} className="stack evidence-now" aria-label={t('court.nowShown')} aria-live="polite">
          <h2>{t('court.nowShown')}</h2>
          <OneItem detail={data} hearing={hearing} item={item} staff={staff} open={open} shown />
        </section>
      ))}
      {done ? <Good>{t('offer.done')}</Good> : null}
      {me && open && !offering ? <button type="button" className="button main wide" onClick={() => { setDone(false); setOffering(true); }}>{t('offer.inCourt')}</button> : null}
      {offering && me ? <Offer detail={data} onDone={() => { setOffering(false); setDone(true); }} onCancel={() => setOffering(false)} /> : null}
      {data.evidence.length === 0 ? <p className="soft">{t('none')}</p> : null}
      {partiesOf(data).filter(({ participantId }) => listOf(data, participantId).length > 0).map((party) => (
        <section key={party.participantId} className="stack" aria-label={t('by', { who: party.name })}>
          <h2>{t('by', { who: party.name })}</h2>
          {listOf(data, party.participantId).filter((item) => !now.includes(item)).map((item) => <OneItem key={item.evidenceId} detail={data} hearing={hearing} item={item} staff={staff} open={open} />)}
        </section>
      ))}
    </div>
  );
}

function Offer({ detail, onDone, onCancel }: { detail: CaseDetail; onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation('evidence');
  return <OfferForm caseId={detail.caseId} late={useIsLate(detail)} heading={t('offer.inCourt')} onDone={onDone} onCancel={onCancel} />;
}

interface OneItemProps { detail: CaseDetail; hearing: HearingDetail; item: Item; staff: boolean; open: boolean; shown?: boolean }

function OneItem({ detail, hearing, item, staff, open, shown = false }: OneItemProps) {
  const { t } = useTranslation('evidence');
  const [giving, setGiving] = useState(false);
  const me = staff ? undefined : myParty(detail);
  const mayAnswer = open && inPlay(item) && me !== undefined && me.participantId !== item.submittedBy;
  return (
    <div className="stack evidence-card">
      {awaitsMe(item, me) && open ? <p><strong>{t('opinion.open')}</strong></p> : null}
      <ItemView detail={detail} item={item} open={shown}>
        {mayAnswer && !giving ? <button type="button" className="button small" onClick={() => setGiving(true)}>{presentOpinion(item, me.participantId) ? t('opinion.change') : t('opinion.give')}</button> : null}
        {staff && inPlay(item) && hearing.phase === 'evidence' ? <Lead detail={detail} hearing={hearing} item={item} /> : null}
        {staff && open && hearing.may.writeTranscript ? <IntoTranscript detail={detail} hearing={hearing} item={item} number={numberOf(item, detail.evidence)} /> : null}
      </ItemView>
      {giving && me ? <OpinionForm caseId={detail.caseId} item={item} participantId={me.participantId} onDone={() => setGiving(false)} onCancel={() => setGiving(false)} /> : null}
      {staff && open && inPlay(item) && hearing.may.writeTranscript ? <Spoken detail={detail} item={item} /> : null}
      {staff && item.late && !item.late.decision ? <LateDecision detail={detail} item={item} /> : null}
    </div>
  );
}

/** CPL-71: shown, then examined, at the word of the judge. */
function Lead({ detail, hearing, item }: { detail: CaseDetail; hearing: HearingDetail; item: Item }) {
  const { t } = useTranslation('evidence');
  const act = useCommand(api.evidence.act, { label: t('court.present') });
  const here = item.examination?.hearingId === hearing.hearingId ? item.examination.state : null;
  const give = (what: 'present' | 'examine') => void act.run({ caseId: detail.caseId, act: { what, evidenceId: item.evidenceId } });
  return (
    <>
      <button type="button" className="button small" disabled={act.phase !== null || here === 'presented'} onClick={() => give('present')}>{here === 'examined' ? t('court.presentAgain') : t('court.present')}</button>
      {here === 'presented' ? <button type="button" className="button small main" disabled={act.phase !== null} onClick={() => give('examine')}>{t('court.examine')}</button> : null}
      <ProblemNote problem={act.problem} />
    </>
  );
}

/** What a party says in the room, entered by the court. */
function Spoken({ detail, item }: { detail: CaseDetail; item: Item }) {
  const { t } = useTranslation('evidence');
  const [open, setOpen] = useState(false);
  const others = partiesOf(detail).filter(({ participantId }) => participantId !== item.submittedBy);
  const [who, setWho] = useState(others[0]?.participantId ?? '');
  if (others.length === 0) return null;
  if (!open) return <button type="button" className="button small" onClick={() => setOpen(true)}>{t('opinion.enter')}</button>;
  return (
    <div className="stack">
      {others.length > 1 ? <OneOf across legend={t('opinion.speaker')} value={who} onChoose={setWho} options={others.map(({ participantId, name }) => ({ value: participantId, label: name }))} /> : <p>{t('opinion.of', { who: nameIn(detail, who) })}</p>}
      <OpinionForm key={who} caseId={detail.caseId} item={item} participantId={who} entered onDone={() => setOpen(false)} onCancel={() => setOpen(false)} />
    </div>
  );
}
