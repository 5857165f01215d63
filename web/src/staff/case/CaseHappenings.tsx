import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { articlesOf, changeableFacts, factWords, type HappeningKind } from '#domain/case/happenings.ts';
import { groundWords } from '#domain/case/suspension.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { aboutWhom, asks, emptyDraft, factsOf, groundsOf, happeningFrom, offered, type HappeningDraft } from '#web/happenings/happening-draft.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Panel } from '#web/staff/parts/Panel.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';
import { SuccessorForm } from '#web/staff/case/SuccessorForm.tsx';
import { Files } from '#web/tasks/form/desk/Files.tsx';

/** What the court records of a case at any time: a new fact, a ground for suspension, who takes a party's place. */
export function CaseHappenings({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('happenings');
  const say = useWords();
  const [what, setWhat] = useState<HappeningKind | null>(null);
  const [done, setDone] = useState(false);
  const kinds = offered(courtCase);
  const mayName = courtCase.suspension !== null && (courtCase.relation === 'presidingJudge' || courtCase.relation === 'clerkOfCase');
  if (kinds.length === 0 && !mayName) return null;
  const known = changeableFacts.filter((fact) => courtCase.facts?.[fact] === true);
  return (
    <Panel title={t('title')}>
      <div className="happenings">
        {courtCase.facts && <p className="faint">{known.length === 0 ? t('noFacts') : t('factMark', { facts: known.map((fact) => say(factWords[fact])).join('、') })}</p>}
        {what === null ? kinds.map((kind) => <Button key={kind} onClick={() => { setWhat(kind); setDone(false); }}>{t(`action.${kind}`)}</Button>)
          : <HappeningForm key={what} courtCase={courtCase} what={what} onEnd={(sent) => { setWhat(null); setDone(sent); }} />}
        {done && <p role="status">{t('done')}</p>}
        {mayName && <SuccessorForm courtCase={courtCase} />}
      </div>
    </Panel>
  );
}

function HappeningForm({ courtCase, what, onEnd }: { courtCase: CaseDetail; what: HappeningKind; onEnd: (sent: boolean) => void }) {
  const { t } = useTranslation('happenings');
  const say = useWords();
  const roleName = useRoleWords(courtCase);
  const [draft, setDraft] = useState<HappeningDraft>(emptyDraft(what));
  const [checked, setChecked] = useState(false);
  const tell = useCommand(api.cases.tell, { label: t(`action.${what}`), onDone: () => onEnd(true) });
  const set = (change: Partial<HappeningDraft>) => setDraft((before) => ({ ...before, ...change }));
  const happening = happeningFrom(draft);
  return (
    <form
      className="happening-form" aria-label={t(`action.${what}`)}
      onSubmit={(event) => { event.preventDefault(); setChecked(true); if (happening) void tell.run({ caseId: courtCase.caseId, happening }); }}
    >
      <h3>{t(`action.${what}`)}</h3>
      <p className="follows">{t(`follows.${what}`)} <Articles ids={[...articlesOf(what, courtCase, dayOf(Date.now()))]} /></p>
      {asks(draft, 'fact') && <Choice legend={t('field.fact')} value={draft.fact} onChoose={(fact) => set({ fact })} options={factsOf(courtCase).map((fact) => [fact, say(factWords[fact])])} />}
      {asks(draft, 'holds') && <Choice legend={t('field.holds')} value={draft.holds === undefined ? undefined : draft.holds ? 'yes' : 'no'} onChoose={(holds) => set({ holds: holds === 'yes' })} options={[['yes', t('field.yes')], ['no', t('field.no')]]} />}
      {asks(draft, 'ground') && <Choice legend={t('field.ground')} value={draft.ground} onChoose={(ground) => set({ ground })} options={groundsOf(courtCase).map((ground) => [ground, say(groundWords(ground))])} />}
      {asks(draft, 'participantId') && (
        <Choice legend={t('field.participantId')} value={draft.participantId} onChoose={(participantId) => set({ participantId })} options={aboutWhom(courtCase).map(({ participantId, name, role }) => [participantId, `${roleName(role)} ${name}`])} />
      )}
      <label htmlFor="happening-reason">{t('field.reason')}</label>
      <Input.TextArea id="happening-reason" autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} />
      {asks(draft, 'documents') && (
        <div role="group" aria-label={t('field.documents')}>
          <span>{t('field.documents')}</span>
          <Files id="happening-documents" value={draft.documents} several purpose="statement" caseId={courtCase.caseId} onChange={(next) => set({ documents: Array.isArray(next) ? next : [] })} />
        </div>
      )}
      {checked && !happening && <p className="cell-problem" role="alert">{t('fillIn')}</p>}
      {tell.problem && <Problem problem={tell.problem} />}
      <div className="happening-actions">
        <Button type="primary" htmlType="submit" loading={tell.phase !== null}>{t('submit')}</Button>
        <Button onClick={() => onEnd(false)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function Choice<T extends string>({ legend, value, options, onChoose }: { legend: string; value: T | undefined; options: readonly (readonly [T, string])[]; onChoose: (value: T) => void }) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <Radio.Group value={value} onChange={(event) => onChoose(event.target.value as T)} options={options.map(([one, label]) => ({ value: one, label }))} />
    </fieldset>
  );
}
