/** The procedure: one file a stage, typed by how each may end. */
import type { Stage, StageExit, StageOrClosed } from '#domain/case/stages.ts';
import { stageExits } from '#domain/case/stages.ts';
import type { CourtCase } from './court-case.ts';
import { archiving } from './archiving.ts';
import { consent } from './consent.ts';
import { evidence } from './evidence.ts';
import { filing } from './filing.ts';
import { hearing } from './hearing.ts';
import { preparation } from './preparation.ts';
import { scheduling } from './scheduling.ts';
import { signing } from './signing.ts';

type Stages = { [S in Stage]: (courtCase: CourtCase) => Promise<StageExit<S>> };

export const stages: Stages = { filing, consent, evidence, scheduling, preparation, hearing, signing, archiving };

/** Where a stage's exit leads. */
export function after(stage: Stage, exit: string): StageOrClosed {
  const exits: Record<string, StageOrClosed> = stageExits[stage];
  const next = exits[exit];
  if (next === undefined) throw new Error(`Stage ${stage} has no exit ${exit}`);
  return next;
}
