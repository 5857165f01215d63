import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { caseTypes } from '#domain/case/types.ts';
import { instancesHeard } from '#domain/court/court.ts';
import { caseTypeWords, decisionKinds, decisionKindWords, groundWords, instanceWords, prosecutionGrounds } from '#domain/filing/kinds.ts';
import { materialHints, materialWords, type MaterialCategory } from '#domain/filing/material-categories.ts';
import { partyWords } from '#domain/filing/party-words.ts';
import { onlineGroundWords } from '#domain/filing/public-prosecution.ts';
import { formatBytes } from '#web/i18n/format.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads, type KeptFile } from '#web/party/files/FileUploads.tsx';
import { causesFor } from '#domain/law/causes/causes.ts';
import { categoriesOf, factNames, type FactName, type FilingStep } from '#web/party/filing/filing-draft.ts';
import type { CheckProps, StepProps } from '#web/party/filing/FilingPage.tsx';
import { KindChoice, OrganisationFields } from '#web/party/filing/KindFields.tsx';
import { ProsecutionFields } from '#web/party/filing/ProsecutionFields.tsx';
import { useStepTitle } from '#web/party/filing/step-title.ts';
import { useCourtDay } from '#web/party/parts/court-day.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf, TextField, Tick } from '#web/party/parts/fields.tsx';
import { Hint, Waiting } from '#web/party/parts/notices.tsx';
import { filePath } from '#web/paths.ts';

/** CRPL-169: a public prosecution is a criminal case of first instance; in any other the filer says again who they are. */
const unlessProsecuted = ({ filedAs }: StepProps['draft'], caseType: StepProps['draft']['caseType'], instance: StepProps['draft']['instance']): Partial<StepProps['draft']> =>
  (filedAs === 'prosecutor' && (caseType !== 'criminal' || instance !== 'first') ? { filedAs: null } : {});

export function RoleStep({ draft, change, wrong, me }: StepProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const party = say(partyWords('plaintiff', draft));
  const ordinary = draft.caseType !== 'criminal' && draft.instance === 'first';
  return (
    <>
      <TextField label={t('filing.role.me')} hint={t('filing.role.meHint')} value={me.name} readOnly onText={() => undefined} />
      <OneOf across legend={tFiling('role.caseType')} value={draft.caseType} onChoose={(caseType) => change((before) => ({ caseType, ...unlessProsecuted(before, caseType, before.instance) }))} options={caseTypes.map((value) => ({ value, label: say(caseTypeWords[value]) }))} />
      <OneOf across legend={tFiling('role.instance')} value={draft.instance} wrong={wrong('instance')} onChoose={(instance) => change((before) => ({ instance, ...unlessProsecuted(before, before.caseType, instance) }))} options={instancesHeard.map((value) => ({ value, label: say(instanceWords[value]) }))} />
      <OneOf
        legend={t('filing.role.heading')} value={draft.filedAs} wrong={wrong('filedAs')} onChoose={(filedAs) => change({ filedAs })}
        options={[
          { value: 'plaintiff', label: ordinary ? t('filing.role.plaintiff') : tFiling('role.asParty', { party }), hint: t('filing.role.plaintiffHint') },
          { value: 'agent', label: t('filing.role.agent'), hint: tFiling('role.agentOf', { party }) },
          ...(draft.caseType === 'criminal' && draft.instance === 'first' ? [{ value: 'prosecutor' as const, label: tFiling('prosecution.as'), hint: tFiling('prosecution.asHint') }] : []),
        ]}
      />
      {draft.filedAs === 'plaintiff' ? <KindChoice legend={tFiling('role.actsFor')} value={draft.myKind} wrong={wrong('organisation.kind')} onChoose={(myKind) => change({ myKind })} /> : null}
      {draft.filedAs === 'plaintiff' && draft.myKind !== 'natural' ? (
        <>
          <Hint>{tFiling('role.organisationHint')}</Hint>
          <OrganisationFields at="organisation" organisation={draft.myOrganisation} codeNeeded wrong={wrong} onChange={(part) => change((before) => ({ myOrganisation: { ...before.myOrganisation, ...part } }))} />
        </>
      ) : null}
      {draft.filedAs === 'prosecutor' ? <ProsecutionFields draft={draft} change={change} wrong={wrong} /> : null}
      {draft.caseType === 'criminal' && draft.instance === 'first' && draft.filedAs !== 'prosecutor' ? (
        <>
          <OneOf legend={tFiling('role.ground')} value={draft.prosecutionGround} wrong={wrong('prosecutionGround')} onChoose={(prosecutionGround) => change({ prosecutionGround })} options={prosecutionGrounds.map((value) => ({ value, label: say(groundWords[value]) }))} />
          <p className="hint">{tFiling('role.groundHint')}</p>
          <Articles ids={['CRPL-210', 'CRPL-169']} />
        </>
      ) : null}
      <p className="hint">{tFiling('role.invited')}</p>
    </>
  );
}

export function AppealStep({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const { appeal } = draft;
  const set = (part: Partial<typeof appeal>) => change((before) => ({ appeal: { ...before.appeal, ...part } }));
  return (
    <>
      <Hint>{t('appeal.lead')}</Hint>
      <TextField label={t('appeal.number')} hint={t('appeal.numberHint')} name="appeal.lowerCaseNumber" maxLength={60} autoComplete="off" value={appeal.lowerCaseNumber} wrong={wrong('appeal.lowerCaseNumber')} onText={(lowerCaseNumber) => set({ lowerCaseNumber })} />
      <OneOf across legend={t('appeal.decision')} value={appeal.decision} wrong={wrong('appeal.decision')} onChoose={(decision) => set({ decision })} options={decisionKinds.map((value) => ({ value, label: say(decisionKindWords[value]) }))} />
      <TextField label={t('appeal.decidedOn')} type="date" name="appeal.decidedOn" value={appeal.decidedOn} wrong={wrong('appeal.decidedOn')} onText={(decidedOn) => set({ decidedOn })} />
      <TextField label={t('appeal.servedOn')} hint={t('appeal.servedHint')} type="date" name="appeal.servedOn" value={appeal.servedOn} wrong={wrong('appeal.servedOn')} onText={(servedOn) => set({ servedOn })} />
      <OneOf
        legend={t('appeal.was')} value={appeal.appellantWas} wrong={wrong('appeal.appellantWas')} onChoose={(appellantWas) => set({ appellantWas })}
        options={(['plaintiff', 'defendant', 'thirdParty'] as const).filter((role) => role !== 'thirdParty' || draft.caseType !== 'criminal').map((role) => ({ value: role, label: say(partyWords(role, { caseType: draft.caseType, instance: 'first' })) }))}
      />
      {draft.caseType === 'criminal' ? <Tick label={t('appeal.publiclyProsecuted')} value={appeal.publiclyProsecuted} onChange={(publiclyProsecuted) => set({ publiclyProsecuted })} /> : null}
      {wrong('publiclyProsecuted') ? <p className="wrong" role="alert">{wrong('publiclyProsecuted')}</p> : null}
      {draft.caseType === 'civil' ? <Tick label={t('appeal.noDomicile')} value={appeal.noDomicile} onChange={(noDomicile) => set({ noDomicile })} /> : null}
      <LongField label={t('appeal.lateBecause')} hint={t('appeal.lateHint')} name="appeal.lateBecause" rows={3} maxLength={2000} value={appeal.lateBecause} wrong={wrong('appeal.lateBecause')} onText={(lateBecause) => set({ lateBecause })} />
      <Articles ids={({ civil: appeal.noDomicile ? ['CPL-286', 'CPL-86'] : ['CPL-171', 'CPL-86'], administrative: ['APL-85', 'CPL-86'], criminal: ['CRPL-230', 'CRPL-106'] } as const)[draft.caseType]} />
    </>
  );
}

export function ClaimStep({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const claim = draft.filedAs === 'prosecutor'
    ? { cause: tFiling('prosecution.charge'), causeHint: tFiling('prosecution.chargeHint'), claims: tFiling('prosecution.claims'), claimsHint: tFiling('prosecution.claimsHint'), facts: tFiling('prosecution.facts'), factsHint: tFiling('prosecution.factsHint') }
    : { cause: t('filing.claim.cause'), causeHint: t('filing.claim.causeHint'), claims: t('filing.claim.claims'), claimsHint: t('filing.claim.claimsHint'), facts: t('filing.claim.facts'), factsHint: t('filing.claim.factsHint') };
  return (
    <>
      <TextField label={claim.cause} hint={claim.causeHint} name="causeOfAction" list="causes" maxLength={60} value={draft.causeOfAction} wrong={wrong('causeOfAction')} onText={(causeOfAction) => change({ causeOfAction })} />
      <datalist id="causes">{causesFor(draft.caseType).map(({ name, above }) => <option key={name.zh} value={name.zh}>{[...above, name].map(say).join(' › ')}</option>)}</datalist>
      <LongField label={claim.claims} hint={claim.claimsHint} name="claims" rows={5} maxLength={5000} value={draft.claims} wrong={wrong('claims')} onText={(claims) => change({ claims })} />
      <LongField label={claim.facts} hint={claim.factsHint} name="factsAndReasons" rows={9} maxLength={10000} value={draft.factsAndReasons} wrong={wrong('factsAndReasons')} onText={(factsAndReasons) => change({ factsAndReasons })} />
    </>
  );
}

/** By category, each with a look at what was uploaded; what the law asks for is marked. */
export function MaterialsStep({ draft, change, wrong, onBusy }: StepProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const today = useCourtDay();
  const busyItems = useRef(new Set<string>());
  const busy = useCallback((category: string, value: boolean) => {
    if (value) busyItems.current.add(category); else busyItems.current.delete(category);
    onBusy(busyItems.current.size > 0);
  }, [onBusy]);
  const take = (category: MaterialCategory, next: (files: readonly KeptFile[]) => KeptFile[]) => change((before) => ({
    materials: [...before.materials.filter((one) => one.category !== category), ...next(before.materials.filter((one) => one.category === category)).map((file) => ({ ...file, category }))],
  }));
  return (
    <>
      <Hint>{draft.filedAs === 'prosecutor' ? tFiling('prosecution.materials') : t('filing.materials.lead')}</Hint>
      {wrong('materials') ? <p className="wrong" role="alert">{wrong('materials')}</p> : null}
      {categoriesOf(draft, today).map(({ category, needed }) => (
        <section key={category} className="card" aria-label={say(materialWords[category])}>
          <div className="heading-row"><h2>{say(materialWords[category])}</h2><span className="soft small">{needed ? tFiling('materials.required') : tFiling('materials.optional')}</span></div>
          <p className="hint">{say(materialHints[category])}</p>
          <CategoryFiles category={category} files={draft.materials.filter((one) => one.category === category)} onFiles={take} onBusy={busy} />
          {wrong(`materials.${category}`) ? <p className="wrong" role="alert">{wrong(`materials.${category}`)}</p> : null}
        </section>
      ))}
    </>
  );
}

interface CategoryFilesProps { category: MaterialCategory; files: readonly KeptFile[]; onFiles: (category: MaterialCategory, next: (files: readonly KeptFile[]) => KeptFile[]) => void; onBusy: (category: string, busy: boolean) => void }

function CategoryFiles({ category, files, onFiles, onBusy }: CategoryFilesProps) {
  const busy = useCallback((value: boolean) => onBusy(category, value), [category, onBusy]);
  return <FileUploads purpose="filing" files={files} onFiles={(next) => onFiles(category, next)} onBusy={busy} />;
}

const factKeys = { stateSecret: 'stateSecret', personalPrivacy: 'personalPrivacy', divorceWithClosedHearingRequest: 'divorce', tradeSecret: 'tradeSecret', otherwiseClosedByLaw: 'otherwise' } as const satisfies Record<FactName, string>;

export function ScopeStep({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation('party');
  const some = factNames.some((name) => draft.facts[name]);
  const set = (name: FactName, value: boolean) => change((before) => ({ facts: { ...before.facts, [name]: value }, noneOfTheFacts: value ? false : before.noneOfTheFacts }));
  const none = (value: boolean) => change((before) => ({ noneOfTheFacts: value, facts: value ? { stateSecret: false, personalPrivacy: false, divorceWithClosedHearingRequest: false, tradeSecret: false, otherwiseClosedByLaw: false } : before.facts }));
  return (
    <>
      <fieldset className="stack tight">
        <legend>{t('filing.scope.heading')}</legend>
        <p className="hint">{t('filing.scope.lead')}</p>
        <div className="choices">
          {factNames.map((name) => <Tick key={name} label={t(`filing.scope.${factKeys[name]}`)} value={draft.facts[name]} onChange={(value) => set(name, value)} />)}
          <Tick label={t('filing.scope.nothing')} value={draft.noneOfTheFacts} onChange={none} />
        </div>
        {wrong('facts') ? <p className="wrong" role="alert">{wrong('facts')}</p> : null}
      </fieldset>
      {some ? <Waiting>{t('filing.scope.excluded')}</Waiting> : null}
      <OneOf
        legend={t('filing.scope.online')} value={draft.appliesForOnline === null ? null : draft.appliesForOnline ? 'yes' : 'no'} wrong={wrong('appliesForOnline')}
        onChoose={(value) => change({ appliesForOnline: value === 'yes' })}
        options={[
          { value: 'yes', label: t('filing.scope.apply'), hint: t('filing.scope.applyHint') },
          { value: 'no', label: t('filing.scope.notApply'), hint: t('filing.scope.notApplyHint') },
        ]}
      />
      <Articles ids={['G1']} />
    </>
  );
}

export function CheckStep({ draft, me, go, declared, onDeclare, missing }: StepProps & CheckProps) {
  const { t } = useTranslation('party');
  const { t: tFiling } = useTranslation('filing');
  const say = useWords();
  const facts = factNames.filter((name) => draft.facts[name]).map((name) => t(`filing.scope.${factKeys[name]}`));
  const short = (...fields: string[]) => fields.some((field) => Object.keys(missing).some((path) => path === field || path.startsWith(`${field}.`)));
  return (
    <>
      <p className="soft">{t('filing.check.lead')}</p>
      <Part step="role" go={go} short={short('filedAs', 'instance', 'organisation', 'prosecutionGround', 'prosecution')}>
        <p>{say(caseTypeWords[draft.caseType])} · {say(instanceWords[draft.instance])}</p>
        {draft.filedAs === 'prosecutor' ? (
          <>
            <p>{tFiling('prosecution.public')} · {draft.myOrganisation.name}</p>
            <p className="soft">{tFiling('desk.acting', { office: draft.myOrganisation.office, name: me.name })}</p>
            <p>{draft.prosecution.held ? tFiling('prosecution.heldAt', { place: draft.prosecution.place }) : tFiling('prosecution.notHeld')}</p>
            {draft.prosecution.onlineGround ? <p>{say(onlineGroundWords[draft.prosecution.onlineGround])}</p> : null}
          </>
        ) : <p>{draft.filedAs === 'agent' ? `${me.name} · ${t('filing.role.agent')}` : `${draft.myKind === 'natural' ? me.name : draft.myOrganisation.name} · ${say(partyWords('plaintiff', draft))}`}</p>}
        {draft.filedAs === 'plaintiff' && draft.myKind !== 'natural' ? <p className="soft">{tFiling('desk.acting', { office: draft.myOrganisation.office, name: me.name })}</p> : null}
        {draft.caseType === 'criminal' && draft.instance === 'first' && draft.filedAs !== 'prosecutor' && draft.prosecutionGround ? <p className="soft">{say(groundWords[draft.prosecutionGround])}</p> : null}
      </Part>
      {draft.instance === 'second' ? (
        <Part step="appeal" go={go} short={short('appeal', 'publiclyProsecuted')}>
          <p>{tFiling('appeal.facts', { number: draft.appeal.lowerCaseNumber, decision: draft.appeal.decision ? say(decisionKindWords[draft.appeal.decision]) : '', decided: draft.appeal.decidedOn, served: draft.appeal.servedOn })}</p>
          {draft.appeal.lateBecause ? <p className="soft keep-lines">{draft.appeal.lateBecause}</p> : null}
        </Part>
      ) : null}
      <Part step="claim" go={go} short={short('causeOfAction', 'claims', 'factsAndReasons')}>
        <p><strong>{draft.causeOfAction}</strong></p>
        <p className="keep-lines">{draft.claims}</p>
        <p className="keep-lines soft">{draft.factsAndReasons}</p>
      </Part>
      <Part step="others" go={go} short={short('others', 'agency')}>
        {draft.others.map((other, index) => (
          <p key={index}>
            {say(partyWords(other.role, draft))} <strong>{other.role !== 'agent' && other.kind !== 'natural' ? other.organisation.name : other.name}</strong>
            {other.role !== 'agent' && other.kind !== 'natural' ? <><br /><span className="soft">{tFiling('desk.acting', { office: other.organisation.office, name: other.name })}</span></> : null}
            <br /><span className="soft number">{[other.identityNumber, other.phone].filter(Boolean).join(' · ')}</span>
          </p>
        ))}
      </Part>
      <Part step="materials" go={go} short={short('materials')}>
        {draft.materials.map((file) => <p key={file.fileId}>{say(materialWords[file.category])} <a href={filePath(file.fileId)} target="_blank" rel="noreferrer">{file.name}</a> <span className="soft small">{formatBytes(file.bytes)}</span></p>)}
      </Part>
      <Part step="scope" go={go} short={short('facts', 'appliesForOnline')}>
        <p>{facts.length > 0 ? facts.join('、') : t('filing.scope.nothing')}</p>
        <p>{draft.appliesForOnline ? t('filing.scope.apply') : t('filing.scope.notApply')}</p>
      </Part>
      <Tick label={t('filing.check.declare')} value={declared === true} onChange={onDeclare} />
      {declared === 'missing' ? <p className="wrong" role="alert">{t('filing.check.needDeclare')}</p> : null}
    </>
  );
}

function Part({ step, go, short, children }: { step: Exclude<FilingStep, 'check'>; go: (step: FilingStep) => void; short: boolean; children: React.ReactNode }) {
  const { t } = useTranslation('party');
  const title = useStepTitle()(step);
  return (
    <section className={short ? 'card short' : 'card'}>
      <div className="heading-row">
        <h2>{title}</h2>
        <button type="button" className="text-button" aria-label={`${t('filing.check.edit')} ${title}`} onClick={() => go(step)}>{t('filing.check.edit')}</button>
      </div>
      {short ? <p className="wrong">{t('common.required')}</p> : null}
      {children}
    </section>
  );
}
