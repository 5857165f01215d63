import { Alert } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { correctionDays } from '#domain/court/court.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { RejectionGround } from '#web/staff/task/RejectionGround.tsx';
import { ScheduleFields, scheduleFieldNames } from '#web/staff/task/ScheduleFields.tsx';
import { DeskField } from '#web/tasks/form/desk/DeskField.tsx';
import { DeskTaskForm } from '#web/tasks/form/desk/DeskTaskForm.tsx';
import type { FieldModel, FormValues } from '#web/tasks/form/form-model.ts';
import { useTaskForm, type TaskForm } from '#web/tasks/form/use-task-form.ts';

const route = getRouteApi('/desk/tasks/$taskId');
const refusalShape = z.object({ message: z.object({ zh: z.string(), en: z.string() }), articles: z.array(z.string()).default([]) });

/** What a form starts with where the court's practice has a usual answer; the person changes it freely. */
const usual: Partial<Record<TaskKindName, FormValues>> = { 'review-filing': { days: correctionDays.usual }, 'schedule-hearing': { kind: 'trial', durationMinutes: 120 }, 'recheck-date': { durationMinutes: 120 } };
const authorityEnded = { authority: 'authorityEnded' };
const picksTime: Partial<Record<TaskKindName, string>> = { 'schedule-hearing': 'schedule', 'recheck-date': 'move' };

const applicationShape = z.object({ divisionOfLabour: z.string(), incidentPlan: z.string(), outcomePlan: z.string(), technicalArrangement: z.string(), opinion: z.string() });
/** An application that came back, or that new facts made void, is changed, not written anew. */
const applicationBefore = (task: TaskDetail): FormValues | undefined => applicationShape.safeParse(task.facts['previous']).data;

/** The form of an open task, with what happened to it before and meanwhile. */
export function TaskFormSection({ task, kind, onSent }: { task: TaskDetail; kind: TaskKindName; onSent: () => void }) {
  const { t } = useTranslation('staff');
  const ends = kind === 'verify-representative' && task.facts['ends'] === true;
  const form = useTaskForm(task.taskId, kind, { onDone: onSent, ...(ends ? { given: authorityEnded } : {}), startWith: kind === 'apply-livestream' ? applicationBefore(task) : usual[kind] });
  useChosenInWeek(form, picksTime[kind]);
  // CPL-41: only a civil appeal is asked about it.
  const { data: filed } = useQuery({ ...queries.case(task.caseId), enabled: kind === 'review-filing' });
  const civilAppeal = filed?.caseType === 'civil' && filed.instance === 'second';
  const [openedWith] = useState(() => refusalShape.safeParse(task.lastRefusal).data);
  const special = kind === 'schedule-hearing' || kind === 'recheck-date'
    ? (field: FieldModel) => (field.name === 'day' ? <ScheduleFields key="slot" form={form} task={task} /> : scheduleFieldNames.has(field.name) ? <span key={field.name} hidden /> : null)
    : kind === 'review-filing'
      ? (field: FieldModel) => (field.name === 'ground' ? <RejectionGround key="ground" form={form} field={field} task={task} />
        : field.name === 'soleJudgeOnAppeal' && !civilAppeal ? <span key={field.name} hidden /> : null)
      // Only an agent has a power of attorney.
      : kind === 'verify-identity' && task.facts['agent'] !== true
        ? (field: FieldModel) => (field.name === 'powerOfAttorney' ? <span key={field.name} hidden /> : null)
        // CPL-63: an authority that ends is neither general nor special; one that begins has not ended.
        : kind === 'verify-representative'
          ? (field: FieldModel) => (field.name !== 'authority' || field.control !== 'choice' ? null : ends ? <span key={field.name} hidden />
            : <DeskField key={field.name} field={{ ...field, options: field.options.filter((option) => option !== authorityEnded.authority) }} form={form} task={task} />)
          : undefined;
  return (
    <>
      {openedWith && <Refusal refusal={openedWith} label={t('task.lastRefusal')} />}
      <DeskTaskForm form={form} task={task} special={special} notice={<ChangedMeanwhile task={task} />} />
    </>
  );
}

/** A time that was chosen in the week's page: it stands in the address, and goes into the form once. */
function useChosenInWeek(form: TaskForm, decision: string | undefined): void {
  const { day, startTime, courtroomId } = route.useSearch();
  const taken = useRef(false);
  const { ready, setMany } = form;
  useEffect(() => {
    if (!ready || taken.current || decision === undefined || !day || !startTime || !courtroomId) return;
    taken.current = true;
    setMany({ decision, day, startTime, courtroomId });
  });
}

function Refusal({ refusal, label }: { refusal: z.infer<typeof refusalShape>; label: string }) {
  const say = useWords();
  return <Alert className="task-refusal" type="warning" showIcon title={<>{label}{say(refusal.message)} <Articles ids={refusal.articles} /></>} />;
}

/** Somebody else answered or took the task while this form was open. */
function ChangedMeanwhile({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const [atFirst] = useState(task);
  if (task.state === 'completed') {
    return <Alert type="warning" showIcon title={t('task.completedMeanwhile', { by: task.completedBy?.name ?? '', at: task.completedAt ? formatInstant(task.completedAt, 'dateTime', language) : '' })} />;
  }
  if (task.state === 'withdrawn') return <Alert type="warning" showIcon title={t('task.withdrawnMeanwhile')} />;
  if (task.claimedBy && task.claimedBy.personId !== atFirst.claimedBy?.personId) return <Alert type="info" showIcon title={t('task.claimedMeanwhile', { by: task.claimedBy.name })} />;
  return null;
}
