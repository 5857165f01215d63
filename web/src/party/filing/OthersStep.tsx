import { useTranslation } from 'react-i18next';
import { roleWords } from '#domain/people/roles.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { emptyOther, otherRoles, type OtherPerson, type OtherRole } from '#web/party/filing/filing-draft.ts';
import type { StepProps } from '#web/party/filing/FilingPage.tsx';
import { OneOf, TextField } from '#web/party/parts/fields.tsx';
import { Hint, Problem } from '#web/party/parts/notices.tsx';

/** Most cases have one or two others; the contract takes ten. */
const most = 10;

export function OthersStep({ draft, change, wrong }: StepProps) {
  const { t } = useTranslation('party');
  const set = (index: number, part: Partial<OtherPerson>) => change((before) => ({ others: before.others.map((other, at) => (at === index ? { ...other, ...part } : other)) }));
  const add = () => change((before) => ({ others: [...before.others, emptyOther(draft.filedAs === 'agent' && !before.others.some(({ role }) => role === 'plaintiff') ? 'plaintiff' : 'defendant')] }));
  const remove = (index: number) => change((before) => ({ others: before.others.filter((_, at) => at !== index) }));
  return (
    <>
      <Hint>{t('filing.others.lead')}</Hint>
      {wrong('others') ? <Problem>{wrong('others')}</Problem> : null}
      {draft.others.map((other, index) => (
        <Person key={index} index={index} other={other} wrong={wrong} onChange={(part) => set(index, part)} onRemove={draft.others.length > 1 ? () => remove(index) : null} />
      ))}
      {draft.others.length < most ? <button type="button" className="button wide" onClick={add}>{t('filing.others.add')}</button> : null}
    </>
  );
}

interface PersonProps {
  index: number;
  other: OtherPerson;
  wrong: (field: string) => string | null;
  onChange: (part: Partial<OtherPerson>) => void;
  onRemove: (() => void) | null;
}

function Person({ index, other, wrong, onChange, onRemove }: PersonProps) {
  const { t } = useTranslation('party');
  const say = useWords();
  const at = `others.${index}`;
  return (
    <section className="card" aria-label={t('filing.others.person', { n: index + 1 })}>
      <div className="heading-row">
        <h2>{t('filing.others.person', { n: index + 1 })}</h2>
        {onRemove ? <button type="button" className="text-button" onClick={onRemove}>{t('filing.others.remove')}</button> : null}
      </div>
      <OneOf<OtherRole> across legend={t('filing.others.role')} value={other.role} onChoose={(role) => onChange({ role })} options={otherRoles.map((role) => ({ value: role, label: say(roleWords[role]) }))} />
      <TextField label={t('filing.others.name')} name={`${at}.name`} maxLength={50} autoComplete="off" value={other.name} wrong={wrong(`${at}.name`)} onText={(name) => onChange({ name })} />
      <TextField label={t('filing.others.identityNumber')} hint={t('identity.numberHint')} name={`${at}.identityNumber`} maxLength={20} autoComplete="off" autoCapitalize="characters" value={other.identityNumber} wrong={wrong(`${at}.identityNumber`)} onText={(identityNumber) => onChange({ identityNumber })} />
      <TextField label={t('filing.others.phone')} name={`${at}.phone`} type="tel" inputMode="numeric" maxLength={14} autoComplete="off" value={other.phone} wrong={wrong(`${at}.phone`)} onText={(phone) => onChange({ phone })} />
    </section>
  );
}
