/**
 * Tells every open case when the court's calendar has changed: a closing day was added or taken back by the manager, or a
 * year that was provisional is published (with a new version of its data).
 *
 * If the process dies here: a change that not every case was told of stays untold, and the next look tells all again; a
 * case that hears of it twice looks at its dates twice. Several workers may look at once for the same reason.
 */
import { createProcessLog } from '#adapters/log/log.ts';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CalendarSource } from '#adapters/calendar/port.ts';
import type { Sql } from '#db/connect.ts';
import { notePublished, toldChange, untoldChanges } from '#db/queries/closing-days.ts';
import { openStreams } from '#db/queries/supervision.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import { caseWorkflowId } from '#domain/case/ids.ts';
import { signals } from '#domain/messages/messages.ts';
import type { CalendarChanged } from '#domain/messages/scheduling.ts';

interface Watched { sql: Sql; temporal: Client; calendar: CalendarSource }

const atOnce = 20;

/** Looks once: this year, and the two after it. */
export async function seePublishedYears({ sql, calendar }: Watched, now: number): Promise<void> {
  const year = yearOf(dayOf(now));
  await notePublished(sql, await calendar.load([year, year + 1, year + 2]));
}

/** Tells every open case of every change that is not told yet, in order. @returns how many changes were told */
export async function tellChanges({ sql, temporal }: Watched): Promise<number> {
  const changes = await untoldChanges(sql);
  for (const { id, what } of changes) {
    const { cases } = await openStreams(sql);
    for (let from = 0; from < cases.length; from += atOnce) {
      await Promise.all(cases.slice(from, from + atOnce).map(async (caseId) => {
        const message: CalendarChanged = { changeId: id, what };
        try {
          await temporal.workflow.getHandle(caseWorkflowId(caseId)).signal(signals.calendarChanged, message);
        } catch (error) {
          if (!(error instanceof WorkflowNotFoundError)) throw error; // It has just been closed.
        }
      }));
    }
    await toldChange(sql, id);
  }
  return changes.length;
}

/** @returns how to stop */
export function watchCalendar(watched: Watched, everyMs = 2_000): () => Promise<void> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    await seePublishedYears(watched, Date.now()).catch(said);
    while (!stopped) {
      await tellChanges(watched).catch(said);
      await new Promise<void>((resolve) => { wake = resolve; setTimeout(resolve, everyMs).unref(); });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}

const log = createProcessLog('worker');
/** What is away comes back, and the next look finds the same. */
const said = (error: unknown): void => { log.error({ why: error instanceof Error ? error.message : String(error) }, 'the calendar watch'); };
