import { useTranslation } from 'react-i18next';
import { OneOf, Tick } from '#web/party/parts/fields.tsx';
import { Waiting } from '#web/party/parts/notices.tsx';
import { DeviceTest, type DeviceFindings } from '#web/party/tasks/DeviceTest.tsx';
import type { FormBodyProps } from '#web/party/tasks/TaskForm.tsx';
import { useFieldProblemText } from '#web/tasks/form/use-task-form.ts';

const devices = ['network', 'camera', 'microphone', 'speaker'] as const;

/** G2: how somebody attends, and a test of what they attend with: camera, microphone, speaker, network, place. */
export function ChannelForm({ form }: FormBodyProps) {
  const { t } = useTranslation('party');
  const problemText = useFieldProblemText();
  const wrong = (name: string) => (form.problems[name] ? problemText(form.problems[name]) : null);
  const findings: DeviceFindings = Object.fromEntries(devices.map((device) => [device, form.values[device] as boolean | undefined]));
  const incomplete = devices.some((device) => form.problems[device] !== undefined);
  const failing = devices.some((device) => findings[device] === false);
  return (
    <div className="stack">
      <OneOf
        across legend={t('channel.how')} wrong={wrong('channel')} value={(form.values['channel'] as 'phone' | 'pc' | undefined) ?? null} onChoose={(value) => form.set('channel', value)}
        options={[{ value: 'phone', label: t('channel.phone'), hint: t('channel.phoneHint') }, { value: 'pc', label: t('channel.pc'), hint: t('channel.pcHint') }]}
      />
      <DeviceTest findings={findings} onFound={(found) => form.setMany(found)} />
      {incomplete ? <p className="wrong" role="alert">{t('channel.incomplete')}</p> : null}
      {failing ? <Waiting>{t('channel.withFailure')}</Waiting> : null}
      <fieldset className="stack tight">
        <legend>{t('channel.venue')}</legend>
        <Tick label={t('channel.venueDeclare')} value={form.values['venueClosedAndQuiet'] === true} onChange={(value) => form.set('venueClosedAndQuiet', value)} />
        {wrong('venueClosedAndQuiet') ? <p className="wrong" role="alert">{wrong('venueClosedAndQuiet')}</p> : null}
      </fieldset>
    </div>
  );
}
