import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDataFolder } from './data-folder.ts';
import { storeEnvironment, storedEnvironment } from './environment.ts';
import { choosePorts } from './ports.ts';
import { processEnvironment } from './prepare.ts';
import { keepSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-stack-'));
  makeDataFolder(folder);
});
afterEach(() => { rmSync(folder, { recursive: true }); });

describe('the ports of a stack', () => {
  test('are the same at the next start, and all different', async () => {
    const first = await choosePorts(folder, { api: 0 });
    expect(await choosePorts(folder, { api: 0 })).toEqual(first);
    const { rtp, ...single } = first;
    expect(new Set(Object.values(single)).size).toBe(Object.values(single).length);
    expect(rtp.last - rtp.first).toBe(399);
  });

  test('give way to a stranger, one by one', async () => {
    const first = await choosePorts(folder, { api: 0 });
    const stranger = createServer();
    await new Promise<void>((resolve) => { stranger.listen(first.temporal, '127.0.0.1', () => resolve()); });
    const second = await choosePorts(folder, { api: 0 });
    await expect(choosePorts(folder, { api: first.temporal })).rejects.toThrow(`Port ${first.temporal} is taken by another program`);
    await new Promise((resolve) => { stranger.close(resolve); });
    expect(second.temporal).not.toBe(first.temporal);
    expect({ ...second, temporal: first.temporal }).toEqual(first);
  });
});

describe('the secrets of a stack', () => {
  const openssl = process.env.KAITING_OPENSSL ?? 'openssl';

  test('are made once, for the owner’s eyes, and kept', async () => {
    const first = await keepSecrets(folder, openssl);
    expect(await keepSecrets(folder, openssl)).toEqual(first);
    const [id = '', key = ''] = first.payloadKeys.split(':');
    expect(id).toMatch(/^[0-9a-f]{8}$/);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(path.join(folder, 'secrets')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'secrets/payload-keys')).mode & 0o777).toBe(0o600);
    expect(statSync(first.sealKey).mode & 0o077).toBe(0);
  }, 60_000);

  test('hold a sealing certificate that its authority proves, made for signing', async () => {
    const { sealCertificate, sealAuthority, sealKey } = await keepSecrets(folder, openssl);
    expect(execFileSync(openssl, ['verify', '-CAfile', sealAuthority, sealCertificate], { encoding: 'utf8' })).toContain(': OK');
    const text = execFileSync(openssl, ['x509', '-in', sealCertificate, '-noout', '-text'], { encoding: 'utf8' });
    expect(text).toContain('Digital Signature, Non Repudiation');
    expect(text).toContain('CA:FALSE');
    const publicKeys = [['x509', '-in', sealCertificate, '-noout', '-pubkey'], ['pkey', '-in', sealKey, '-pubout']].map((args) => execFileSync(openssl, args, { encoding: 'utf8' }));
    expect(publicKeys[0]).toBe(publicKeys[1]);
  }, 60_000);
});

describe('the environment of a stack', () => {
  test('is kept for commands, for the owner’s eyes', () => {
    expect(storedEnvironment(folder)).toEqual({});
    storeEnvironment(folder, { KAITING_DATA: folder });
    expect(storedEnvironment(folder)).toEqual({ KAITING_DATA: folder });
    expect(statSync(path.join(folder, 'secrets/environment.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(folder, 'secrets/environment.json'), 'utf8')).not.toContain('KAITING_STACK');
  });

  test('marks a process with its stack, and passes nothing of npm or the tests on', () => {
    const environment = processEnvironment({ KAITING_DATA: folder, KAITING_PORT: '1' });
    expect(environment).toMatchObject({ KAITING_STACK: folder, KAITING_PORT: '1', PATH: process.env.PATH });
    expect(Object.keys(environment).filter((name) => /^(npm_|JEST_|KAITING_TEST_)/.test(name))).toEqual([]);
  });
});
