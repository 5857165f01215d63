/** What to do next, from everything that the home page shows. Pure, so that a table of tests says it all. */
import type { HomeHearing, HomeTask, HomeView } from '#api/contract/desk.ts';

export type NextStep =
  | { what: 'interrupted' | 'room'; hearing: HomeHearing }
  | { what: 'reminded' | 'overdue' | 'task'; task: HomeTask }
  | { what: 'mend'; hearing: HomeHearing; taskId: string; kind: string }
  | { what: 'waiting'; hearing: HomeHearing }
  | { what: 'roles'; count: number }
  | { what: 'nothing' };

/** The room opens half an hour before the session does. */
const roomOpensMs = 30 * 60_000;

/** @param now by the court's clock, ISO 8601. What cannot wait comes first. */
export function nextStep({ hearings, due, counts }: Pick<HomeView, 'hearings' | 'due' | 'counts'>, now: string): NextStep {
  const own = hearings.filter(({ insteadOf }) => insteadOf === null);
  const interrupted = own.find((hearing) => hearing.interruption !== null);
  if (interrupted) return { what: 'interrupted', hearing: interrupted };
  const opening = own.find((hearing) => hearing.state === 'open' || (hearing.roomOpen && Date.parse(hearing.startsAt) - Date.parse(now) < roomOpensMs));
  if (opening) return { what: 'room', hearing: opening };
  const answerable = due.filter(({ insteadOf, personal, role }) => !(insteadOf && personal) && role !== 'participant');
  const reminded = answerable.find((task) => task.reminded !== null);
  if (reminded) return { what: 'reminded', task: reminded };
  const overdue = answerable.find((task) => task.overdue);
  if (overdue) return { what: 'overdue', task: overdue };
  for (const hearing of hearings) {
    const mends = hearing.items.find(({ task }) => task?.mine)?.task;
    if (mends) return { what: 'mend', hearing, taskId: mends.taskId, kind: mends.kind };
  }
  const [first] = answerable;
  if (first) return { what: 'task', task: first };
  const waiting = own.find(({ items }) => items.some(({ state }) => state !== 'done'));
  if (waiting) return { what: 'waiting', hearing: waiting };
  return counts.roles > 0 ? { what: 'roles', count: counts.roles } : { what: 'nothing' };
}
