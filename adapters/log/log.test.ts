import { expect, test } from '@jest/globals';
import { createProcessLog } from '#adapters/log/log.ts';

test.each([
  ['a phone in a message', 'Key (phone)=(13800000001) already exists', '[phone]'],
  ['an identity number in a message', 'for 410602198503071010.', '[identity number]'],
  ['one that ends in X', 'for 11010519491231002X.', '[identity number]'],
])('%s is swept', (_what, message, instead) => {
  const lines: string[] = [];
  createProcessLog('api', { write: (line: string) => { lines.push(line); } }).error({ why: message, failure: new Error(message) }, message);
  const [line = ''] = lines;
  expect(line).not.toMatch(/\d{11}|12310/);
  expect((JSON.parse(line) as { msg: string; why: string }).msg).toContain(instead);
  expect((JSON.parse(line) as { msg: string; why: string }).why).toContain(instead);
});

test.each(['case-01a203f6-27e6-7cf9-a472-13800000001a', 'sha256 0113800000001aff', 'at 1795327963437', 'order 138000000012'])('%s stays as it is', (message) => {
  const lines: string[] = [];
  createProcessLog('api', { write: (line: string) => { lines.push(line); } }).info(message);
  expect((JSON.parse(lines[0] ?? '') as { msg: string }).msg).toBe(message);
});
