import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { partyWords } from '#domain/filing/party-words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { emptyOther, otherRoles, type FilingDraft, type OtherPerson, type OtherRole } from '#web/party/filing/filing-draft.ts';
import type { StepProps } from '#web/party/filing/FilingPage.tsx';
import { AgencyFields, KindChoice, OrganisationFields, type Principal } from '#web/party/filing/KindFields.tsx';
import { OneOf, TextField } from '#web/party/parts/fields.tsx';
import { Hint, Problem } from '#web/party/parts/notices.tsx';

/** Most cases have one or two others; the contract takes ten. */
const most = 10;

export function OthersStep({ draft, change, wrong, me, onBusy }: StepProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const set = (index: number, part: (before: OtherPerson) => Partial<OtherPerson>) => change((before) => ({ others: before.others.map((other, at) => (at === index ? { ...other, ...part(other) } : other)) }));
  const add = (role: OtherRole) => change((before) => ({ others: [...before.others, emptyOther(role, role === 'agent' && before.filedAs === 'plaintiff' ? ['me'] : [])] }));
  // Who was named after the removed one moves up a place; what pointed at them follows.
  const remove = (index: number) => change((before) => ({
    others: before.others.filter((_, at) => at !== index).map((other) => ({ ...other, agency: { ...other.agency, principals: movedUp(other.agency.principals, index) } })),
    myAgency: { ...before.myAgency, principals: movedUp(before.myAgency.principals, index) },
  }));
  const busyItems = useRef(new Set<string>());
  const busy = useCallback((item: string, value: boolean) => {
    if (value) busyItems.current.add(item); else busyItems.current.delete(item);
    onBusy(busyItems.current.size > 0);
  }, [onBusy]);
  const principals = usePrincipals(draft, me.name);
  const needsPlaintiff = draft.filedAs === 'agent' && !draft.others.some(({ role }) => role === 'plaintiff');
  return (
    <>
      <Hint>{t('filing.others.lead', { other: say(partyWords('defendant', draft)) })}</Hint>
      {wrong('others') ? <Problem>{wrong('others')}</Problem> : null}
      {draft.others.map((other, index) => (
        <Person
          key={index} index={index} other={other} draft={draft} principals={principals} wrong={wrong} onBusy={(value) => busy(`others.${index}`, value)}
          onChange={(part) => set(index, part)} onRemove={draft.others.length > 1 ? () => remove(index) : null}
        />
      ))}
      {draft.others.length < most ? (
        <div className="row wrap">
          <button type="button" className="button grow" onClick={() => add(needsPlaintiff ? 'plaintiff' : 'defendant')}>{t('filing.others.add')}</button>
          {draft.filedAs === 'prosecutor' ? null : <button type="button" className="button grow" onClick={() => add('agent')}>{tFiling('agency.add')}</button>}
        </div>
      ) : null}
      {draft.filedAs === 'agent' ? (
        <section className="card" aria-label={tFiling('agency.mine')}>
          <h2>{tFiling('agency.mine')}</h2>
          <AgencyFields at="agency" agency={draft.myAgency} principals={principals.filter(({ ref }) => typeof ref === 'number' && draft.others[ref]?.role === 'plaintiff')} wrong={wrong} onBusy={(value) => busy('me', value)} onChange={(part) => change((before) => ({ myAgency: { ...before.myAgency, ...part } }))} />
        </section>
      ) : null}
    </>
  );
}

const movedUp = (refs: OtherPerson['agency']['principals'], removed: number) => refs.filter((ref) => ref !== removed).map((ref) => (typeof ref === 'number' && ref > removed ? ref - 1 : ref));

/** The parties that an agent can act for, by name. */
function usePrincipals(draft: FilingDraft, myName: string): Principal[] {
  const { t } = useTranslation('filing');
  const say = useWords();
  const named = (role: OtherRole, name: string) => `${say(partyWords(role, draft))} ${name}`;
  return [
    ...(draft.filedAs === 'plaintiff' ? [{ ref: 'me' as const, name: named('plaintiff', draft.myKind === 'natural' ? t('agency.youNamed', { name: myName }) : draft.myOrganisation.name) }] : []),
    ...draft.others.flatMap((other, ref) => (other.role === 'agent' ? [] : [{ ref, name: named(other.role, (other.kind === 'natural' ? other.name : other.organisation.name) || t('agency.unnamed', { n: ref + 1 })) }])),
  ];
}

/** CRPL-108: no third party in a criminal case; a procuratorate names the accused alone. */
const rolesFor = (draft: FilingDraft): OtherRole[] => (draft.filedAs === 'prosecutor' ? ['defendant'] : otherRoles.filter((role) => role !== 'thirdParty' || draft.caseType !== 'criminal'));

interface PersonProps {
  index: number;
  other: OtherPerson;
  draft: FilingDraft;
  principals: readonly Principal[];
  wrong: (field: string) => string | null;
  onChange: (part: (before: OtherPerson) => Partial<OtherPerson>) => void;
  onRemove: (() => void) | null;
  onBusy: (busy: boolean) => void;
}

function Person({ index, other, draft, principals, wrong, onChange, onRemove, onBusy }: PersonProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const at = `others.${index}`;
  const organised = other.role !== 'agent' && other.kind !== 'natural';
  const busy = useRef(onBusy);
  busy.current = onBusy;
  const steadyBusy = useCallback((value: boolean) => busy.current(value), []);
  return (
    <section className="card" aria-label={t('filing.others.person', { n: index + 1 })}>
      <div className="heading-row">
        <h2>{t('filing.others.person', { n: index + 1 })}</h2>
        {onRemove ? <button type="button" className="text-button" onClick={onRemove}>{t('filing.others.remove')}</button> : null}
      </div>
      <OneOf<OtherRole>
        across legend={t('filing.others.role')} value={other.role} wrong={wrong(`${at}.role`)} onChoose={(role) => onChange(() => ({ role }))}
        options={rolesFor(draft).map((role) => ({ value: role, label: say(partyWords(role, draft)) }))}
      />
      {other.role === 'agent' ? null : <KindChoice legend={tFiling('organisation.kind')} value={other.kind} wrong={wrong(`${at}.kind`)} onChoose={(kind) => onChange(() => ({ kind }))} />}
      {organised ? <OrganisationFields at={`${at}.organisation`} organisation={other.organisation} codeNeeded={other.kind === 'company'} wrong={wrong} onChange={(part) => onChange((before) => ({ organisation: { ...before.organisation, ...part } }))} /> : null}
      <TextField label={organised ? tFiling('organisation.acting') : t('filing.others.name')} name={`${at}.name`} maxLength={50} autoComplete="off" value={other.name} wrong={wrong(`${at}.name`)} onText={(name) => onChange(() => ({ name }))} />
      <TextField
        label={organised ? tFiling('organisation.actingNumber') : t('filing.others.identityNumber')} hint={organised ? tFiling('organisation.actingNumberHint') : t('identity.numberHint')} name={`${at}.identityNumber`} maxLength={20} autoComplete="off" autoCapitalize="characters"
        value={other.identityNumber} wrong={wrong(`${at}.identityNumber`)} onText={(identityNumber) => onChange(() => ({ identityNumber }))}
      />
      <TextField label={t('filing.others.phone')} name={`${at}.phone`} type="tel" inputMode="numeric" maxLength={14} autoComplete="off" value={other.phone} wrong={wrong(`${at}.phone`)} onText={(phone) => onChange(() => ({ phone }))} />
      {other.role === 'agent' ? <AgencyFields at={`${at}.agency`} agency={other.agency} principals={principals} wrong={wrong} onBusy={steadyBusy} onChange={(part) => onChange((before) => ({ agency: { ...before.agency, ...part } }))} /> : null}
    </section>
  );
}
