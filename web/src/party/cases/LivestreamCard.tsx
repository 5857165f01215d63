/** N1, N4: that this hearing is to be livestreamed or not; one's own objection with its decision; the way to object. */
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LivestreamView } from '#api/contract/livestreams.ts';
import { api } from '#web/api/client.ts';
import { queries } from '#web/api/queries.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField } from '#web/party/parts/fields.tsx';
import { Good, Hint, Waiting } from '#web/party/parts/notices.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { myTaskPath } from '#web/party/party-paths.ts';

export function LivestreamCard({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('livestream');
  const say = useWords();
  const { data: view } = useQuery(queries.livestream(hearingId));
  const own = view?.own;
  if (!view || !own?.words) return null;
  return (
    <section className="card" data-livestream={hearingId}>
      <h2>{t('party.heading')}</h2>
      <p><strong>{say(own.words)}</strong> <Articles ids={['N1', 'N4']} /></p>
      {view.state === 'open' ? <p className="soft">{t('party.explained')}</p> : null}
      {own.noteTaskId ? <Link className="button main wide" to={myTaskPath(own.noteTaskId)}>{t('party.toNotice')}</Link> : own.told ? <Good>{t('party.told')}</Good> : null}
      {own.objections.map((objection) => <Objection key={objection.objectionId} objection={objection} />)}
      {view.may.object && !own.noteTaskId ? <ObjectForm hearingId={hearingId} /> : null}
    </section>
  );
}

function Objection({ objection }: { objection: NonNullable<LivestreamView['own']>['objections'][number] }) {
  const { t } = useTranslation('livestream');
  const language = useLanguage();
  const { decided } = objection;
  return (
    <div className="stack tight">
      <h3>{t('party.yours', { at: formatInstant(objection.at, 'dateTime', language) })}</h3>
      <p className="keep-lines">{objection.grounds}</p>
      {decided === null ? <Waiting>{t('party.undecided')}</Waiting> : <Hint><p>{t(decided.wellFounded ? 'party.wellFounded' : 'party.unfounded')}</p><p>{t('party.why', { reason: decided.reason })}</p></Hint>}
    </div>
  );
}

function ObjectForm({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('livestream');
  const [grounds, setGrounds] = useState('');
  const [wrong, setWrong] = useState(false);
  const object = useCommand(api.livestreams.object, { label: t('party.object'), onDone: () => setGrounds('') });
  const send = () => {
    const short = grounds.trim().length < 2;
    setWrong(short);
    if (!short) void object.run({ hearingId, grounds });
  };
  return (
    <details>
      <summary>{t('party.object')}</summary>
      <div className="stack">
        <LongField label={t('party.grounds')} hint={t('party.groundsHint')} wrong={wrong ? t('party.tooShort') : null} name="grounds" maxLength={2000} value={grounds} onText={setGrounds} />
        <button type="button" className="button main wide" disabled={object.phase !== null} onClick={send}>{t('party.send')}</button>
        <ProblemNote problem={object.problem} />
      </div>
    </details>
  );
}
