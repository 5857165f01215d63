/** Routes of the court's own pages: everything below `/desk` is for its staff. */
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { asProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { queryClient } from '#web/api/query-client.ts';
import { rootRoute } from '#web/root-route.tsx';
import { readHistorySearch, readLooksSearch, readStatisticsSearch } from '#web/staff/supervision/history-search.ts';
import { queueAddress } from '#web/staff/queue/queue-address.ts';
import { loadDeskWords } from '#web/i18n/i18n.ts';

const signIn = createRoute({
  getParentRoute: () => rootRoute, path: '/staff/sign-in', beforeLoad: loadDeskWords, component: lazyRouteComponent(() => import('#web/staff/session/StaffSignInPage.tsx'), 'StaffSignInPage'),
  validateSearch: (search: Record<string, unknown>): { back?: string } => (typeof search['back'] === 'string' ? { back: search['back'] } : {}),
});

const secondFactor = createRoute({ getParentRoute: () => rootRoute, path: '/staff/second-factor', beforeLoad: loadDeskWords, component: lazyRouteComponent(() => import('#web/staff/session/SecondFactorPage.tsx'), 'SecondFactorPage') });

const desk = createRoute({
  getParentRoute: () => rootRoute, path: '/desk', component: lazyRouteComponent(() => import('#web/staff/DeskLayout.tsx'), 'DeskLayout'),
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(queries.me()).catch((error: unknown) => {
      if (asProblem(error).code === 'UNAUTHENTICATED') throw redirect({ to: '/staff/sign-in', search: { back: location.href } });
      throw error;
    });
    if (!me.staff) throw notFound();
    // Outside the demonstration the court's staff have a second factor before they have anything else.
    if (!me.verified) throw redirect({ to: '/staff/second-factor' });
    await loadDeskWords();
  },
});
/** After signing in: a clerk's or judge's day begins with the home page, everybody else's with the queue. */
const start = createRoute({
  getParentRoute: () => desk, path: '/start',
  beforeLoad: async () => {
    const { roles } = await queryClient.ensureQueryData(queries.me());
    throw redirect({ to: roles.includes('clerk') || roles.includes('judge') ? '/desk/home' : '/desk', replace: true });
  },
});
const home = createRoute({ getParentRoute: () => desk, path: '/home', component: lazyRouteComponent(() => import('#web/staff/home/HomePage.tsx'), 'HomePage') });
const escalated = createRoute({ getParentRoute: () => desk, path: '/escalated', component: lazyRouteComponent(() => import('#web/staff/escalated/EscalatedPage.tsx'), 'EscalatedPage') });
const absences = createRoute({ getParentRoute: () => desk, path: '/absences', component: lazyRouteComponent(() => import('#web/staff/absence/AbsencePage.tsx'), 'AbsencePage') });
const queue = createRoute({
  getParentRoute: () => desk, path: '/', component: lazyRouteComponent(() => import('#web/staff/queue/QueuePage.tsx'), 'QueuePage'),
  validateSearch: queueAddress,
});
const printedQueue = createRoute({
  getParentRoute: () => desk, path: '/queue/print', component: lazyRouteComponent(() => import('#web/staff/queue/PrintPage.tsx'), 'PrintPage'),
  validateSearch: queueAddress,
});
/** Without what is not there. */
function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: string };
}
const text = (value: unknown): string | undefined => (typeof value === 'string' && value.length < 80 ? value : undefined);
const task = createRoute({
  // A time that was chosen in the week's page.
  validateSearch: (search: Record<string, unknown>): { day?: string; startTime?: string; courtroomId?: string } => given({ day: text(search['day']), startTime: text(search['startTime']), courtroomId: text(search['courtroomId']) }),
  getParentRoute: () => desk, path: '/tasks/$taskId', component: lazyRouteComponent(() => import('#web/staff/task/TaskPage.tsx'), 'TaskPage') });
const week = createRoute({
  getParentRoute: () => desk, path: '/calendar', component: lazyRouteComponent(() => import('#web/staff/calendar/WeekPage.tsx'), 'WeekPage'),
  validateSearch: (search: Record<string, unknown>): { day?: string; caseId?: string; taskId?: string } => given({ day: text(search['day']), caseId: text(search['caseId']), taskId: text(search['taskId']) }),
});
const closingDays = createRoute({
  getParentRoute: () => desk, path: '/calendar/days', component: lazyRouteComponent(() => import('#web/staff/calendar/ClosingDaysPage.tsx'), 'ClosingDaysPage'),
  validateSearch: (search: Record<string, unknown>): { year?: number } => (Number.isInteger(Number(search['year'])) && search['year'] !== undefined ? { year: Number(search['year']) } : {}),
});
const cases = createRoute({
  getParentRoute: () => desk, path: '/cases', component: lazyRouteComponent(() => import('#web/staff/case/CasesPage.tsx'), 'MyCasesPage'),
});
const courtCase = createRoute({ getParentRoute: () => desk, path: '/cases/$caseId', component: lazyRouteComponent(() => import('#web/staff/case/CasePage.tsx'), 'CasePage') });
const allCases = createRoute({ getParentRoute: () => desk, path: '/supervision', component: lazyRouteComponent(() => import('#web/staff/case/CasesPage.tsx'), 'AllCasesPage') });
const history = createRoute({ getParentRoute: () => desk, path: '/supervision/$caseId', component: lazyRouteComponent(() => import('#web/staff/supervision/HistoryPage.tsx'), 'HistoryPage'), validateSearch: readHistorySearch });
const auditOfCase = createRoute({ getParentRoute: () => desk, path: '/supervision/$caseId/audit', component: lazyRouteComponent(() => import('#web/staff/supervision/AuditPage.tsx'), 'AuditPage') });
const looks = createRoute({ getParentRoute: () => desk, path: '/looks', component: lazyRouteComponent(() => import('#web/staff/supervision/LooksPage.tsx'), 'LooksPage'), validateSearch: readLooksSearch });
const statistics = createRoute({ getParentRoute: () => desk, path: '/statistics', component: lazyRouteComponent(() => import('#web/staff/supervision/StatisticsPage.tsx'), 'StatisticsPage'), validateSearch: readStatisticsSearch });
const operations = createRoute({ getParentRoute: () => desk, path: '/operations', component: lazyRouteComponent(() => import('#web/staff/operations/OperationsPage.tsx'), 'OperationsPage') });
const health = createRoute({ getParentRoute: () => desk, path: '/health', component: lazyRouteComponent(() => import('#web/staff/health/HealthPage.tsx'), 'HealthPage') });
const handbook = createRoute({ getParentRoute: () => desk, path: '/health/handbook', component: lazyRouteComponent(() => import('#web/staff/health/HandbookPage.tsx'), 'HandbookPage') });
const resetWorkflow = createRoute({ getParentRoute: () => desk, path: '/operations/reset/$caseId', component: lazyRouteComponent(() => import('#web/staff/operations/ResetPage.tsx'), 'ResetPage') });
const transcript = createRoute({ getParentRoute: () => desk, path: '/hearings/$hearingId/transcript', component: lazyRouteComponent(() => import('#web/staff/transcript/TranscriptPage.tsx'), 'TranscriptPage') });
const recording = createRoute({ getParentRoute: () => desk, path: '/hearings/$hearingId/recording', component: lazyRouteComponent(() => import('#web/staff/recording/RecordingPage.tsx'), 'RecordingPage'),
  // The second at which the player opens.
  validateSearch: (search: Record<string, unknown>): { t?: number } => (Number(search['t']) > 0 ? { t: Number(search['t']) } : {}),
});
const livestream = createRoute({ getParentRoute: () => desk, path: '/hearings/$hearingId/livestream', component: lazyRouteComponent(() => import('#web/staff/livestream/LivestreamPage.tsx'), 'LivestreamPage') });
const signingRound = createRoute({ getParentRoute: () => desk, path: '/hearings/$hearingId/signing', component: lazyRouteComponent(() => import('#web/staff/signing-round/SigningRoundPage.tsx'), 'SigningRoundPage') });

export const staffRoutes = [
  signIn, secondFactor,
  desk.addChildren([start, home, escalated, absences, queue, printedQueue, task, week, closingDays, cases, courtCase, allCases, history, auditOfCase, looks, statistics, operations, resetWorkflow, health, handbook, transcript, livestream, recording, signingRound]),
] as const;
