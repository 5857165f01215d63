import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';

type State = CaseDetail['bench']['panel'][number]['answered'];

/** Whether somebody who was drawn for the panel has accepted (PAL-19). */
export function AssessorMark({ state }: { state: State }) {
  const { t } = useTranslation('casePeople');
  if (state === null) return null;
  return <>{' '}<span className={state === 'accepted' ? 'mark good' : 'mark'}>{t(`assessor.state.${state}`)}</span></>;
}

/** Where a session is set: it is not opened before everybody drawn has accepted. */
export function AssessorsAwaited({ courtCase: { bench: { panel } } }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('casePeople');
  const names = panel.filter(({ answered }) => answered !== null && answered !== 'accepted').map(({ name }) => name).join('、');
  return names === '' ? null : <p className="faint" data-assessors-awaited>{t('assessor.waiting', { names })}</p>;
}
