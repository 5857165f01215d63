import { useState } from 'react';
import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { numberOf } from '#domain/evidence/item.ts';
import { periodBasisWords } from '#domain/evidence/period.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { ItemView } from '#web/evidence/ItemView.tsx';
import { OfferForm } from '#web/evidence/OfferForm.tsx';
import { OpinionForm } from '#web/evidence/OpinionForm.tsx';
import { useIsLate } from '#web/evidence/use-late.ts';
import { awaitsMe, inPlay, listOf, myParty, partiesOf, presentOpinion, type Item, type Party } from '#web/evidence/words.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField } from '#web/party/parts/fields.tsx';
import { Good, Hint, Waiting } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { Guidance } from '#web/party/evidence/Guidance.tsx';
import { myCasePath } from '#web/party/party-paths.ts';

/** G8: a party's own evidence and that of the others: offer, replace, take back, say what one thinks of it, ask for help. */
export function MyEvidencePage() {
  const { t } = useTranslation('evidence');
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  return <SignedIn title={t('page.title')}>{() => <EvidenceOf caseId={caseId} />}</SignedIn>;
}

function EvidenceOf({ caseId }: { caseId: string }) {
  const { t } = useTranslation('evidence');
  const found = useQuery(queries.case(caseId));
  if (!found.data) return <NotYet title={t('page.title')} back={myCasePath(caseId)} error={found.error} />;
  return <Lists detail={found.data} />;
}

function Lists({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('evidence');
  const me = myParty(detail);
  const [offering, setOffering] = useState(false);
  const [done, setDone] = useState<'done' | 'doneLate' | null>(null);
  const late = useIsLate(detail);
  const open = detail.closed === null && detail.evidencePeriod !== null && me !== undefined;
  const mine = me ? listOf(detail, me.participantId) : [];
  return (
    <PhonePage title={t('page.title')} back={myCasePath(detail.caseId)}>
      <div className="stack tight"><h1>{t('page.title')}</h1><p className="soft">{t('page.lead')}</p></div>
      <Period detail={detail} late={late} />
      {done === 'done' || (done === 'doneLate' && mine.some((item) => item.late?.decision === null)) ? <Good>{t(`offer.${done}`)}</Good> : null}
      {me ? (
        <section className="stack" aria-label={t('mine')}>
          <h2>{t('mine')}</h2>
          {mine.length === 0 ? <Hint>{t('mineNone')}</Hint> : null}
          {mine.map((item) => <MyItem key={item.evidenceId} detail={detail} item={item} open={open} late={late} />)}
          {open && !offering ? <button type="button" className="button main wide" onClick={() => { setDone(null); setOffering(true); }}>{t('offer.add')}</button> : null}
          {offering ? <OfferForm caseId={detail.caseId} late={late} heading={t('offer.heading')} onCancel={() => setOffering(false)} onDone={() => { setOffering(false); setDone(late ? 'doneLate' : 'done'); }} /> : null}
        </section>
      ) : null}
      {partiesOf(detail).filter(({ participantId }) => participantId !== me?.participantId).map((party) => (
        <section className="stack" key={party.participantId} aria-label={`${t('others')} ${party.name}`}>
          <h2>{t('by', { who: party.name })}</h2>
          {listOf(detail, party.participantId).length === 0 ? <Hint>{t('none')}</Hint> : null}
          {listOf(detail, party.participantId).map((item) => <TheirItem key={item.evidenceId} detail={detail} item={item} me={open ? me : undefined} />)}
        </section>
      ))}
      {open ? <Guidance detail={detail} /> : null}
    </PhonePage>
  );
}

function Period({ detail, late }: { detail: CaseDetail; late: boolean }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const language = useLanguage();
  const period = detail.evidencePeriod;
  if (!period) return <Hint>{t('period.notSet')}</Hint>;
  const Notice = late ? Waiting : Hint;
  return (
    <Notice>
      <p><strong>{t('period.until', { time: formatInstant(period.until, 'dateTime', language) })}</strong></p>
      <p>{late ? t('period.over') : t('period.left')}</p>
      <p className="small">{t('period.basis', { basis: say(periodBasisWords[period.basis]), days: period.days })}</p>
      <Articles ids={['CPL-68', 'EVD-51']} />
    </Notice>
  );
}

function MyItem({ detail, item, open, late }: { detail: CaseDetail; item: Item; open: boolean; late: boolean }) {
  const { t } = useTranslation('evidence');
  const [doing, setDoing] = useState<'replace' | 'withdraw' | null>(null);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = useCommand(api.evidence.act, { label: t('withdraw.submit'), onDone: () => setDoing(null) });
  const number = numberOf(item, detail.evidence);
  const changeable = open && item.withdrawn === null && item.examination?.state !== 'examined';
  const withdraw = () => (reason.trim().length < 2 ? setWrong(true) : void send.run({ caseId: detail.caseId, act: { what: 'withdraw', evidenceId: item.evidenceId, reason: reason.trim() } }));
  return (
    <div className="card stack">
      <ItemView detail={detail} item={item}>
        {changeable && !late ? <button type="button" className="button small" onClick={() => setDoing('replace')}>{t('offer.replace')}</button> : null}
        {changeable ? <button type="button" className="button small" onClick={() => setDoing('withdraw')}>{t('withdraw.open')}</button> : null}
      </ItemView>
      {doing === 'replace' ? <OfferForm caseId={detail.caseId} replaces={{ item, number }} late={false} heading={t('offer.replaceHeading', { n: number })} onDone={() => setDoing(null)} onCancel={() => setDoing(null)} /> : null}
      {doing === 'withdraw' ? (
        <div className="stack">
          <LongField label={t('withdraw.reason')} rows={2} value={reason} onText={setReason} wrong={wrong ? t('offer.required') : null} />
          <ProblemNote problem={send.problem} />
          <div className="row wrap">
            <button type="button" className="button danger" disabled={send.phase !== null} onClick={withdraw}>{t('withdraw.submit')}</button>
            <button type="button" className="button" onClick={() => setDoing(null)}>{t('withdraw.cancel')}</button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function TheirItem({ detail, item, me }: { detail: CaseDetail; item: Item; me: Party | undefined }) {
  const { t } = useTranslation('evidence');
  const [giving, setGiving] = useState(false);
  return (
    <div className="card stack">
      {awaitsMe(item, me) ? <p><strong>{t('opinion.open')}</strong></p> : null}
      <ItemView detail={detail} item={item}>
        {me && inPlay(item) && !giving ? <button type="button" className="button small" onClick={() => setGiving(true)}>{presentOpinion(item, me.participantId) ? t('opinion.change') : t('opinion.give')}</button> : null}
      </ItemView>
      {giving && me ? <OpinionForm caseId={detail.caseId} item={item} participantId={me.participantId} onDone={() => setGiving(false)} onCancel={() => setGiving(false)} /> : null}
    </div>
  );
}
