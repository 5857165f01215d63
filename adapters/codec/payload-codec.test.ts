import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import { Client, WorkflowFailedError } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { localEnvironment } from '#infra/testing/temporal.ts';
import { fileURLToPath } from 'node:url';
import { dataConverter, EncryptedPayloads, parsePayloadKeys } from './payload-codec.ts';

const key = () => randomBytes(32).toString('base64');
const payload = (value: unknown) => defaultPayloadConverter.toPayload(value)!;
const value = (of: ReturnType<typeof payload>) => defaultPayloadConverter.fromPayload(of);

/** Every text and every byte of a message, read as UTF-8. */
const allText = (part: unknown): string => {
  if (part instanceof Uint8Array) return Buffer.from(part).toString('utf8');
  if (typeof part === 'object' && part !== null) return Object.values(part).map(allText).join('\n');
  return String(part);
};

describe('encrypted payloads', () => {
  test('come back as they were, and show nothing in between', async () => {
    const codec = new EncryptedPayloads(parsePayloadKeys(`k1:${key()}`));
    const [sealed] = await codec.encode([payload({ reason: '身体原因' })]);
    expect(Buffer.from(sealed!.data!).includes(Buffer.from('身体原因'))).toBe(false);
    expect(Buffer.from(sealed!.metadata!['encryption-key-id']!).toString()).toBe('k1');
    const [opened] = await codec.decode([sealed!]);
    expect(value(opened!)).toEqual({ reason: '身体原因' });
  });

  test('the same value never looks the same twice', async () => {
    const codec = new EncryptedPayloads(parsePayloadKeys(`k1:${key()}`));
    const [one, other] = await codec.encode([payload('same'), payload('same')]);
    expect(Buffer.from(one!.data!).equals(Buffer.from(other!.data!))).toBe(false);
  });

  test('keys rotate: the new one encrypts, the old one still opens', async () => {
    const [old, young] = [`old:${key()}`, `young:${key()}`];
    const [sealed] = await new EncryptedPayloads(parsePayloadKeys(old)).encode([payload('kept')]);
    const rotated = new EncryptedPayloads(parsePayloadKeys(`${young},${old}`));
    expect(value((await rotated.decode([sealed!]))[0]!)).toBe('kept');
    const [again] = await rotated.encode([payload('new')]);
    expect(Buffer.from(again!.metadata!['encryption-key-id']!).toString()).toBe('young');
    await expect(new EncryptedPayloads(parsePayloadKeys(old)).decode([again!])).rejects.toThrow('No payload key young');
  });

  test('a changed payload does not open', async () => {
    const codec = new EncryptedPayloads(parsePayloadKeys(`k1:${key()}`));
    const [sealed] = await codec.encode([payload('kept')]);
    const changed = Buffer.from(sealed!.data!);
    changed[20] = changed[20]! ^ 1;
    await expect(codec.decode([{ ...sealed!, data: changed }])).rejects.toThrow('does not decrypt');
  });

  test('what is not encrypted passes through', async () => {
    const plain = payload('plain');
    expect(await new EncryptedPayloads(parsePayloadKeys(`k1:${key()}`)).decode([plain])).toEqual([plain]);
  });

  test.each([
    ['', 'names no key'], ['k1', 'keyid:base64'], [`k1:${Buffer.alloc(16).toString('base64')}`, 'must be 32 bytes'],
    [`k1:${Buffer.alloc(32).toString('base64')},k1:${Buffer.alloc(32, 1).toString('base64')}`, 'twice'],
  ])('refuses the keys %p', (text, why) => {
    expect(() => parsePayloadKeys(text)).toThrow(why);
  });
});

describe('with a real Temporal server', () => {
  let environment: TestWorkflowEnvironment;
  beforeAll(async () => { environment = await localEnvironment(); }, 60_000);
  afterAll(async () => { await environment?.teardown(); });

  test('neither arguments nor a failure can be read from the history, and both can by those with the key', async () => {
    const converter = dataConverter(`k1:${key()}`);
    const secret = '本人因病住院无法到庭';
    const worker = await Worker.create({
      connection: environment.nativeConnection, taskQueue: 'codec', dataConverter: converter,
      workflowsPath: fileURLToPath(new URL('./testing/failing-workflow.ts', import.meta.url)),
    });
    const client = new Client({ connection: environment.connection, dataConverter: converter });
    const handle = await worker.runUntil(async () => {
      const started = await client.workflow.start('failsWith', { taskQueue: 'codec', workflowId: 'codec-1', args: [secret] });
      const failure = await started.result().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(WorkflowFailedError);
      const cause = (failure as WorkflowFailedError).cause as ApplicationFailure;
      expect(cause.message).toBe(`refused: ${secret}`);
      expect(cause.type).toBe('Refused');
      expect(cause.details).toEqual([{ why: secret }]);
      return started;
    });
    const history = allText(await handle.fetchHistory());
    expect(history).toContain('failsWith');
    expect(history).toContain('binary/encrypted');
    expect(history).not.toContain(secret);
  }, 60_000);
});
