/**
 * Every answer that a task can be given, every exit of a stage, every way of closing a case: each is named here as the
 * journal shows it, so that a run of all workflow tests can tell which of them no test ever took (exits-reporter.mjs).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closedWords, stageExits } from '#domain/case/stages.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import { answerGiven, answersOf } from '#domain/tasks/answers.ts';
import { taskCatalogue, taskKindNames } from '#domain/tasks/catalogue.ts';

/** Where the tests of one run tell what they took, a file a test file; absent outside such a run. */
export const exitsFolderVariable = 'KAITING_EXITS_TAKEN';

export const everyExit = (): string[] => [
  ...taskKindNames.flatMap((kind) => answersOf(taskCatalogue[kind].outcome).values.map((answer) => `task ${kind}: ${answer}`)),
  ...Object.entries(stageExits).flatMap(([stage, exits]) => Object.keys(exits).map((exit) => `stage ${stage}: ${exit}`)),
  ...Object.keys(closedWords).map((how) => `closed: ${how}`),
];

/** Which exit an entry of a journal is, if it is one. */
export function exitOf(entry: JournalEntry): string | undefined {
  if (entry.kind === 'task-completed') return `task ${entry.data.kind}: ${answerGiven(taskCatalogue[entry.data.kind].outcome, entry.data.outcome)}`;
  if (entry.kind === 'stage-ended') return `stage ${entry.data.stage}: ${entry.data.exit}`;
  if (entry.kind === 'case-closed') return `closed: ${entry.data.how}`;
  return undefined;
}

/** @returns the exits that none of these took */
export function neverTaken(taken: Iterable<string>): string[] {
  const those = new Set(taken);
  return everyExit().filter((exit) => !those.has(exit));
}

/** Tells the run what the tests of this file took. @param testFile its path in the repository */
export function tellExitsTaken(testFile: string, taken: ReadonlySet<string>): void {
  const folder = process.env[exitsFolderVariable];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${testFile.replaceAll(/[^\w.-]/g, '_')}-${crypto.randomUUID()}.json`), JSON.stringify({ testFile, taken: [...taken] }));
}
