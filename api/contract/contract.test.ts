/** Nothing goes out without its line in the table of who may know of it (e2e/leaks), nor without its description. */
import { expect, test } from '@jest/globals';
import { openApiDocument } from '#api/openapi.ts';
import { columns } from '#e2e/leaks/actors.ts';
import { expected } from '#e2e/leaks/expected.ts';
import { askedElsewhere, idsOfNothing, operationsOfContract, requestOf } from '#e2e/leaks/requests.ts';
import { contract } from './contract.ts';

test('each operation has its line in the table, or says where it is asked', () => {
  expect([...Object.keys(expected), ...Object.keys(askedElsewhere)].sort()).toEqual(operationsOfContract().map(({ name }) => name));
  for (const line of Object.values(expected)) expect(line.trim().split(/\s+/)).toHaveLength(columns.length);
});

test('each operation of the table has a request with which it is asked', () => {
  const without = operationsOfContract().filter((operation) => expected[operation.name] !== undefined && requestOf(operation, idsOfNothing()) === undefined);
  expect(without).toEqual([]);
});

test('the document describes every operation by its name, with every answer that it may get', async () => {
  const document = await openApiDocument(contract, 'http://court') as { paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>> };
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const names = operations.map(({ operationId }) => operationId);
  expect(names).toEqual(expect.arrayContaining([...operationsOfContract().map(({ name }) => name), 'files.get', 'files.upload', 'sms.receipt', 'statistics.pdf', 'live', 'auth.signIn']));
  expect(new Set(names).size).toBe(names.length);
  for (const { responses } of operations) expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409', '413', '422', '429', '503']));
});
