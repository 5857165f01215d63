/** What a step does outside, why trying it again does nothing twice, and what becomes of the case without it. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { heldBackWords, isIrreversible, outsideWords, wordsOfStep } from '#domain/operations/steps.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Facts } from '#web/staff/parts/Panel.tsx';

export function StepFacts({ step }: { step: string }) {
  const { t } = useTranslation('repairs');
  const say = useWords();
  const words = wordsOfStep(step);
  return (
    <Facts items={[
      [t('does'), <>{say(words.does)} {words.outside.map((one) => <span key={one} className={isIrreversible({ outside: [one] }) ? 'mark caution' : 'mark'}>{say(outsideWords[one])}</span>)}</>],
      [t('repeated'), words.outside.map((one) => say(heldBackWords[one])).join(' ')],
      [t('without'), say(words.without)],
    ]} />
  );
}

/** What the ledger knows of the effects of one failed step. */
export function StepEffects({ taskId, step }: { taskId: string; step: string }) {
  const { t } = useTranslation('repairs');
  const language = useLanguage();
  const known = useQuery(queries.effectsOfStep(taskId));
  if (!wordsOfStep(step).effects) return <p className="faint">{t('noLedger')}</p>;
  if (!known.data) return null;
  if (known.data.effects.length === 0) return <p className="faint">{t('noEffects')}</p>;
  return (
    <ul className="effects-list">
      {known.data.effects.map((effect) => (
        <li key={effect.key}><span className={effect.state === 'done' ? 'mark good' : 'mark caution'}>{t(`effect.${effect.state}`)}</span> <span className="figures" lang="en">{effect.key}</span> <time dateTime={effect.doneAt ?? effect.at}>{formatInstant(effect.doneAt ?? effect.at, 'dateTime', language)}</time></li>
      ))}
    </ul>
  );
}
