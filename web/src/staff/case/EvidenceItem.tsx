import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { aspects, aspectWords, numberOf } from '#domain/evidence/item.ts';
import { lateDecisionWords, latenessWords } from '#domain/evidence/lateness.ts';
import { wordOpinion } from '#domain/evidence/wording.ts';
import { Preview } from '#web/evidence/Preview.tsx';
import { nameIn, partiesOf, presentOpinion, useDescription, useStates, type Item } from '#web/evidence/words.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';

/** One item beside the list: what it is, its file, each party's opinion, the versions before. */
export function EvidenceItem({ detail, item }: { detail: CaseDetail; item: Item }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const language = useLanguage();
  const description = useDescription();
  const states = useStates();
  const decision = item.late?.decision;
  const older = item.opinions.filter(({ version }) => version !== item.version);
  return (
    <section className="evidence-one" aria-label={item.title}>
      <h3>{t('number', { n: numberOf(item, detail.evidence) })} · {item.title}</h3>
      <p className="row-second">{[t('by', { who: nameIn(detail, item.submittedBy) }), description(item), formatInstant(item.at, 'dayTime', language)].filter((part) => part !== '').join(' · ')}</p>
      {states(item).map((state) => <Tag key={state}>{state}</Tag>)}
      <p>{t('source')}：{item.source}<br />{t('proves')}：{item.proves}</p>
      {item.late && <p>{t('lateReason', { reason: item.late.reason })}</p>}
      {decision && <p>{say(latenessWords[decision.lateness])} · {t('lateDecision', { decision: say(lateDecisionWords[decision.decision]), reason: decision.reason })}{decision.fineYuan === null ? '' : ` · ¥${decision.fineYuan}`}</p>}
      {item.withdrawn && <p>{t('withdrawnWhy', { reason: item.withdrawn.reason })}</p>}
      <Preview fileId={item.fileId} mediaType={item.mediaType} title={item.title} />
      {partiesOf(detail).filter(({ participantId }) => participantId !== item.submittedBy).map(({ participantId, name }) => {
        const opinion = presentOpinion(item, participantId);
        return <p key={participantId}>{opinion ? `${t('opinion.of', { who: name })}${say(wordOpinion(opinion))}${opinion.enteredByCourt ? ` · ${t('opinion.entered')}` : ''}` : t('opinion.none', { who: name })}</p>;
      })}
      {item.formerVersions.length > 0 && (
        <details>
          <summary>{t('former')}</summary>
          <ul className="documents-list">
            {item.formerVersions.map((former) => <li key={former.version}><a href={filePath(former.fileId)} target="_blank" rel="noreferrer">{t('formerOf', { n: former.version, title: former.title })}</a><span className="row-second">{formatInstant(former.at, 'dayTime', language)}</span></li>)}
            {older.map((opinion) => <li key={`${opinion.by}/${opinion.version}`}>{t('opinion.on', { n: opinion.version })} · {t('opinion.of', { who: nameIn(detail, opinion.by) })}{say(wordOpinion(opinion))}</li>)}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One party's opinion in a cell: three signs, said in full to whoever does not see them. */
export function OpinionCell({ item, participantId }: { item: Item; participantId: string }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const language = useLanguage();
  if (item.submittedBy === participantId) return <span className="faint">—</span>;
  const opinion = presentOpinion(item, participantId);
  if (!opinion) return <span className="faint">…<span className="visually-hidden">{t('opinion.none', { who: '' })}</span></span>;
  return (
    <span title={say(wordOpinion(opinion))}>
      {aspects.map((aspect) => <span key={aspect} style={{ marginInlineEnd: 8, whiteSpace: 'nowrap' }}>{language === 'zh' ? aspectWords[aspect].zh.slice(0, 2) : aspectWords[aspect].en} {opinion[aspect] ? '✓' : '✗'}</span>)}
      <span className="visually-hidden">{say(wordOpinion(opinion))}</span>
    </span>
  );
}
