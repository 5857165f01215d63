/** G2: how each participant's last device test came out, and what it cost points. */
import { useTranslation } from 'react-i18next';
import { deductionWords, verdictWords, type DeductionCode } from '#domain/preparation/self-test-score.ts';
import type { CaseDetail } from '#api/contract/cases.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';

type SelfTest = CaseDetail['hearings'][number]['selfTests'][number];

/** @returns a function that says what was deducted, in the page's language. */
export function useDeductions(): (deductions: readonly { code: string; points: number }[]) => string {
  const { t } = useTranslation(['scheduling', 'shell']);
  const say = useWords();
  return (deductions) => deductions.map(({ code, points }) => t('scheduling:tests.minus', { what: code in deductionWords ? say(deductionWords[code as DeductionCode]) : code, points })).join(t('shell:listSeparator'));
}

export function SelfTests({ tests, courtCase }: { tests: readonly SelfTest[]; courtCase: CaseDetail }) {
  const { t } = useTranslation('scheduling');
  const say = useWords();
  const language = useLanguage();
  const deductions = useDeductions();
  const tested = courtCase.participants.flatMap((participant) => {
    const own = tests.filter(({ participantId }) => participantId === participant.participantId);
    return own[0] ? [{ participant, last: own[0], count: own.length }] : [];
  });
  if (tested.length === 0) return null;
  return (
    <div className="self-tests">
      <h4>{t('tests.title')}</h4>
      <ul className="notices-list">
        {tested.map(({ participant, last, count }) => (
          <li key={participant.participantId} className={last.verdict === 'failed' ? 'unproven' : 'proven'}>
            {participant.name}
            <span>{t('tests.points', { score: last.score })} · {say(verdictWords[last.verdict])}</span>
            <span className="notice-sms">{formatInstant(last.at, 'dateTime', language)}{count > 1 ? ` · ${t('tests.earlier', { count })}` : ''}</span>
            {last.deductions.length > 0 && <span className="notice-note">{deductions(last.deductions)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
