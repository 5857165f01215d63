import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import postgres from 'postgres';
import { freshDatabase, type TestDatabase } from './postgres.ts';
import { localEnvironment, timeSkippingEnvironment } from './temporal.ts';

describe('a fresh database', () => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => { [one, other] = await Promise.all([freshDatabase(), freshDatabase()]); });
  afterAll(async () => { await Promise.all([one.drop(), other.drop()]); });

  test('is empty, UTF-8, and nobody else sees what is in it', async () => {
    const first = postgres(one.url, { max: 1 });
    const second = postgres(other.url, { max: 1 });
    await first`create table cases (name text)`;
    await first`insert into cases values (${'开庭'})`;
    expect((await first`select name, length(name) as n from cases`)[0]).toEqual({ name: '开庭', n: 2 });
    expect((await second`select to_regclass('cases') as found`)[0]?.found).toBeNull();
    await first.end();
    await second.end();
  });

  test('has the extensions that the schema needs', async () => {
    const sql = postgres(one.url, { max: 1 });
    await sql`create extension btree_gist`;
    expect((await sql`select extname from pg_extension where extname = 'btree_gist'`).length).toBe(1);
    await sql.end();
  });
});

describe('Temporal for tests', () => {
  let environment: TestWorkflowEnvironment | undefined;
  afterAll(async () => { await environment?.teardown(); });

  test('skips time', async () => {
    environment = await timeSkippingEnvironment();
    const before = await environment.currentTimeMs();
    await environment.sleep('3 days');
    expect(await environment.currentTimeMs() - before).toBeGreaterThanOrEqual(3 * 86_400_000);
    await environment.teardown();
    environment = undefined;
  }, 60_000);

  test('runs as a real server', async () => {
    environment = await localEnvironment();
    const answer = await environment.connection.workflowService.describeNamespace({ namespace: 'default' });
    expect(answer.namespaceInfo?.name).toBe('default');
  }, 60_000);
});
