/** Parts of the filing's steps that several steps share: an organisation, an agency. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyRef } from '#domain/filing/facts-of.ts';
import { agentKinds, agentKindWords, authorities, authorityWords, partyKinds, partyKindWords, type PartyKind } from '#domain/filing/kinds.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import type { Agency, Organisation } from '#web/party/filing/filing-draft.ts';
import { OneOf, TextField, Tick } from '#web/party/parts/fields.tsx';

type Wrong = (field: string) => string | null;

/** Natural person, company, agency, other organisation; a procuratorate is no party. */
export function KindChoice({ legend, value, wrong, without = [], onChoose }: { legend: string; value: PartyKind; wrong?: string | null; without?: readonly PartyKind[]; onChoose: (kind: PartyKind) => void }) {
  const say = useWords();
  return <OneOf across legend={legend} value={value} wrong={wrong ?? null} onChoose={onChoose} options={partyKinds.filter((kind) => kind !== 'procuratorate' && !without.includes(kind)).map((kind) => ({ value: kind, label: say(partyKindWords[kind]) }))} />;
}

interface OrganisationProps { at: string; organisation: Organisation; codeNeeded: boolean; wrong: Wrong; onChange: (part: Partial<Organisation>) => void }

export function OrganisationFields({ at, organisation, codeNeeded, wrong, onChange }: OrganisationProps) {
  const { t } = useTranslation('filing');
  return (
    <>
      <TextField label={t('organisation.name')} name={`${at}.name`} maxLength={100} autoComplete="off" value={organisation.name} wrong={wrong(`${at}.name`)} onText={(name) => onChange({ name })} />
      <TextField
        label={t('organisation.creditCode')} hint={codeNeeded ? t('organisation.creditCodeHint') : `${t('organisation.creditCodeHint')} · ${t('organisation.creditCodeIfKnown')}`} name={`${at}.creditCode`} maxLength={24} autoComplete="off" autoCapitalize="characters"
        value={organisation.creditCode} wrong={wrong(`${at}.creditCode`)} onText={(creditCode) => onChange({ creditCode })}
      />
      <TextField label={t('organisation.address')} name={`${at}.address`} maxLength={200} autoComplete="off" value={organisation.address} wrong={wrong(`${at}.address`)} onText={(address) => onChange({ address })} />
      <TextField label={t('organisation.office')} hint={t('organisation.officeHint')} name={`${at}.office`} maxLength={50} autoComplete="off" value={organisation.office} wrong={wrong(`${at}.office`)} onText={(office) => onChange({ office })} />
    </>
  );
}

export interface Principal { ref: PartyRef; name: string }

interface AgencyProps { at: string; agency: Agency; principals: readonly Principal[]; wrong: Wrong; onChange: (part: Partial<Agency>) => void; onBusy: (busy: boolean) => void }

/** CPL-61, CPL-62: for whom, as what, how far, and the power of attorney. */
export function AgencyFields({ at, agency, principals, wrong, onChange, onBusy }: AgencyProps) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const toggle = (ref: PartyRef, chosen: boolean) => onChange({ principals: chosen ? [...agency.principals, ref] : agency.principals.filter((one) => one !== ref) });
  const take = useCallback((change: (files: readonly KeptFile[]) => KeptFile[]) => onChange({ power: change(agency.power ? [agency.power] : [])[0] ?? null }), [agency.power, onChange]);
  return (
    <>
      <fieldset className="stack tight">
        <legend>{t('agency.principals')}</legend>
        <div className="choices">{principals.map(({ ref, name }) => <Tick key={String(ref)} label={name} value={agency.principals.includes(ref)} onChange={(chosen) => toggle(ref, chosen)} />)}</div>
        {wrong(`${at}.principals`) ? <p className="wrong" role="alert">{wrong(`${at}.principals`)}</p> : null}
      </fieldset>
      <OneOf legend={t('agency.kind')} value={agency.kind} wrong={agency.kind === null ? wrong(at) : null} onChoose={(kind) => onChange({ kind })} options={agentKinds.map((kind) => ({ value: kind, label: say(agentKindWords[kind]) }))} />
      <OneOf across legend={t('agency.authority')} value={agency.authority} wrong={agency.kind !== null && agency.authority === null ? wrong(at) : null} onChoose={(authority) => onChange({ authority })} options={authorities.map((authority) => ({ value: authority, label: say(authorityWords[authority]) }))} />
      <p className="hint">{t('agency.authorityHint')}</p>
      <fieldset className="stack tight">
        <legend>{t('agency.power')}</legend>
        <p className="hint">{t('agency.powerHint')}</p>
        <FileUploads purpose="filing" single files={agency.power ? [agency.power] : []} onFiles={take} onBusy={onBusy} />
        {wrong(`${at}.powerOfAttorney`) ? <p className="wrong" role="alert">{wrong(`${at}.powerOfAttorney`)}</p> : null}
      </fieldset>
    </>
  );
}
