import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { numberOf } from '#domain/evidence/item.ts';
import { listOf, partiesOf, useStates } from '#web/evidence/words.ts';
import { EvidenceItem, OpinionCell } from '#web/staff/case/EvidenceItem.tsx';
import { EvidencePeriod } from '#web/staff/case/EvidencePeriod.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

/** G8: the evidence by party with every party's opinion on each item, the time for it, and the picked item beside. */
export function Evidence({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('evidence');
  const roleName = useRoleWords(courtCase);
  const states = useStates();
  const [picked, setPicked] = useState<string | null>(null);
  const parties = partiesOf(courtCase);
  const shown = courtCase.evidence.find(({ evidenceId }) => evidenceId === picked);
  return (
    <div className="evidence-container">
      <EvidencePeriod detail={courtCase} />
      <div className={shown ? 'evidence-board picked' : 'evidence-board'}>
        <div>
          {courtCase.evidence.length === 0 && <p className="faint">{t('none')}</p>}
          {parties.filter(({ participantId }) => listOf(courtCase, participantId).length > 0).map((party) => {
            const others = parties.filter(({ participantId }) => participantId !== party.participantId);
            return (
              <table key={party.participantId} className="evidence-table">
                <caption>{roleName(party.role)} {party.name}</caption>
                <thead><tr><th scope="col">{t('panel.item')}</th>{others.map((other) => <th key={other.participantId} scope="col">{other.name}</th>)}</tr></thead>
                <tbody>
                  {listOf(courtCase, party.participantId).map((item) => (
                    <tr key={item.evidenceId}>
                      <th scope="row">
                        <button type="button" aria-pressed={picked === item.evidenceId} aria-label={t('panel.choose', { n: numberOf(item, courtCase.evidence), title: item.title })} onClick={() => setPicked(picked === item.evidenceId ? null : item.evidenceId)}>{numberOf(item, courtCase.evidence)}. {item.title}</button>
                        <span className="row-second">{[item.proves, ...states(item)].join(' · ')}</span>
                      </th>
                      {others.map((other) => <td key={other.participantId}><OpinionCell item={item} participantId={other.participantId} /></td>)}
                    </tr>
                  ))}
                </tbody>
              </table>
            );
          })}
          {courtCase.guidance.length > 0 && (
            <>
              <h3>{t('panel.guidance')}</h3>
              <ul className="documents-list">
                {courtCase.guidance.map((asked) => <li key={asked.taskId}>{parties.find(({ participantId }) => participantId === asked.participantId)?.name}：{asked.about}{asked.record && <span className="row-second">{asked.result === 'notReached' ? t('guidance.notReached') : t('guidance.guided')}：{asked.record}</span>}</li>)}
              </ul>
            </>
          )}
        </div>
        {shown && <EvidenceItem detail={courtCase} item={shown} />}
      </div>
    </div>
  );
}
