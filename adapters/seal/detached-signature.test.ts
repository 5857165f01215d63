import { createHash, createPrivateKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { runProgram } from '#adapters/programs/run-program.ts';
import { checkDetached, signDetached } from './detached-signature.ts';
import { makeCourtKey } from './testing/court-key.ts';

// Real programs on a busy machine: slow is not wrong.
jest.setTimeout(300_000);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaiting-signature-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const content = Buffer.from('卷宗清单\n'.repeat(1000));
const hash = createHash('sha256').update(content).digest('hex');
const at = new Date('2026-03-20T02:00:00Z');

describe.each(['rsa:2048', 'ec'] as const)('a signature with a key of kind %s', (algorithm) => {
  async function signed() {
    const court = await makeCourtKey(folder, `court-${algorithm.slice(0, 2)}`, algorithm);
    const now = new Date();
    const key = createPrivateKey(await readFile(court.key));
    return { court, key, now, signature: signDetached(hash, key, court.pem, now) };
  }

  test('is accepted by this check and by openssl, which knows nothing of us', async () => {
    const { court, signature, now } = await signed();
    expect(checkDetached(signature, hash, court.pem)).toEqual({ valid: true, sealedAt: `${now.toISOString().slice(0, 19)}.000Z` });

    await writeFile(path.join(folder, 'content'), content);
    await writeFile(path.join(folder, 'content.p7s'), signature);
    const verify = (file: string) => runProgram({
      program: 'openssl',
      args: ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', path.join(folder, 'content.p7s'), '-content', file,
        '-certfile', court.certificate, '-CAfile', court.certificate, '-partial_chain', '-purpose', 'any', '-out', path.join(folder, 'out')],
    });
    await verify(path.join(folder, 'content'));
    expect(await readFile(path.join(folder, 'out'))).toEqual(content);
    await writeFile(path.join(folder, 'other'), Buffer.concat([content, Buffer.from(' ')]));
    await expect(verify(path.join(folder, 'other'))).rejects.toThrow(/verification failure/i);
  });

  test('is refused when any one of its bytes was changed', async () => {
    const { court, signature } = await signed();
    const unnoticed = Array.from(signature.keys()).filter((position) => {
      const changed = Buffer.from(signature);
      changed.writeUInt8(changed.readUInt8(position) ^ 0x01, position);
      return checkDetached(changed, hash, court.pem).valid;
    });
    expect(unnoticed).toEqual([]);
    expect(checkDetached(Buffer.concat([signature, Buffer.from([0])]), hash, court.pem).valid).toBe(false);
    expect(checkDetached(signature.subarray(0, -1), hash, court.pem).valid).toBe(false);
    expect(checkDetached(Buffer.alloc(0), hash, court.pem).valid).toBe(false);
  });

  test('is refused for another content and under another certificate of the same name', async () => {
    const { court, signature } = await signed();
    expect(checkDetached(signature, createHash('sha256').update('x').digest('hex'), court.pem).valid).toBe(false);
    const other = await makeCourtKey(folder, `court-${algorithm.slice(0, 2)}`, algorithm);
    expect(checkDetached(signature, hash, other.pem)).toEqual({ valid: false, reason: expect.stringContaining('not made with the key') });
  });
});

test('a time outside the life of the certificate is refused', async () => {
  const court = await makeCourtKey(folder, 'short');
  const key = createPrivateKey(await readFile(court.key));
  const early = signDetached(hash, key, court.pem, new Date('2020-01-01T00:00:00Z'));
  expect(checkDetached(early, hash, court.pem)).toEqual({ valid: false, reason: 'the certificate was not valid at 2020-01-01T00:00:00.000Z' });
});

test('after 2049 the time is written as CMS asks', async () => {
  const court = await makeCourtKey(folder, 'late');
  const key = createPrivateKey(await readFile(court.key));
  expect(signDetached(hash, key, court.pem, new Date('2050-01-02T03:04:05Z')).includes('20500102030405Z')).toBe(true);
  expect(signDetached(hash, key, court.pem, at).includes('260320020000Z')).toBe(true);
});
