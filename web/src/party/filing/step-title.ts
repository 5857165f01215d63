import { useTranslation } from 'react-i18next';
import type { FilingStep } from '#web/party/filing/filing-draft.ts';

/** @returns a function that says what a step of the filing is called. */
export function useStepTitle(): (step: FilingStep) => string {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  return (step) => (step === 'appeal' ? tFiling('appeal.step') : t(`filing.steps.${step}`));
}
