import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodePackagesFit } from './bootstrap.mjs';

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'kaiting-lock-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

function lock(versions: Record<string, object>): void {
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'x' }, ...versions } }));
}
function installed(versions: Record<string, object>): void {
  mkdirSync(path.join(folder, 'node_modules'), { recursive: true });
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: versions }));
}

describe('the npm packages', () => {
  test('are installed when nothing is there', () => {
    lock({ 'node_modules/zod': { version: '4.0.0' } });
    expect(nodePackagesFit(folder)).toBe(false);
  });

  test('are left alone when they are the lock file’s, also without another platform’s', () => {
    lock({ 'node_modules/zod': { version: '4.0.0' }, 'node_modules/fsevents': { version: '2.3.3', optional: true } });
    installed({ 'node_modules/zod': { version: '4.0.0' } });
    expect(nodePackagesFit(folder)).toBe(true);
  });

  test('are installed again when the lock file has changed', () => {
    lock({ 'node_modules/zod': { version: '4.0.0' } });
    installed({ 'node_modules/zod': { version: '4.0.0' } });
    expect(nodePackagesFit(folder)).toBe(true);
    lock({ 'node_modules/zod': { version: '4.0.1' } });
    expect(nodePackagesFit(folder)).toBe(false);
    lock({ 'node_modules/zod': { version: '4.0.0' }, 'node_modules/ws': { version: '8.0.0' } });
    expect(nodePackagesFit(folder)).toBe(false);
  });
});
