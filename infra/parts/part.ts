// What every part of the house has in common: where it is looked for, how it is installed, how one
// sees that it works. One file a part stands beside this one.

/** Where a part was found. */
export type Origin = 'setting' | 'path' | 'cache' | 'package' | 'system';

/** A part that is there. `path` is what its users need: a program, or a folder of programs. */
export interface Found {
  path: string;
  from: Origin;
}

/** One real part that Kaiting cannot run, or cannot be tested, without. */
export interface Part {
  /** Short name, as `kaiting doctor` shows it. */
  name: string;
  /** What it is for, in a person's words. */
  purpose: string;
  neededFor: 'running' | 'tests';
  /** Looks for the part; undefined when it is not there. Changes nothing. */
  find(): Promise<Found | undefined>;
  /** Puts the part there. Throws with a sentence for a person when that is not possible. */
  install(say: Say): Promise<void>;
  /** Runs the part in the smallest way that proves it works, and returns its version. Throws when it does not. */
  healthy(found: Found): Promise<string>;
  /** What a person types where it cannot be installed by itself. */
  advice: string;
}

/** Tells a person what is being done. */
export type Say = (line: string) => void;

/** A part could not be had; the message says what to type. */
export class PartMissing extends Error {
  override name = 'PartMissing';
  constructor(part: Pick<Part, 'name' | 'advice'>, reason?: string) {
    super(`${part.name} cannot be had${reason ? ` (${reason})` : ''}. ${part.advice}`);
  }
}
