/** What the judge and the court say to an approval at any time: intend it, report new facts, withdraw it (N2, N4). */
import { DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { causeFamilies, type CauseFamily } from '#domain/law/causes/cause.ts';
import { factWords, type IntendedFacts } from '#domain/livestream/facts.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';

/** N4 (1), (2), (5), N1, N2: what the court states beside the facts that the case knows. */
const stated = [
  'massInterest', 'nationalSecurity', 'terrorism', 'nationalDefence', 'militarySecret', 'ethnicIssue', 'religiousIssue', 'otherPolitical', 'workSecret', 'juvenileOffence', 'otherwiseUnsuitable',
] as const satisfies readonly (keyof IntendedFacts)[];
/** N4 (2): what the case may come to involve later. */
const ofTheCase = ['stateSecret', 'personalPrivacy', 'divorceWithClosedHearingRequest', 'tradeSecret', 'minorDefendant', 'otherwiseClosedByLaw', 'badSocialEffect'] as const;
type Fact = (typeof stated)[number] | (typeof ofTheCase)[number];

export function IntendForm({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('livestream');
  const [involved, setInvolved] = useState<ReadonlySet<Fact>>(new Set());
  const [causeFamily, setFamily] = useState<CauseFamily>();
  const intend = useCommand(api.livestreams.intend, { label: t('intend') });
  const send = () => {
    if (!causeFamily) return;
    const facts = Object.fromEntries(stated.map((fact) => [fact, involved.has(fact)])) as Omit<IntendedFacts, 'causeFamily'>;
    void intend.run({ hearingId, facts: { ...facts, causeFamily } });
  };
  return (
    <Panel title={t('intend')} extra={<Articles ids={['N1', 'N2', 'N4']} />}>
      <form className="livestream-form" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <p>{t('intendExplained')}</p>
        <label htmlFor="livestream-family">{t('family')}</label>
        <Select id="livestream-family" suffixIcon={<DownOutlined aria-hidden />} value={causeFamily} onChange={setFamily} style={{ maxWidth: 320 }} options={causeFamilies.map((family) => ({ value: family, label: t(`families.${family}`) }))} />
        <FactTicks facts={stated} involved={involved} onChange={setInvolved} legend={t('facts')} />
        <p className="faint">{t('massInterestHint')}</p>
        {intend.problem && <Problem problem={intend.problem} />}
        <Button htmlType="submit" type="primary" disabled={!causeFamily} loading={intend.phase !== null}>{t('intendDo')}</Button>
      </form>
    </Panel>
  );
}

/** @param known what the approval rests on now; what is ticked otherwise is what changed. */
export function ReportFactsForm({ hearingId, known }: { hearingId: string; known: Record<string, unknown> }) {
  const { t } = useTranslation('livestream');
  const all = [...stated, ...ofTheCase];
  const [involved, setInvolved] = useState<ReadonlySet<Fact>>(() => new Set(all.filter((fact) => known[fact] === true)));
  const [reason, setReason] = useState('');
  const report = useCommand(api.livestreams.reportFacts, { label: t('report'), onDone: () => setReason('') });
  const changed = Object.fromEntries(all.filter((fact) => involved.has(fact) !== (known[fact] === true)).map((fact) => [fact, involved.has(fact)]));
  return (
    <details className="panel livestream-details">
      <summary><h2>{t('report')}</h2></summary>
      <form className="livestream-form panel-body" onSubmit={(event) => { event.preventDefault(); void report.run({ hearingId, facts: changed, reason }); }}>
        <p>{t('reportExplained')} <Articles ids={['N4']} /></p>
        <FactTicks facts={all} involved={involved} onChange={setInvolved} legend={t('reportWhat')} />
        <label htmlFor="livestream-report">{t('reportReason')}</label>
        <Input.TextArea id="livestream-report" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        {report.problem && <Problem problem={report.problem} />}
        <Button htmlType="submit" disabled={reason.trim().length < 2 || Object.keys(changed).length === 0} loading={report.phase !== null}>{t('reportDo')}</Button>
      </form>
    </details>
  );
}

export function WithdrawForm({ hearingId }: { hearingId: string }) {
  const { t } = useTranslation('livestream');
  const [reason, setReason] = useState('');
  const withdraw = useCommand(api.livestreams.withdraw, { label: t('withdraw') });
  return (
    <details className="panel livestream-details">
      <summary><h2>{t('withdraw')}</h2></summary>
      <form className="livestream-form panel-body" onSubmit={(event) => { event.preventDefault(); void withdraw.run({ hearingId, reason }); }}>
        <label htmlFor="livestream-withdraw">{t('withdrawReason')}</label>
        <Input.TextArea id="livestream-withdraw" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
        {withdraw.problem && <Problem problem={withdraw.problem} />}
        <Button htmlType="submit" danger disabled={reason.trim().length < 2} loading={withdraw.phase !== null}>{t('withdrawDo')}</Button>
      </form>
    </details>
  );
}

function FactTicks({ facts, involved, onChange, legend }: { facts: readonly Fact[]; involved: ReadonlySet<Fact>; onChange: (next: ReadonlySet<Fact>) => void; legend: string }) {
  const say = useWords();
  return (
    <fieldset className="fact-ticks">
      <legend>{legend}</legend>
      {facts.map((fact) => (
        <Checkbox key={fact} checked={involved.has(fact)} onChange={(event) => onChange(new Set(event.target.checked ? [...involved, fact] : [...involved].filter((one) => one !== fact)))}>{say(factWords[fact])}</Checkbox>
      ))}
    </fieldset>
  );
}
