import { describe, expect, test } from '@jest/globals';
import { errorSignature } from '#domain/operations/error-signature.ts';

const [one, other] = ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'a8098c1a-f86e-11da-bd1a-00112444be1e'];

describe('two errors that differ by their case alone have one signature', () => {
  test.each([
    ['ids', `It is not known whether acceptance/${one}/${other} happened`, `It is not known whether acceptance/${other}/${one} happened`, 'It is not known whether acceptance/<id>/<id> happened'],
    ['case numbers', '（2026）豫0611民初1号 is not there', '（2026）豫0611行终27号 is not there', '<case number> is not there'],
    ['times', 'late at 2026-05-11T02:00:00.000Z', 'late at 2026-05-12 03:10', 'late at <time>'],
    ['hashes', `wrong: ${'a1'.repeat(32)}`, `wrong: ${'9f'.repeat(32)}`, 'wrong: <hash>'],
    ['addresses', 'connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 10.1.0.7:5432', 'connect ECONNREFUSED <address>'],
    ['names of machines', 'no answer from sms.court.example:8443', 'no answer from sms2.court.example:8443', 'no answer from <address>'],
    ['files', 'ENOENT: /srv/kaiting/files/ab/cd', 'ENOENT: /srv/kaiting/files/12/34', 'ENOENT: <path>'],
    ['durations', 'no answer within 2000 ms', 'no answer within 15 s', 'no answer within <amount>'],
    ['long numbers', 'room 7340012 is gone', 'room 91234 is gone', 'room <number> is gone'],
    ['what follows the first lines', 'broken\n    at a (b.js:1:2)', 'broken\n    at c (d.js:3:4)', 'broken'],
  ])('%s', (_what, first, second, signature) => {
    expect(errorSignature(first)).toBe(signature);
    expect(errorSignature(second)).toBe(signature);
  });
});

describe('errors that are not the same keep their own', () => {
  test.each([
    ['an answer of the platform', 'The SMS platform answered 500', 'The SMS platform answered 403'],
    ['who said it', 'The printer is out of paper', 'The sealed notice is missing'],
    ['kinds of failure', 'connect ECONNREFUSED 127.0.0.1:1', 'connect ETIMEDOUT 127.0.0.1:1'],
  ])('%s', (_what, first, second) => { expect(errorSignature(first)).not.toBe(errorSignature(second)); });
});

test('a page of text is cut', () => { expect(errorSignature('x '.repeat(1000)).length).toBeLessThanOrEqual(301); });
