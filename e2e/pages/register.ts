/**
 * Which walk opens what in a browser: every page of the router and every kind of task, in at least one walk (register.test.ts says
 * which are missing). A walk that looks at a page here has it checked by axe, in both languages, at its width.
 *
 * Each walk ends with `opensWhatItSays`: what it stands for here and did not open fails it, so that this table cannot go stale.
 */
import { expect, test } from '@jest/globals';
import type { router } from '#web/router.tsx';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

/** An address as the router has it: `/my/cases/$caseId`. */
export type PagePath = Exclude<keyof typeof router['routesByPath'], '/desk'>;

export interface Opens {
  pages: readonly PagePath[];
  /** Opened where they are answered: at the desk, on the person's own pages, at the signature, or in the room. */
  tasks: readonly TaskKindName[];
}

/** By the name of the walk's file: `e2e/faults/NAME.test.ts`. */
export const walks = {
  'audit-pages': { pages: ['/desk/looks', '/desk/statistics', '/desk/supervision/$caseId/audit'], tasks: [] },
  'bench-pages': { pages: ['/my/cases/$caseId/people'], tasks: ['accept-invitation', 'answer-assessor-invitation', 'decide-recusal', 'decide-replacement', 'fill-assessor-seat', 'review-filing', 'sign-transcript', 'verify-identity', 'verify-representative'] },
  'departure-pages': { pages: ['/room/$hearingId'], tasks: ['adjourn-hearing', 'resume-hearing', 'rule-on-departure', 'suspend-or-continue', 'verify-cause'] },
  'evidence-pages': { pages: ['/my/cases/$caseId/evidence'], tasks: ['guide-evidence'] },
  'filing-pages': { pages: ['/file'], tasks: ['correct-filing', 'review-filing'] },
  'happenings-pages': { pages: ['/my/cases/$caseId/tell'], tasks: ['resume-case', 'rule-on-suspension', 'rule-on-withdrawal'] },
  'health-pages': { pages: ['/desk/health'], tasks: [] },
  'home-pages': { pages: ['/desk/absences', '/desk/escalated', '/desk/home'], tasks: [] },
  'late-evidence-pages': { pages: ['/my/cases/$caseId/evidence'], tasks: ['admit-late-evidence'] },
  'livestream-pages': { pages: ['/desk/hearings/$hearingId/livestream'], tasks: ['apply-livestream', 'approve-livestream-division-head', 'approve-livestream-vice-president', 'assess-livestream-risk', 'decide-livestream-objection', 'note-livestream', 'screen-livestream'] },
  'mass-interest-pages': { pages: ['/desk/hearings/$hearingId/livestream'], tasks: ['report-livestream'] },
  'operations-pages': { pages: ['/desk/operations', '/desk/operations/reset/$caseId'], tasks: ['confirm-repair'] },
  pages: {
    pages: [
      '/', '/sign-in', '/staff/sign-in', '/demonstration/clock', '/demonstration/outbox', '/file', '/file/submitted/$caseId', '/my', '/my/verification', '/my/cases/$caseId', '/my/tasks/$taskId', '/room/$hearingId', '/sign/$taskId',
      '/desk/', '/desk/cases', '/desk/cases/$caseId', '/desk/hearings/$hearingId/signing', '/desk/hearings/$hearingId/transcript', '/desk/operations', '/desk/supervision', '/desk/supervision/$caseId', '/desk/tasks/$taskId',
    ],
    tasks: [
      'acknowledge-discipline', 'choose-channel', 'complete-archive', 'confirm-evidence', 'consent-online', 'correct-filing', 'explain-gap', 'finish-transcript', 'permit-online', 'phone-notice', 'propose-online',
      'record-refusal-to-sign', 'repair-step', 'resume-hearing', 'review-filing', 'schedule-hearing', 'sign-transcript', 'submit-evidence', 'suspend-or-continue', 'test-courtroom', 'verify-cause', 'verify-identity', 'waive-notice',
    ],
  },
  'queue-pages': { pages: ['/desk/', '/desk/queue/print'], tasks: [] },
  'recordings-pages': { pages: ['/desk/hearings/$hearingId/recording', '/my/cases/$caseId/recordings'], tasks: ['decide-recordings-request'] },
  'prosecution-pages': { pages: ['/file', '/my/cases/$caseId'], tasks: ['review-filing'] },
  'remaining-pages': { pages: ['/desk/health/handbook', '/desk/start', '/hearings/$hearingId', '/m/$meetingNumber', '/my/cases/$caseId/unavailable', '/staff/second-factor'], tasks: [] },
  'scheduling-pages': { pages: ['/desk/calendar', '/desk/calendar/days', '/my/cases/$caseId/device-test'], tasks: ['help-with-test', 'recheck-date', 'schedule-hearing', 'test-courtroom-technology', 'verify-identity'] },
  'session-pages': { pages: ['/room/$hearingId', '/sign/$taskId'], tasks: ['accept-invitation', 'confirm-mediation-agreement', 'enter-judgment', 'list-document-to-serve', 'receive-document', 'record-service', 'schedule-hearing', 'settle-issues', 'sign-mediation-agreement', 'sign-transcript', 'write-mediation-agreement'] },
  'settlement-pages': { pages: ['/my/cases/$caseId/tell'], tasks: ['confirm-settlement', 'decide-fact', 'receive-mediation-agreement', 'rule-on-settlement'] },
} as const satisfies Record<string, Opens>;

export type WalkName = keyof typeof walks;

/** Pages that lead on at once: there is nothing to look at. */
const leadingOn: readonly PagePath[] = ['/desk/start', '/m/$meetingNumber'];
const pages = [...new Set(Object.values<Opens>(walks).flatMap((walk) => walk.pages))];

/** The page that an address opens: the one that says most of it in full. */
export function pageOf(pathname: string): PagePath | undefined {
  const parts = pathname.replace(/(?<=.)\/$/, '').split('/');
  const parametersOf = (page: string) => page.split('/').filter((part) => part.startsWith('$')).length;
  const fits = (page: string) => {
    const wanted = page.replace(/(?<=.)\/$/, '').split('/');
    return wanted.length === parts.length && wanted.every((part, at) => (part.startsWith('$') ? parts[at] !== '' : part === parts[at]));
  };
  return pages.filter(fits).sort((one, other) => parametersOf(one) - parametersOf(other))[0];
}

const opened = new Set<string>();

/** A browser was led to an address. */
export function passed(address: string): void {
  const page = pageOf(new URL(address).pathname);
  if (page && leadingOn.includes(page)) opened.add(page);
}

/** A page is looked at, with the tasks that can be answered on it. */
export function lookedAt(address: string, tasks: readonly string[]): void {
  const page = pageOf(new URL(address).pathname);
  if (page) opened.add(page);
  for (const kind of tasks) opened.add(kind);
}

/** The last test of a walk. */
export function opensWhatItSays(walk: WalkName): void {
  test('what the register says was opened', () => {
    const { pages: own, tasks }: Opens = walks[walk];
    expect([...own, ...tasks].filter((one) => !opened.has(one))).toEqual([]);
  });
}
