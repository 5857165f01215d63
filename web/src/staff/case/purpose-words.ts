import { useTranslation } from 'react-i18next';
import { cases as known } from '#web/i18n/zh/cases.ts';

const isKnown = (purpose: string): purpose is keyof typeof known.purposes => Object.hasOwn(known.purposes, purpose);

/** @returns a function that says what a file is for. */
export function usePurposeWords(): (purpose: string) => string {
  const { t } = useTranslation('cases');
  return (purpose) => (isKnown(purpose) ? t(`purposes.${purpose}`) : purpose);
}
