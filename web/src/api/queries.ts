/** Every read of the pages, with its key. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { noteSignedIn } from '#web/session/session-expired.ts';

type TaskFilter = Parameters<typeof api.tasks.list>[0];
type QueueChoice = NonNullable<Parameters<typeof api.queue.page>[0]>;
type CaseFilter = Parameters<typeof api.cases.list>[0];

export const queries = {
  /** Who is signed in; the error UNAUTHENTICATED means nobody. */
  me: () => queryOptions({
    queryKey: queryKeys.me,
    queryFn: async () => {
      const me = await api.people.me();
      noteSignedIn();
      return me;
    },
    staleTime: 5 * 60_000,
  }),
  court: () => queryOptions({ queryKey: queryKeys.court, queryFn: () => api.people.court(), staleTime: 5 * 60_000 }),
  tasks: (filter: TaskFilter) => queryOptions({ queryKey: [...queryKeys.tasks, filter], queryFn: () => api.tasks.list(filter), placeholderData: keepPreviousData }),
  /** A list of the work queue, page after page. */
  queue: (content: QueueChoice) => infiniteQueryOptions({
    queryKey: [...queryKeys.tasks, 'queue', content], initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => api.queue.page({ ...content, ...(pageParam ? { after: pageParam } : {}) }),
    getNextPageParam: (last) => last.next ?? undefined, placeholderData: keepPreviousData,
  }),
  comments: (taskId: string) => queryOptions({ queryKey: queryKeys.comments(taskId), queryFn: () => api.queue.comments({ taskId }) }),
  savedViews: () => queryOptions({ queryKey: queryKeys.savedViews, queryFn: () => api.queue.views({}) }),
  task: (taskId: string) => queryOptions({ queryKey: [...queryKeys.tasks, 'one', taskId], queryFn: () => api.tasks.get({ taskId }) }),
  cases: (filter: CaseFilter) => queryOptions({ queryKey: [...queryKeys.cases, filter], queryFn: () => api.cases.list(filter), placeholderData: keepPreviousData }),
  case: (caseId: string) => queryOptions({ queryKey: queryKeys.case(caseId), queryFn: () => api.cases.get({ caseId }) }),
  casePeople: (caseId: string) => queryOptions({ queryKey: [...queryKeys.case(caseId), 'people'], queryFn: () => api.casePeople.get({ caseId }) }),
  timeline: (caseId: string) => queryOptions({ queryKey: [...queryKeys.case(caseId), 'timeline'], queryFn: () => api.cases.timeline({ caseId }) }),
  slots: (caseId: string, durationMinutes = 120) => queryOptions({ queryKey: [...queryKeys.case(caseId), 'slots', durationMinutes], queryFn: () => api.cases.slots({ caseId, durationMinutes }), placeholderData: keepPreviousData }),
  unavailableDays: (caseId: string) => queryOptions({ queryKey: [...queryKeys.case(caseId), 'unavailable'], queryFn: () => api.availability.mine({ caseId }) }),
  calendarYear: (year: number) => queryOptions({ queryKey: [...queryKeys.calendar, year], queryFn: () => api.calendar.year({ year }) }),
  week: (day: string, caseId?: string, durationMinutes = 120) => queryOptions({
    queryKey: [...queryKeys.cases, 'week', day, caseId ?? '', durationMinutes], queryFn: () => api.calendar.week({ day, durationMinutes, ...(caseId ? { caseId } : {}) }), placeholderData: keepPreviousData,
  }),
  /** Stale with every change of a task or a case; the clock makes it old too. */
  home: () => queryOptions({ queryKey: [...queryKeys.tasks, 'home'], queryFn: () => api.desk.home(), refetchInterval: 60_000, placeholderData: keepPreviousData }),
  colleagues: (taskId: string) => queryOptions({ queryKey: [...queryKeys.tasks, 'colleagues', taskId], queryFn: () => api.desk.colleagues({ taskId }) }),
  // A head hears no live changes of cases that she has no part in: she asks.
  escalated: () => queryOptions({ queryKey: [...queryKeys.tasks, 'escalated'], queryFn: () => api.desk.escalated(), refetchInterval: 5_000 }),
  absences: () => queryOptions({ queryKey: queryKeys.absences, queryFn: () => api.desk.absences(), refetchInterval: 30_000 }),
  caseTasks: (caseId: string, kind: string, state: 'open' | 'completed') => queryOptions({
    queryKey: [...queryKeys.tasks, 'case', caseId, kind, state],
    queryFn: () => api.tasks.list({ view: 'case', caseId, kind, state, limit: 100 }),
  }),
  hearing: (hearingId: string) => queryOptions({ queryKey: queryKeys.hearing(hearingId), queryFn: () => api.hearings.get({ hearingId }) }),
  transcript: (hearingId: string) => queryOptions({ queryKey: queryKeys.transcript(hearingId), queryFn: () => api.hearings.transcript({ hearingId }) }),
  /** What is being made for somebody is asked about until it is there. */
  recording: (hearingId: string) => queryOptions({
    queryKey: [...queryKeys.hearing(hearingId), 'recording'], queryFn: () => api.recordings.get({ hearingId }),
    refetchInterval: ({ state: { data } }) => (data && (data.recording === null || data.extracts.some((one) => one.fileId === null && !one.failed) || data.requests.some((one) => one.state === 'preparing')) ? 3_000 : false),
  }),
  myRecordings: (caseId: string) => queryOptions({ queryKey: [...queryKeys.case(caseId), 'recordings'], queryFn: () => api.recordings.mine({ caseId }) }),
  livestream: (hearingId: string) => queryOptions({ queryKey: [...queryKeys.hearing(hearingId), 'livestream'], queryFn: () => api.livestreams.get({ hearingId }) }),
  // Operations hear no live changes of cases that they have no part in: they ask.
  failedSteps: () => queryOptions({ queryKey: [...queryKeys.supervision, 'failed-steps'], queryFn: () => api.supervision.failedSteps(), refetchInterval: 5_000 }),
  failures: () => queryOptions({ queryKey: [...queryKeys.supervision, 'failures'], queryFn: () => api.repairs.list(), refetchInterval: 3_000 }),
  effectsOfStep: (taskId: string) => queryOptions({ queryKey: [...queryKeys.supervision, 'effects', taskId], queryFn: () => api.repairs.effects({ taskId }) }),
  resets: () => queryOptions({ queryKey: [...queryKeys.supervision, 'resets'], queryFn: () => api.resets.list(), refetchInterval: 5_000 }),
  resetPoints: (caseId: string) => queryOptions({ queryKey: [...queryKeys.supervision, 'reset-points', caseId], queryFn: () => api.resets.points({ caseId }), staleTime: Infinity }),
  resetPreview: (caseId: string, eventId: number) => queryOptions({ queryKey: [...queryKeys.supervision, 'reset-preview', caseId, eventId], queryFn: () => api.resets.preview({ caseId, eventId }), gcTime: 0 }),
  ambiguousEffects: () => queryOptions({ queryKey: [...queryKeys.supervision, 'ambiguous'], queryFn: () => api.repairs.ambiguous(), refetchInterval: 5_000 }),
  health: () => queryOptions({ queryKey: [...queryKeys.supervision, 'health'], queryFn: () => api.supervision.health(), refetchInterval: 5_000 }),
  machinery: () => queryOptions({ queryKey: [...queryKeys.supervision, 'machinery'], queryFn: () => api.health.look(), refetchInterval: 5_000 }),
  handbook: () => queryOptions({ queryKey: [...queryKeys.supervision, 'handbook'], queryFn: () => api.health.handbook(), staleTime: Infinity }),
  outbox: (phone?: string) => queryOptions({ queryKey: [...queryKeys.outbox, phone ?? ''], queryFn: () => api.demonstration.outbox(phone ? { phone } : {}) }),
};
