/** The straight path in steps, for tests that look at one stretch of it. */
import { dayOf } from '#domain/calendar/day.ts';
import { earliestLawfulDay } from '#domain/scheduling/notice.ts';
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import type { OpenedTask } from '#domain/journal/entries.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';
import { people, type TestCase } from '#workflows/testing/court.ts';

export const minutes = 60_000;

export async function accepted(the: TestCase): Promise<void> {
  await the.answer('review-filing', { decision: 'accept' }, people.filingClerk);
}

export async function agreed(the: TestCase): Promise<void> {
  await accepted(the);
  await the.answer('consent-online', { decision: 'consent' }, people.defendant);
  await the.answer('permit-online', { decision: 'permit' });
}

export async function exchanged(the: TestCase): Promise<void> {
  await agreed(the);
  await evidenceGiven(the);
}

export async function evidenceGiven(the: TestCase): Promise<void> {
  const item = { title: '借条', source: '原告', proves: '借款事实', fileId: crypto.randomUUID() };
  await the.answer('submit-evidence', { items: [item] }, people.plaintiff);
  await the.answer('submit-evidence', { items: [] }, people.defendant);
  const task = await the.task('confirm-evidence');
  const [submitted] = task.facts['items'] as { evidenceId: string }[];
  await the.complete(task, { opinions: [{ evidenceId: submitted?.evidenceId, authenticity: true, legality: true, relevance: true, remark: '' }] }, people.defendant);
}

export async function lawfulDay(the: TestCase): Promise<string> {
  const now = await the.court.env.currentTimeMs();
  const year = Number(dayOf(now).slice(0, 4));
  return earliestLawfulDay(await stateCouncilCalendar().load([year, year + 1]), dayOf(now));
}

export async function scheduled(the: TestCase): Promise<void> {
  const day = await lawfulDay(the);
  await the.answer('schedule-hearing', { decision: 'schedule', kind: 'trial', day, startTime: '09:30', durationMinutes: 120, courtroomId: 'c1' });
}

const tested = { result: 'ready', venue: true, network: true, video: true, sound: true, platform: true } as const;
const technologyTested = { result: 'ready', network: true, video: true, sound: true, recording: true, platform: true } as const;
/** G5: every other party was asked, and none objects. */
export const noObjections = (facts: Record<string, unknown>) => (facts['others'] as string[]).map((participantId) => ({ participantId, view: 'noObjection' as const, remark: '' }));
export const channel = { channel: 'pc', network: true, camera: true, microphone: true, speaker: true, venueClosedAndQuiet: true } as const;

export async function prepared(the: TestCase): Promise<void> {
  await the.until('stage preparation', () => the.data('stage-entered').at(-1)?.stage === 'preparation');
  for (const person of [people.plaintiff, people.defendant]) {
    await the.answer('choose-channel', channel, person);
    const task = await the.task('verify-identity', (open) => open.facts['participantId'] === the.participantOf(person));
    await the.complete(task, { decision: 'verified', documents: '居民身份证', views: noObjections(task.facts), ...(task.facts['agent'] ? { powerOfAttorney: true } : {}) }, people.clerk);
  }
  await the.answer('test-courtroom', tested);
  await the.answer('test-courtroom-technology', technologyTested);
}

export const about = (the: TestCase, kind: TaskKindName, person: string): Promise<OpenedTask & { stream: string }> => the.task(kind, (open) => open.facts['participantId'] === the.participantOf(person));

export const everybody = [people.judge, people.clerk, people.plaintiff, people.defendant];

export async function opened(the: TestCase): Promise<void> {
  await the.until('hearing stage', () => the.data('stage-entered').at(-1)?.stage === 'hearing');
  const start = Date.parse(the.data('hearing-scheduled').at(-1)?.hearing.startsAt ?? '');
  await the.court.env.sleep(start - (await the.court.env.currentTimeMs()) - 20 * minutes);
  await the.until('room', () => the.data('hearing-room').some((room) => room.state === 'provisioned'));
  await the.presence('present', everybody);
  await the.until('presence', () => the.data('presence-changed').length >= everybody.length);
  await the.move('read-discipline', 'clerk');
  for (const person of [people.plaintiff, people.defendant]) await the.answer('acknowledge-discipline', { acknowledged: true, version: '2026-01' }, person);
  await the.move('open', 'judge');
}

export async function closed(the: TestCase): Promise<void> {
  for (const move of ['begin-evidence', 'begin-debate', 'begin-final-statements', 'close']) await the.move(move, 'judge');
}

export async function signature(the: TestCase, person: string, more: { next?: 'archive' | 'anotherSession' } = {}): Promise<void> {
  const task = await the.task('sign-transcript', (open) => open.assignee.personId === person);
  await the.complete(task, { decision: 'sign', versionHash: task.facts['sha256'], signatureFileId: crypto.randomUUID(), verifiedBy: 'phoneCode', ...more }, person);
}

export async function signed(the: TestCase, next: 'archive' | 'anotherSession' = 'archive'): Promise<void> {
  await the.answer('finish-transcript', { finished: true });
  await signature(the, people.plaintiff);
  await signature(the, people.defendant);
  await signature(the, people.clerk);
  await signature(the, people.judge, { next });
}
