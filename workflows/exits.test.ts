/** Every kind of task, and every answer that decides how it ends, is given in some test of a workflow: by its name, in one and the same test. */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { taskCatalogue, taskKindNames, type TaskKindName } from '#domain/tasks/catalogue.ts';

const own = path.basename(import.meta.filename);
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => (file.endsWith('.test.ts') && file !== own) || file === path.join('testing', 'walk.ts'));

/** The tests and their helpers, one by one, with the outcomes that they name. */
const pieces = files.flatMap((file) => {
  const source = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  const outcomes = [...source.matchAll(/^ *const (\w+)(.*)$/gm)].map(([, name, text]) => ({ name: new RegExp(`\\b${String(name)}\\b`), text: String(text) }));
  return source.split(/^(?= {0,2}(?:test|const|(?:export )?(?:async )?function|export const|describe)\b)/m)
    .map((piece) => [piece, ...outcomes.filter(({ name }) => name.test(piece)).map(({ text }) => text)].join('\n'));
});

/** What can be decided: the values of the field that tells the answers apart. None for a task that is done in one way. */
function exitsOf(kind: TaskKindName): string[] {
  const { oneOf, anyOf } = z.toJSONSchema(taskCatalogue[kind].outcome, { io: 'input' }) as { oneOf?: Option[]; anyOf?: Option[] };
  return (oneOf ?? anyOf ?? []).flatMap(({ properties }) => Object.values(properties).flatMap((field) => (typeof field.const === 'string' ? [field.const] : [])).slice(0, 1));
}
interface Option { properties: Record<string, { const?: unknown }> }

test.each(taskKindNames)('%s', (kind) => {
  const about = pieces.filter((piece) => piece.includes(`'${kind}'`));
  expect(about).not.toEqual([]);
  expect(exitsOf(kind).filter((exit) => !about.some((piece) => piece.includes(`'${exit}'`)))).toEqual([]);
});
