/** What must hold of every case, whatever happened in it. */
import { stateCouncilCalendar } from '#adapters/calendar/state-council-calendar.ts';
import { dayOf, type ShanghaiDay } from '#domain/calendar/day.ts';
import { isWorkingDay, workingDaysBetween } from '#domain/calendar/working-calendar.ts';
import { stages, type Stage } from '#domain/case/stages.ts';
import type { Bench, CaseFacts, Participant } from '#domain/case/types.ts';
import { decideScope } from '#domain/case/scope.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { isArticleId } from '#domain/law/articles.ts';
import { articlesOfCase } from '#domain/law/of-case.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';
import { isOfOperations } from '#domain/tasks/repair-step.ts';
import type { TaskKind } from '#domain/tasks/task-kind.ts';
import type { TestCase } from '#workflows/testing/court.ts';

/** Returns what does not hold, in words; empty when all does. */
export async function brokenRules(the: TestCase): Promise<string[]> {
  return [...gaps(the), ...leftOpen(the), ...withoutArticle(the.entries), ...lawOfAnotherKind(the), ...(await wrongDays(the)), ...unlawfulHearings(the), ...unlawfulBench(the), ...wrongScope(the), ...wrongHappenings(the)];
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
    case 'decision':
      return entry.data.what === 'recording-not-composed' ? ['REC-4'] : entry.data.articles;
    case 'task-opened':
      return isOfOperations(entry.data.task.kind) ? undefined : entry.data.task.articles;
    case 'case-closed':
      // A step that operations ended for good: no article says so.
      return entry.data.how === 'offline' && entry.data.articles.length === 0 ? undefined : entry.data.articles;
    case 'task-overdue':
      // It cites who must answer for it where it went up to somebody; else the task's own stand.
      return undefined;
    default:
      return 'articles' in entry.data ? entry.data.articles : undefined;
  }
}

/** An administrative or criminal case, or an appeal, is not kept by the law of another kind (domain/law/of-case.ts). */
function lawOfAnotherKind(the: TestCase): string[] {
  const { facts } = the.filing;
  return the.entries.flatMap((entry) => {
    const cited = (articlesOf(entry) ?? []).filter(isArticleId);
    const own = articlesOfCase(facts, cited);
    return own.join() === cited.join() ? [] : [`${entry.kind} (entry ${entry.seq}) cites ${cited.join(', ')} in a case of ${facts.caseType} kind, where ${own.join(', ')} is the law`];
  });
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
    return takingPartAt(the, begun.at).flatMap(({ participantId }) => {
      const proven = before.some((entry) => entry.kind === 'notice-proven' && entry.data.hearingId === hearingId && entry.data.participantId === participantId);
      return proven ? [] : [`the hearing ${hearingId} began before the notice of ${participantId} was proven`];
    });
  });
}

/** PAL-18, PAL-19: no session is opened with an assessor who has not accepted; whoever was asked has answered, left, or the case is over. */
function unlawfulBench(the: TestCase): string[] {
  return the.data('assessor-invited').flatMap(({ of }) => the.entries.filter((entry) => entry.kind === 'hearing-phase' && entry.data.to === 'opening' && entry.data.move === 'open').flatMap((opening) => {
    const before = ofCase(the).filter((entry) => entry.at <= opening.at);
    const bench = before.findLast((entry) => entry.kind === 'bench-changed' || entry.kind === 'case-accepted')?.data as { bench: Bench } | undefined;
    const accepted = before.some((entry) => entry.kind === 'assessor-answered' && entry.data.of === of && entry.data.how === 'accepted');
    return accepted || !bench?.bench.panel?.includes(of) ? [] : [`a session was opened with the assessor ${of}, who had not accepted`];
  }));
}

/** Who took part when the session began, but for those who came when its room was about to open: the clerk verifies them before they are heard. */
function takingPartAt(the: TestCase, at: string): Participant[] {
  const inSession = the.entries.findLast((entry) => entry.kind === 'stage-entered' && entry.data.stage === 'hearing' && entry.at <= at)?.at ?? at;
  const before = the.participantsAt(inSession).map(({ participantId }) => participantId);
  return the.participantsAt(at).filter(({ participantId }) => before.includes(participantId));
}

/** The facts as they were filed, and as they changed until then. */
const factsAt = (the: TestCase, seq: number): CaseFacts => ofCase(the)
  .flatMap((entry) => (entry.kind === 'facts-changed' && entry.seq <= seq ? [entry.data.facts] : [])).reduce<CaseFacts>((facts, changed) => ({ ...facts, ...changed }), the.filing.facts);
const ofCase = (the: TestCase): JournalEntry[] => the.court.entries(the.stream);

/** G1: a case that may not be heard online is never asked about, and each stage follows from the one before. */
function wrongScope(the: TestCase): string[] {
  const entries = ofCase(the);
  const entered = entries.flatMap((entry) => (entry.kind === 'stage-entered' ? [{ stage: entry.data.stage, seq: entry.seq, at: entry.at }] : []));
  return [
    ...entered.flatMap(({ stage }, index) => (inTurn(the, stage, entered[index - 1]?.stage ?? 'filing') ? [] : [`the stage ${stage} was entered out of turn`])),
    ...entered.flatMap(({ stage, seq, at }) => (onlineStages.has(stage) && !decideScope(factsAt(the, seq), dayOf(Date.parse(at))).value.online ? [`a case that the scope excludes went on online with ${stage}`] : [])),
  ];
}
const onlineStages = new Set<Stage>(['evidence', 'scheduling', 'preparation', 'hearing']);

/** The archive alone may follow any stage: what was held is archived, however the case ends. */
function inTurn(the: TestCase, stage: Stage, before: Stage): boolean {
  if (stages.indexOf(stage) <= stages.indexOf(before) + 1) return true;
  return stage === 'archiving' && the.data('hearing-phase').some(({ to }) => to === 'opening');
}

/**
 * What ended or suspended the case: nothing is asked while it stands still but whether it goes on, nothing booked is left,
 * every session that was opened is recorded and in the archive, everybody has the ruling.
 */
function wrongHappenings(the: TestCase): string[] {
  const entries = ofCase(the);
  const { how } = the.data('case-closed')[0] ?? { how: undefined };
  const opened = the.data('hearing-phase').filter(({ to }) => to === 'opening').map(({ hearingId }) => hearingId);
  const cancelled = the.data('hearing-cancelled').map(({ hearingId }) => hearingId);
  const begun = new Set([...opened, ...the.data('hearing-ended').map(({ hearingId }) => hearingId)]);
  const decided = (decision: string) => the.data('happening-decided').filter((one) => one.decision === decision).length;
  const standing = entries.flatMap((entry, index) => {
    if (entry.kind !== 'case-suspended') return [];
    const until = entries.findIndex((later, at) => at > index && (later.kind === 'case-resumed' || later.kind === 'case-closed' || later.kind === 'stage-entered'));
    return entries.slice(index, until).flatMap((during) => (during.kind === 'task-opened' && !beside.has(during.data.task.kind) ? [`${during.data.task.kind} was asked while the case was suspended`] : []));
  });
  return [
    ...standing,
    ...the.data('hearing-scheduled').flatMap(({ hearing: { hearingId } }) => (cancelled.includes(hearingId) || begun.has(hearingId) ? [] : [`the hearing ${hearingId} was neither held nor cancelled`])),
    ...(cancelled.length === new Set(cancelled).size ? [] : ['a hearing was cancelled twice']),
    ...(how === 'sealed' || opened.length === 0 || the.data('archive-sealed').length === 1 || stepFailed(the) ? [] : [`a session was opened, and the case ended as ${how} without an archive`]),
    ...(how === 'withdrawn' && decided('permit') === 0 && !entries.some((entry) => entry.kind === 'happened' && entry.data.happening.what === 'withdrawalApplied') ? ['withdrawn, and nobody applied'] : []),
    ...(how === 'settled' && decided('received') + decided('withdrawal') === 0 && !the.data('hearing-scheduled').some(({ hearing }) => hearing.kind === 'mediation') ? ['settled, and nobody decided so'] : []),
    ...(the.data('case-resumed').length > the.data('case-suspended').length ? ['resumed without having been suspended'] : []),
  ];
}
/** Asked beside the stages, by happenings or by failing steps. */
const beside = new Set<string>([
  'resume-case', 'repair-step', 'confirm-repair', 'rule-on-withdrawal', 'decide-recusal', 'decide-replacement', 'answer-assessor-invitation', 'fill-assessor-seat', 'accept-invitation', 'verify-representative', 'decide-recordings-request',
]);
const stepFailed = (the: TestCase): boolean => the.data('step-repaired').some((repair) => repair.how === 'fail' || repair.how === 'skip');
