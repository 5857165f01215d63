import { useTranslation } from 'react-i18next';
import { roleWords } from '#domain/people/roles.ts';
import { formatBytes } from '#web/i18n/format.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { FileUploads } from '#web/party/files/FileUploads.tsx';
import { causesFor } from '#domain/law/causes/causes.ts';
import { factNames, type FactName, type FilingStep } from '#web/party/filing/filing-draft.ts';
import type { CheckProps, StepProps } from '#web/party/filing/FilingPage.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { LongField, OneOf, TextField, Tick } from '#web/party/parts/fields.tsx';
import { Hint, Waiting } from '#web/party/parts/notices.tsx';
import { filePath } from '#web/paths.ts';

export function RoleStep({ draft, change, wrong, me }: StepProps) {
  const { t } = useTranslation('party');
  return (
    <>
      <TextField label={t('filing.role.me')} hint={t('filing.role.meHint')} value={me.name} readOnly onText={() => undefined} />
      <OneOf
        legend={t('filing.role.heading')} value={draft.filedAs} wrong={wrong('filedAs')} onChoose={(filedAs) => change({ filedAs })}
        options={[
          { value: 'plaintiff', label: t('filing.role.plaintiff'), hint: t('filing.role.plaintiffHint') },
          { value: 'agent', label: t('filing.role.agent'), hint: t('filing.role.agentHint') },
        ]}
      />
    </>
  );
}

export function ClaimStep({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation('party');
  const say = useWords();
  return (
    <>
      <TextField label={t('filing.claim.cause')} hint={t('filing.claim.causeHint')} name="causeOfAction" list="causes" maxLength={60} value={draft.causeOfAction} wrong={wrong('causeOfAction')} onText={(causeOfAction) => change({ causeOfAction })} />
      <datalist id="causes">{causesFor('civil').map(({ name, above }) => <option key={name.zh} value={name.zh}>{[...above, name].map(say).join(' › ')}</option>)}</datalist>
      <LongField label={t('filing.claim.claims')} hint={t('filing.claim.claimsHint')} name="claims" rows={5} maxLength={5000} value={draft.claims} wrong={wrong('claims')} onText={(claims) => change({ claims })} />
      <LongField label={t('filing.claim.facts')} hint={t('filing.claim.factsHint')} name="factsAndReasons" rows={9} maxLength={10000} value={draft.factsAndReasons} wrong={wrong('factsAndReasons')} onText={(factsAndReasons) => change({ factsAndReasons })} />
    </>
  );
}

export function MaterialsStep({ draft, change, wrong, onBusy }: StepProps) {
  const { t } = useTranslation('party');
  return (
    <>
      <Hint>{t('filing.materials.lead')}</Hint>
      <FileUploads purpose="filing" files={draft.materials} onFiles={(next) => change((before) => ({ materials: next(before.materials) }))} onBusy={onBusy} />
      {wrong('materials') ? <p className="wrong" role="alert">{wrong('materials')}</p> : null}
    </>
  );
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
  const say = useWords();
  const facts = factNames.filter((name) => draft.facts[name]).map((name) => t(`filing.scope.${factKeys[name]}`));
  const short = (...fields: string[]) => fields.some((field) => Object.keys(missing).some((path) => path === field || path.startsWith(`${field}.`)));
  return (
    <>
      <p className="soft">{t('filing.check.lead')}</p>
      <Part step="role" go={go} short={short('filedAs')}><p>{me.name} · {draft.filedAs === 'agent' ? t('filing.role.agent') : t('filing.role.plaintiff')}</p></Part>
      <Part step="claim" go={go} short={short('causeOfAction', 'claims', 'factsAndReasons')}>
        <p><strong>{draft.causeOfAction}</strong></p>
        <p className="keep-lines">{draft.claims}</p>
        <p className="keep-lines soft">{draft.factsAndReasons}</p>
      </Part>
      <Part step="others" go={go} short={short('others')}>
        {draft.others.map((other, index) => <p key={index}>{say(roleWords[other.role])} <strong>{other.name}</strong><br /><span className="soft number">{other.identityNumber} · {other.phone}</span></p>)}
      </Part>
      <Part step="materials" go={go} short={short('materials')}>
        {draft.materials.map((file) => <p key={file.fileId}><a href={filePath(file.fileId)} target="_blank" rel="noreferrer">{file.name}</a> <span className="soft small">{formatBytes(file.bytes)}</span></p>)}
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
  return (
    <section className={short ? 'card short' : 'card'}>
      <div className="heading-row">
        <h2>{t(`filing.steps.${step}`)}</h2>
        <button type="button" className="text-button" aria-label={`${t('filing.check.edit')} ${t(`filing.steps.${step}`)}`} onClick={() => go(step)}>{t('filing.check.edit')}</button>
      </div>
      {short ? <p className="wrong">{t('common.required')}</p> : null}
      {children}
    </section>
  );
}
