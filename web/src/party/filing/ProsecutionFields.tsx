/** What a procuratorate files besides the charge: itself, whether the accused is held, what lets the case be heard online. */
import { useTranslation } from 'react-i18next';
import { onlineGrounds, onlineGroundWords } from '#domain/filing/public-prosecution.ts';
import { useWords } from '#web/i18n/use-words.ts';
import type { StepProps } from '#web/party/filing/FilingPage.tsx';
import { OrganisationFields } from '#web/party/filing/KindFields.tsx';
import { Articles } from '#web/party/parts/Articles.tsx';
import { OneOf, TextField } from '#web/party/parts/fields.tsx';
import { Hint } from '#web/party/parts/notices.tsx';

export function ProsecutionFields({ draft, change, wrong }: Pick<StepProps, 'draft' | 'change' | 'wrong'>) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const { prosecution } = draft;
  const set = (part: Partial<typeof prosecution>) => change((before) => ({ prosecution: { ...before.prosecution, ...part } }));
  return (
    <>
      <Hint>{t('prosecution.lead')}</Hint>
      <OrganisationFields at="organisation" organisation={draft.myOrganisation} codeNeeded wrong={wrong} onChange={(part) => change((before) => ({ myOrganisation: { ...before.myOrganisation, ...part } }))} />
      <OneOf
        across legend={t('prosecution.held')} value={prosecution.held === null ? null : prosecution.held ? 'held' : 'free'} wrong={wrong('prosecution.held')} onChoose={(value) => set({ held: value === 'held' })}
        options={[{ value: 'held', label: t('prosecution.isHeld') }, { value: 'free', label: t('prosecution.notHeld') }]}
      />
      {prosecution.held ? <TextField label={t('prosecution.place')} hint={t('prosecution.placeHint')} name="prosecution.place" maxLength={100} autoComplete="off" value={prosecution.place} wrong={wrong('prosecution.place')} onText={(place) => set({ place })} /> : null}
      <OneOf legend={t('prosecution.online')} value={prosecution.onlineGround} wrong={wrong('prosecution.onlineGround')} onChoose={(onlineGround) => set({ onlineGround })} options={onlineGrounds.map((value) => ({ value, label: say(onlineGroundWords[value]) }))} />
      <Articles ids={['CRPL-176', 'CRPL-189', 'ONL-3', 'ONL-37']} />
    </>
  );
}
