import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { lateDecisionWords } from '#domain/evidence/lateness.ts';
import { numberOf } from '#domain/evidence/item.ts';
import { wordOpinion } from '#domain/evidence/wording.ts';
import { Preview } from '#web/evidence/Preview.tsx';
import { nameIn, partiesOf, presentOpinion, useDescription, useStates, type Item } from '#web/evidence/words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';

/** One item as parties and the room see it: what it is and proves, its states, what each other party says, older versions. */
export function ItemView({ detail, item, open = false, children }: { detail: CaseDetail; item: Item; open?: boolean; children?: ReactNode }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const description = useDescription();
  const states = useStates();
  const [shown, setShown] = useState(open);
  const number = numberOf(item, detail.evidence);
  const decision = item.late?.decision;
  const older = item.opinions.filter(({ version }) => version !== item.version);
  return (
    <article className="stack tight evidence-item" data-evidence={item.evidenceId} aria-label={`${t('number', { n: number })} ${item.title}`}>
      <p><strong>{t('number', { n: number })} · {item.title}</strong></p>
      <p className="soft small">{[t('by', { who: nameIn(detail, item.submittedBy) }), description(item)].filter((part) => part !== '').join(' · ')}</p>
      <p className="small">{t('source')}: {item.source}</p>
      <p className="small">{t('proves')}: {item.proves}</p>
      {states(item).length > 0 ? <p className="small"><strong>{states(item).join(' · ')}</strong></p> : null}
      {item.late ? <p className="small">{t('lateReason', { reason: item.late.reason })}</p> : null}
      {decision ? <p className="small">{t('lateDecision', { decision: say(lateDecisionWords[decision.decision]), reason: decision.reason })}</p> : null}
      {item.withdrawn ? <p className="small">{t('withdrawnWhy', { reason: item.withdrawn.reason })}</p> : null}
      {item.withdrawn ? null : (
        <ul className="stack tight small">
          {partiesOf(detail).filter(({ participantId }) => participantId !== item.submittedBy).map(({ participantId, name }) => {
            const opinion = presentOpinion(item, participantId);
            return <li key={participantId}>{opinion ? <>{t('opinion.of', { who: name })}{say(wordOpinion(opinion))}{opinion.enteredByCourt ? <span className="soft"> · {t('opinion.entered')}</span> : null}</> : <span className="soft">{t('opinion.none', { who: name })}</span>}</li>;
          })}
        </ul>
      )}
      {item.formerVersions.length > 0 ? (
        <details className="small">
          <summary>{t('former')}</summary>
          <ul className="stack tight">
            {item.formerVersions.map((former) => <li key={former.version}><a href={filePath(former.fileId)} target="_blank" rel="noreferrer">{t('formerOf', { n: former.version, title: former.title })}</a></li>)}
            {older.map((opinion) => <li key={`${opinion.by}/${opinion.version}`}>{t('opinion.on', { n: opinion.version })} · {t('opinion.of', { who: nameIn(detail, opinion.by) })}{say(wordOpinion(opinion))}</li>)}
          </ul>
        </details>
      ) : null}
      <div className="row wrap">
        <button type="button" className="button small" aria-expanded={shown} onClick={() => setShown(!shown)}>{shown ? t('hide') : t('view')}</button>
        {children}
      </div>
      {shown ? <Preview fileId={item.fileId} mediaType={item.mediaType} title={item.title} /> : null}
    </article>
  );
}
