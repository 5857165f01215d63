import { useTranslation } from 'react-i18next';
import { isTaskKind, taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { HomeView } from '#api/contract/desk.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { roomPath } from '#web/paths.ts';
import { useCourtNow } from '#web/shell/court-clock.ts';
import { nextStep, type NextStep } from '#web/staff/home/next-step.ts';
import { LinkButton } from '#web/staff/parts/LinkButton.tsx';

/** The one thing to do now, with the way to it. */
export function NextStepBar({ home }: { home: HomeView }) {
  const { t } = useTranslation('home');
  const say = useStepWords();
  const step = nextStep(home, useCourtNow());
  const to = whereTo(step);
  return (
    <section className={step.what === 'nothing' || step.what === 'waiting' ? 'next-step calm' : 'next-step'} aria-label={t('next.title')}>
      <p role="status"><span className="next-label">{t('next.title')}</span>{say(step)}</p>
      {to && <LinkButton primary href={to.href}>{t(`next.${to.label}`)}</LinkButton>}
    </section>
  );
}

function useStepWords(): (step: NextStep) => string {
  const { t } = useTranslation('home');
  const say = useWords();
  const titled = (kind: string) => (isTaskKind(kind) ? say(taskCatalogue[kind].title) : kind);
  const numbered = (one: { caseNumber: string | null; causeOfAction: string }) => one.caseNumber ?? one.causeOfAction;
  return (step) => {
    switch (step.what) {
      case 'interrupted': return t('next.interrupted', { number: numbered(step.hearing), who: step.hearing.interruption?.who ?? '' });
      case 'room': return t('next.room', { number: numbered(step.hearing) });
      case 'reminded': return t('next.reminded', { by: step.task.reminded?.by ?? '', task: titled(step.task.kind), number: numbered(step.task) });
      case 'overdue': return t('next.overdue', { task: titled(step.task.kind), number: numbered(step.task) });
      case 'task': return t('next.task', { task: titled(step.task.kind), number: numbered(step.task) });
      case 'mend': return t('next.task', { task: titled(step.kind), number: numbered(step.hearing) });
      case 'waiting': return t('next.waiting', { number: numbered(step.hearing) });
      case 'roles': return t('next.roles', { count: step.count });
      case 'nothing': return t('next.nothing');
    }
  };
}

function whereTo(step: NextStep): { href: string; label: 'toRoom' | 'toTask' | 'toCase' | 'toRoles' } | null {
  switch (step.what) {
    case 'interrupted':
    case 'room': return { href: roomPath(step.hearing.hearingId), label: 'toRoom' };
    case 'reminded':
    case 'overdue':
    case 'task': return { href: `/desk/tasks/${step.task.taskId}`, label: 'toTask' };
    case 'mend': return { href: `/desk/tasks/${step.taskId}`, label: 'toTask' };
    case 'waiting': return { href: `/desk/cases/${step.hearing.caseId}`, label: 'toCase' };
    case 'roles': return { href: '/desk?view=roles', label: 'toRoles' };
    case 'nothing': return null;
  }
}
