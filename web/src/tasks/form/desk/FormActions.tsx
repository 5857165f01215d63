import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#web/staff/parts/Problem.tsx';
import type { TaskForm } from '#web/tasks/form/use-task-form.ts';

/** The foot of a form: what became of it, its draft, and the one button that sends it. */
export function FormActions({ form, notice }: { form: TaskForm; notice?: ReactNode }) {
  const { t } = useTranslation('tasks');
  const { phase, problem } = form.command;
  const marked = Object.keys(form.problems).length;
  return (
    <footer className="form-actions">
      {/* Refused because of what happened meanwhile: said once. */}
      {problem?.code !== 'ALREADY_DONE' && notice}
      {problem && problem.code !== 'INVALID' && <Problem problem={problem} />}
      <div className="form-actions-line">
        <Button type="primary" htmlType="submit" size="large" loading={phase !== null}>{t('form.submit')}</Button>
        <span className="form-phase" role="status">{phase === null ? '' : t(phaseWords[phase])}</span>
        <kbd className="faint">Ctrl ↵</kbd>
        {marked > 0 && <span className="form-problem" role="alert">{t('form.checkMarked', { count: marked })}</span>}
        <span className="draft-state" role="status">
          {form.draft.saved === 'server' ? t('form.draftSaved') : form.draft.saved === 'here' ? t('form.draftLocal') : ''}
        </span>
        {form.restored && <Button type="link" onClick={form.startOver}>{t('form.discardDraft')}</Button>}
      </div>
    </footer>
  );
}

const phaseWords = { sending: 'form.submitting', resending: 'form.resending', kept: 'form.kept' } as const;
