import { useTranslation } from 'react-i18next';
import { tasks as known } from '#web/i18n/zh/tasks.ts';

const isKnown = (option: string): option is keyof typeof known.options => Object.hasOwn(known.options, option);

/** @returns a function that says what a value of a choice field is called. A test holds them complete. */
export function useOptionWords(): (option: string) => string {
  const { t } = useTranslation('tasks');
  return (option) => (isKnown(option) ? t(`options.${option}`) : option);
}
