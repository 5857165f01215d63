import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Who is against whom, as a list of cases says it (`张三 诉 李四、王五`): the names stay, what joins them is in the page's language. */
export function useParties(): (parties: string) => string {
  const { t } = useTranslation(['court', 'shell']);
  return useCallback((parties) => parties.replace(/ \S+ /, ` ${t('against')} `).replaceAll(/\u3001/g, t('shell:listSeparator')), [t]);
}
