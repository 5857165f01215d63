import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { othersCanEnter } from './folders.ts';
import { house, setUp } from './house.ts';
import type { Part } from './part.ts';
import { findProgram } from './programs.ts';
import { temporal } from './temporal.ts';
import { xorriso } from './xorriso.ts';

let folder: string;
const before = { ...process.env };
beforeEach(() => { folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kaiting-parts-'))); });
afterEach(() => {
  rmSync(folder, { recursive: true });
  for (const name of ['PATH', 'KAITING_XORRISO', 'KAITING_TEMPORAL', 'KAITING_CACHE']) {
    if (before[name] === undefined) delete process.env[name];
    else process.env[name] = before[name];
  }
});

function program(name: string, text = 'exit 0'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('a part is looked for', () => {
  test('by its setting first, then on PATH', async () => {
    const onPath = program('xorriso');
    process.env.PATH = `${folder}:${process.env.PATH}`;
    delete process.env.KAITING_XORRISO;
    expect(await xorriso.find()).toEqual({ path: onPath, from: 'path' });
    process.env.KAITING_XORRISO = program('elsewhere/my-xorriso');
    expect(await xorriso.find()).toEqual({ path: path.join(folder, 'elsewhere/my-xorriso'), from: 'setting' });
  });

  test('and a setting that points nowhere is told, never ignored', async () => {
    process.env.KAITING_XORRISO = '/nowhere/xorriso';
    await expect(xorriso.find()).rejects.toThrow('KAITING_XORRISO is set to /nowhere/xorriso, and nothing is there.');
  });

  test('and a Temporal that is too old is passed over for the one in the cache', async () => {
    delete process.env.KAITING_TEMPORAL;
    program('temporal', 'echo "temporal version 1.0.0 (Server 1.24.2, UI 2.28.0)"');
    process.env.PATH = `${folder}:/usr/bin:/bin`;
    process.env.KAITING_CACHE = path.join(folder, 'cache');
    expect(await temporal.find()).toBeUndefined();
    const cached = program('cache/temporal-1.5.1/bin/temporal');
    expect(await temporal.find()).toEqual({ path: cached, from: 'cache' });
    program('temporal', 'echo "temporal version 1.6.0 (Server 1.30.0, UI 2.43.0)"');
    expect((await temporal.find())?.from).toBe('path');
  });

  test('and is not found where it is not', () => {
    process.env.PATH = folder;
    expect(findProgram('KAITING_NO_SUCH_SETTING', 'no-such-program')).toBeUndefined();
  });
});

describe('setting up', () => {
  const part = (name: string, more: Partial<Part>): Part => ({
    name, purpose: 'tests', neededFor: 'running', advice: `Type: get ${name}`, find: async () => undefined, install: async () => {}, healthy: async () => '1', ...more,
  });

  test('installs what is missing and leaves alone what is there', async () => {
    let installed = false;
    const missing = part('missing', { find: async () => (installed ? { path: '/here', from: 'cache' } : undefined), install: async () => { installed = true; } });
    const there = part('there', { find: async () => ({ path: '/there', from: 'path' }), install: async () => { throw new Error('installed without need'); } });
    const found = await setUp([missing, there], () => {});
    expect([...found]).toEqual(expect.arrayContaining([['missing', { path: '/here', from: 'cache' }], ['there', { path: '/there', from: 'path' }]]));
  });

  test('names every part that cannot be had, with what to type', async () => {
    const refused = part('refused', { install: async () => { throw new Error('sudo asks for a password. Type: get refused'); } });
    const vain = part('vain', {});
    await expect(setUp([refused, vain], () => {})).rejects.toThrow(/sudo asks for a password. Type: get refused[\s\S]*vain was installed and still is not there. Type: get vain|vain[\s\S]*refused/);
  });

  test('every part of the house says what to type', () => {
    expect(house.filter((each) => !/Type|Run|Install|set /.test(each.advice)).map((each) => each.name)).toEqual([]);
  });
});

describe('another user of the machine', () => {
  test('can enter a folder only when every folder above is open', () => {
    chmodSync(folder, 0o755);
    mkdirSync(path.join(folder, 'home/data'), { recursive: true, mode: 0o755 });
    expect(othersCanEnter(path.join(folder, 'home/data/new'))).toBe(true);
    chmodSync(path.join(folder, 'home'), 0o700);
    expect(othersCanEnter(path.join(folder, 'home/data/new'))).toBe(false);
  });
});
