import { useEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '#api/contract/people.ts';
import { api } from '#web/api/client.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { useCommand } from '#web/api/use-command.ts';
import { useDraft } from '#web/drafts/use-draft.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { AppealStep, CheckStep, ClaimStep, MaterialsStep, RoleStep, ScopeStep } from '#web/party/filing/FilingSteps.tsx';
import { OthersStep } from '#web/party/filing/OthersStep.tsx';
import { emptyFiling, filingFrom, filingInputOf, keyFor, missingIn, stepsOf, type FilingDraft, type FilingStep, type Missing, type MissingFields } from '#web/party/filing/filing-draft.ts';
import { useStepTitle } from '#web/party/filing/step-title.ts';
import { useCourtDay } from '#web/party/parts/court-day.ts';
import { DraftNote } from '#web/party/parts/DraftNote.tsx';
import { Hint, Problem } from '#web/party/parts/notices.tsx';
import { NotYet } from '#web/party/parts/NotYet.tsx';
import { PhonePage } from '#web/party/parts/PhonePage.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { SignedIn } from '#web/party/parts/SignedIn.tsx';
import { filedPath, myCasesPath } from '#web/party/party-paths.ts';

/** G3: filing online. Each step is kept as it is typed, and resumed; nothing goes out before the last. */
export function FilingPage() {
  const { t } = useTranslation('party');
  return <SignedIn title={t('filing.title')}>{(me) => <Filing me={me} />}</SignedIn>;
}

/** What a step gets to show and to change. */
export interface StepProps {
  draft: FilingDraft;
  change: (part: Partial<FilingDraft> | ((before: FilingDraft) => Partial<FilingDraft>)) => void;
  wrong: (field: string) => string | null;
  me: Me;
  go: (step: FilingStep) => void;
  onBusy: (busy: boolean) => void;
}

function Filing({ me }: { me: Me }) {
  const { t } = useTranslation('party');
  const navigate = useNavigate();
  const today = useCourtDay();
  const kept = useDraft('filing', me.personId);
  const [typed, setTyped] = useState<FilingDraft | null>(null);
  const [missing, setMissing] = useState<MissingFields>({});
  const [declared, setDeclared] = useState<boolean | 'missing'>(false);
  const [sending, setSending] = useState(false);
  const say = useMissingText();
  const stepTitle = useStepTitle();
  const draft = typed ?? filingFrom(kept.content);
  const latest = useRef(draft);
  latest.current = draft;
  const heading = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // The new step is read from its top, by the eye and by a screen reader.
    if (!first.current) { window.scrollTo(0, 0); heading.current?.focus(); }
    first.current = false;
  }, [draft.step]);

  const submit = useCommand((input: { body: ReturnType<typeof filingInputOf>; key: string }) => api.cases.file(input.body, { context: { commandKey: input.key } }), { label: t('filing.title') });

  const change: StepProps['change'] = (part) => {
    const next = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) };
    latest.current = next;
    setTyped(next);
    kept.save(next as unknown as Record<string, unknown>);
    // What was said to be missing is looked at again as soon as something changes.
    setMissing((before) => (Object.keys(before).length === 0 ? before : missingIn(next.step, next, today)));
  };
  const go = (step: FilingStep) => { setMissing({}); change({ step }); };
  const steps = stepsOf(draft);
  const at = Math.max(steps.indexOf(draft.step), 0);

  function next() {
    const found = missingIn(draft.step, draft, today);
    setMissing(found);
    const following = steps[at + 1];
    if (Object.keys(found).length === 0 && following) go(following);
    else requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true], .wrong')?.scrollIntoView({ block: 'center' }));
  }
  async function send() {
    const found = missingIn('check', draft, today);
    setMissing(found);
    if (declared !== true) setDeclared('missing');
    if (Object.keys(found).length > 0 || declared !== true) return;
    const body = filingInputOf(draft);
    const sent = keyFor(draft, JSON.stringify(body), newCommandKey);
    change({ sent });
    const answer = await submit.run({ body, key: sent.key });
    if (!answer) return;
    kept.clear();
    await navigate({ to: filedPath(answer.caseId) });
  }
  const startOver = () => {
    if (!window.confirm(t('filing.startOverConfirm'))) return;
    latest.current = emptyFiling;
    setTyped(emptyFiling);
    setMissing({});
    kept.clear();
  };

  if (kept.state === 'loading') return <NotYet title={t('filing.title')} back={myCasesPath} error={null} />;
  const props: StepProps = { draft, change, wrong: (field) => say(missing[field]), me, go, onBusy: setSending };
  return (
    <PhonePage
      title={t('filing.title')} back={myCasesPath}
      actions={(
        <>
          {at > 0 ? <button type="button" className="button" onClick={() => go(steps[at - 1]!)}>{t('common.previous')}</button> : null}
          {draft.step === 'check'
            ? <button type="button" className="button main" disabled={submit.phase !== null} onClick={() => void send()}>{submit.phase !== null ? t('filing.check.submitting') : t('filing.check.submit')}</button>
            : <button type="button" className="button main" disabled={sending} onClick={next}>{sending ? t('filing.materials.stillSending') : t('common.next')}</button>}
        </>
      )}
    >
      <div ref={heading} tabIndex={-1} className="stack tight step-head">
        <p className="soft">{t('filing.stepOf', { step: at + 1, count: steps.length })}</p>
        <div className="steps-bar" aria-hidden="true">{steps.map((step, index) => <span key={step} className={index <= at ? 'done' : ''} />)}</div>
        <h1>{stepTitle(draft.step)}</h1>
      </div>
      {kept.content !== null && typed === null ? <Hint>{t('filing.resumed')} <button type="button" className="text-button" onClick={startOver}>{t('filing.startOver')}</button></Hint> : null}
      {draft.step === 'check' && Object.keys(missing).length > 0 ? <Problem>{t('filing.check.fix', { count: Object.keys(missing).length })}</Problem> : null}
      <Step {...props} declared={declared} onDeclare={setDeclared} missing={missing} />
      <ProblemNote problem={submit.problem} />
      <DraftNote draft={kept} />
    </PhonePage>
  );
}

export interface CheckProps {
  declared: boolean | 'missing';
  onDeclare: (declared: boolean) => void;
  missing: MissingFields;
}

function Step(props: StepProps & CheckProps) {
  switch (props.draft.step) {
    case 'role': return <RoleStep {...props} />;
    case 'appeal': return <AppealStep {...props} />;
    case 'claim': return <ClaimStep {...props} />;
    case 'others': return <OthersStep {...props} />;
    case 'materials': return <MaterialsStep {...props} />;
    case 'scope': return <ScopeStep {...props} />;
    case 'check': return <CheckStep {...props} />;
  }
}

function useMissingText(): (missing: Missing | undefined) => string | null {
  const { t } = useTranslation('party');
  const say = useWords();
  return (missing) => (missing === undefined ? null : 'words' in missing ? say(missing.words) : t(missing.key));
}
