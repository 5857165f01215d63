/** Every page of the web and every kind of task is opened in a real browser by some walk of `npm run test:faults`. */
import { expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { taskKindNames } from '#domain/tasks/catalogue.ts';
import { pageOf, walks, type Opens } from './register.ts';

const root = path.join(import.meta.dirname, '..', '..');
const registered = Object.entries<Opens>(walks);
const areas = ['demonstration', 'party', 'room', 'signing', 'staff'];

/** The addresses that the router knows, as its files say them: pages import what only a browser has. */
function addresses(): string[] {
  const files = readdirSync(path.join(root, 'web/src'), { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'routes.tsx');
  expect(files.map((file) => path.dirname(file)).sort()).toEqual(areas);
  return files.flatMap((file) => {
    const source = readFileSync(path.join(root, 'web/src', file), 'utf8');
    const found = [...source.matchAll(/getParentRoute: \(\) => (\w+), path: '([^']+)'/g)].map(([, parent, address]) => ({ parent, address: String(address) }));
    expect(found).toHaveLength(source.split('createRoute({').length - 1);
    // `/desk` is the frame of the pages below it.
    return found.filter(({ address }) => address !== '/desk').map(({ parent, address }) => (parent === 'desk' ? `/desk${address}` : address));
  });
}

test('every page of the router is opened by a walk', () => {
  const opened = new Set<string>(registered.flatMap(([, { pages }]) => pages));
  expect(addresses().filter((address) => !opened.has(address))).toEqual([]);
  expect([...opened].filter((address) => !addresses().includes(address))).toEqual([]);
});

test('every kind of task is opened by a walk, where it is answered', () => {
  const opened = new Set<string>(registered.flatMap(([, { tasks }]) => tasks));
  expect(taskKindNames.filter((kind) => !opened.has(kind))).toEqual([]);
});

test('every walk is there, and ends with what the register says of it', () => {
  for (const [walk] of registered) expect(readFileSync(path.join(root, 'e2e/faults', `${walk}.test.ts`), 'utf8')).toContain(`opensWhatItSays('${walk}')`);
  const walking = readdirSync(path.join(root, 'e2e/faults')).filter((file) => /(^|-)pages\.test\.ts$/.test(file)).map((file) => file.replace('.test.ts', ''));
  expect(walking.filter((name) => !registered.some(([walk]) => walk === name))).toEqual([]);
});

test('an address belongs to the page that says most of it', () => {
  expect([pageOf('/desk'), pageOf('/desk/supervision/0/audit'), pageOf('/desk/calendar/days'), pageOf('/my/cases/0'), pageOf('/'), pageOf('/nowhere')])
    .toEqual(['/desk/', '/desk/supervision/$caseId/audit', '/desk/calendar/days', '/my/cases/$caseId', '/', undefined]);
});
