import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hint, Problem } from '#web/party/parts/notices.tsx';
import { playTestSound } from '#web/party/tasks/test-sound.ts';
import { useMicrophoneLevel } from '#web/party/tasks/use-microphone-level.ts';
import type { SelfTestMeasures } from '#domain/preparation/self-test-score.ts';
import type { SelfTestFailure, SelfTestResult } from '#web/room/self-test.ts';

export type DeviceFindings = Partial<Record<'network' | 'camera' | 'microphone' | 'speaker', boolean>> & { measures?: SelfTestMeasures | undefined };

/** Quieter than this for the whole test, and nothing was heard (of 1). */
const heardAbove = 0.01;

/** The test itself (G2, G5): what can be measured is measured against the court's media server, the rest is asked. */
export function DeviceTest({ findings, onFound }: { findings: DeviceFindings; onFound: (found: DeviceFindings) => void }) {
  const { t } = useTranslation('party');
  const [state, setState] = useState<'idle' | 'running' | 'done'>('idle');
  const [result, setResult] = useState<SelfTestResult | null>(null);
  const [local, setLocal] = useState<MediaStream | null>(null);
  const level = useMicrophoneLevel(local);
  const loudest = useRef(0);
  loudest.current = Math.max(loudest.current, level);
  const picture = useRef<HTMLVideoElement>(null);
  useEffect(() => { if (picture.current) picture.current.srcObject = local; }, [local]);
  const usable = typeof navigator.mediaDevices?.getUserMedia === 'function';

  async function run() {
    setState('running');
    setResult(null);
    loudest.current = 0;
    // The media library is heavy for a phone: loaded by those who test.
    const { runSelfTest } = await import('#web/room/self-test.ts');
    const outcome = await runSelfTest({ milliseconds: 6_000, onLocal: setLocal });
    setLocal(null);
    setResult(outcome);
    setState('done');
    onFound(foundBy(outcome, loudest.current));
  }
  if (!usable) return <Problem>{t('channel.insecure')}</Problem>;
  return (
    <section className="card" aria-label={t('channel.test')}>
      <h2>{t('channel.test')}</h2>
      {state === 'idle' ? <Hint>{t('channel.allow')}</Hint> : null}
      {local ? (
        <div className="stack tight">
          <video ref={picture} className="preview" autoPlay playsInline muted aria-label={t('channel.camera')} />
          <p>{t('channel.microphoneSpeak')}</p>
          <div className="level" role="meter" aria-label={t('channel.microphone')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 100)}><span style={{ width: `${Math.min(100, Math.round(level * 260))}%` }} /></div>
        </div>
      ) : null}
      <button type="button" className={state === 'done' ? 'button wide' : 'button main wide'} disabled={state === 'running'} onClick={() => void run()}>
        {state === 'running' ? t('channel.testing') : state === 'done' ? t('channel.again') : t('channel.start')}
      </button>
      {result && !result.passed ? <Problem><Failure failure={result.failure} /></Problem> : null}
      <ul className="stack tight" aria-live="polite">
        <Finding name={t('channel.camera')} value={findings.camera} />
        <Finding name={t('channel.microphone')} value={findings.microphone} />
        <Finding name={t('channel.network')} value={findings.network} more={result?.passed ? t('channel.networkGood', { rtt: result.measures.roundTripMs ?? result.measures.connectedMs }) : undefined} />
        <Finding name={t('channel.speaker')} value={findings.speaker} />
      </ul>
      <div className="stack tight">
        <button type="button" className="button wide" onClick={() => void playTestSound()}>{t('channel.speakerPlay')}</button>
        <p>{t('channel.speakerHear')}</p>
        <div className="row">
          <button type="button" className="button small grow" aria-pressed={findings.speaker === true} onClick={() => onFound({ speaker: true })}>{t('channel.yes')}</button>
          <button type="button" className="button small grow" aria-pressed={findings.speaker === false} onClick={() => onFound({ speaker: false })}>{t('channel.no')}</button>
        </div>
      </div>
    </section>
  );
}

/** What the result says of each device; what a failure leaves unknown stays as it was. */
function foundBy(outcome: SelfTestResult, loudest: number): DeviceFindings {
  if (outcome.passed) {
    const { roundTripMs, loss, kilobitsPerSecond, framesPerSecond } = outcome.measures;
    const microphoneLevel = Math.min(1, Math.max(loudest, outcome.measures.microphoneLevel));
    return { camera: true, network: true, microphone: microphoneLevel > heardAbove, measures: { roundTripMs, loss, kilobitsPerSecond, framesPerSecond: Math.max(0, framesPerSecond), microphoneLevel } };
  }
  switch (outcome.failure.at) {
    case 'camera': return { camera: false, measures: undefined };
    case 'microphone': return { microphone: false, measures: undefined };
    case 'server': case 'media-path': case 'echo': return { camera: true, microphone: loudest > heardAbove, network: false, measures: undefined };
  }
}

function Finding({ name, value, more }: { name: string; value: boolean | undefined; more?: string }) {
  const { t } = useTranslation('party');
  const text = value === undefined ? t('channel.waiting') : value ? t('channel.works') : t('channel.fails');
  return (
    <li className="row between">
      <span>{name}{more ? <span className="soft small"> {more}</span> : null}</span>
      <span className={value === undefined ? 'tag' : value ? 'tag good' : 'tag bad'}>{text}</span>
    </li>
  );
}

const deviceReasons: Record<string, 'denied' | 'missing' | 'busy'> = {
  NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy',
};

function Failure({ failure }: { failure: SelfTestFailure }) {
  const { t } = useTranslation('party');
  switch (failure.at) {
    case 'camera': case 'microphone': {
      const known = deviceReasons[failure.reason];
      const what = t(failure.at === 'camera' ? 'channel.camera' : 'channel.microphone');
      return t('channel.deviceFailure', { device: what, why: known ? t(`channel.${known}`) : t('channel.unknown', { why: failure.reason }) });
    }
    case 'server': return <>{t('channel.networkBad', { why: t('channel.why.signalling') })}</>;
    case 'media-path': case 'echo': return <>{t('channel.networkBad', { why: t('channel.why.ice') })}</>;
  }
}
