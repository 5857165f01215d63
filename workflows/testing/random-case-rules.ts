/** What must hold of every case, whatever happened in it. */
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, workingDaysBetween } from '#domain/calendar/working-calendar.ts';
import { stages } from '#domain/case/stages.ts';
import { decideScope } from '#domain/case/scope.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { isArticleId } from '#domain/law/articles.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import type { TestCase } from '#workflows/testing/court.ts';

/** Returns what does not hold, in words; empty when all does. */
export async function brokenRules(the: TestCase): Promise<string[]> {
  return [...gaps(the), ...leftOpen(the), ...withoutArticle(the.entries), ...(await wrongDays(the)), ...unlawfulHearings(the), ...wrongScope(the)];
}

/** Numbered without gaps, in each of its journals. */
function gaps(the: TestCase): string[] {
  return [...the.court.journals].flatMap(([stream, entries]) => {
    const seqs = entries.map((entry) => entry.seq);
    return seqs.every((seq, index) => seq === index + 1) ? [] : [`the journal ${stream} has a gap: ${seqs.join(' ')}`];
  });
}

function leftOpen(the: TestCase): string[] {
  return the.openTasks.map((task) => `${task.kind} is open although the case is closed`);
}

/** What the court does rests on an article; what the system does to repair itself rests on none. */
function withoutArticle(entries: readonly JournalEntry[]): string[] {
  return entries.flatMap((entry) => {
    const cited = articlesOf(entry);
    if (cited === undefined) return [];
    const unknown = cited.filter((id) => !isArticleId(id));
    return cited.length > 0 && unknown.length === 0 ? [] : [`${entry.kind} (entry ${entry.seq}) cites ${cited.length === 0 ? 'no article' : `the unknown ${unknown.join(', ')}`}`];
  });
}

function articlesOf(entry: JournalEntry): readonly string[] | undefined {
  switch (entry.kind) {
    case 'stage-entered':
    case 'hearing-phase':
      return entry.data.articles;
    case 'decision':
      return entry.data.what === 'recording-not-composed' ? ['REC-4'] : entry.data.articles;
    case 'task-opened':
      return entry.data.task.kind === 'repair-step' ? undefined : (taskCatalogue[entry.data.task.kind] as TaskKind).articles;
    case 'case-closed':
      // A step that operations ended for good: no article says so.
      return entry.data.how === 'offline' && entry.data.articles.length === 0 ? undefined : entry.data.articles;
    default:
      return undefined;
  }
}

/** A period in working days ends on a working day; a hearing has three working days before it (G4) and is on one itself. */
async function wrongDays(the: TestCase): Promise<string[]> {
  const days = the.entries.map((entry) => dayOf(Date.parse(entry.at)));
  const years = [...new Set([...days, ...the.data('hearing-scheduled').map(({ hearing }) => dayOf(Date.parse(hearing.startsAt)))].map((day) => Number(day.slice(0, 4))))];
  const calendar = await stateCouncilCalendar().load([...years, Math.max(...years) + 1]);
  const deadlines = the.data('task-opened').flatMap(({ task }) => {
    if (((taskCatalogue[task.kind] as TaskKind).due.in !== 'workingDays' && task.kind !== 'review-filing' && task.kind !== 'correct-filing') || task.dueAt === undefined) return [];
    const day = dayOf(Date.parse(task.dueAt));
    return isWorkingDay(calendar, day) ? [] : [`${task.kind} is due on ${day}, which is no working day`];
  });
  const hearings = the.data('hearing-scheduled').flatMap(({ hearing }) => {
    const [noticed, held]: [ShanghaiDay, ShanghaiDay] = [dayOf(Date.parse(hearing.noticedAt)), dayOf(Date.parse(hearing.startsAt))];
    const counted = workingDaysBetween(calendar, noticed, held);
    return [
      ...(isWorkingDay(calendar, held) ? [] : [`a hearing on ${held}, which is no working day`]),
      ...(counted >= 3 ? [] : [`a hearing on ${held} after a notice on ${noticed}: ${counted} working days`]),
    ];
  });
  return [...deadlines, ...hearings];
}

/** G4, G5: nothing begins before every notice is proven and every identity verified. */
function unlawfulHearings(the: TestCase): string[] {
  return the.data('hearing-scheduled').flatMap(({ hearing: { hearingId } }) => {
    const begun = the.entries.find((entry) => entry.kind === 'hearing-phase' && entry.data.hearingId === hearingId && entry.data.to === 'discipline');
    if (!begun) return [];
    const before = the.entries.filter((entry) => entry.at <= begun.at);
    return the.filing.participants.flatMap(({ participantId }) => {
      const proven = before.some((entry) => entry.kind === 'notice-proven' && entry.data.hearingId === hearingId && entry.data.participantId === participantId);
      return proven ? [] : [`the hearing ${hearingId} began before the notice of ${participantId} was proven`];
    });
  });
}

/** G1: a case that may not be heard online is never asked about, and each stage follows from the one before. */
function wrongScope(the: TestCase): string[] {
  const day = dayOf(Date.parse(the.entries[0]?.at ?? ''));
  const entered = the.data('stage-entered').map(({ stage }) => stage);
  const first = entered.find((stage, index) => stages.indexOf(stage) > stages.indexOf(entered[index - 1] ?? 'filing') + 1);
  const { value } = decideScope(the.filing.facts, day);
  return [
    ...(first === undefined ? [] : [`the stage ${first} was entered out of turn`]),
    ...(!value.online && entered.includes('evidence') ? ['a case that the scope excludes went on online'] : []),
  ];
}
