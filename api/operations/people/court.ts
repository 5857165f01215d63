/** The court itself, as every page shows it: its name, mode and clock, the discipline's version, the courtrooms. */
import type { ApiContext } from '#api/context.ts';
import { court } from '#domain/court/court.ts';
import { currentDiscipline } from '#domain/hearing/discipline.ts';

export async function readCourt(context: ApiContext) {
  const { mode, clock } = context.environment.court;
  const [{ now, offsetMs }, courtrooms] = await Promise.all([
    context.courtNow(),
    context.sql<{ id: string; name: string }[]>`select id, name from courtrooms where active order by id`,
  ]);
  return {
    name: court.name,
    mode,
    clock: { now: now.toISOString(), offsetMs, movable: mode === 'demonstration' && clock === 'movable' },
    disciplineVersion: currentDiscipline.version,
    courtrooms: courtrooms.map((room) => ({ ...room })),
  };
}
