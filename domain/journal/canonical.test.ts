import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_PREVIOUS_HASH, canonicalJson, chainText } from './canonical.ts';

describe('canonicalJson', () => {
  test.each([
    ['keys sorted at every depth, no spaces', { b: { z: 1, a: [2, { d: 4, c: 3 }] }, a: null }, '{"a":null,"b":{"a":[2,{"c":3,"d":4}],"z":1}}'],
    ['upper case before lower case, by code unit', { a: 1, B: 2, '10': 3, '9': 4 }, '{"10":3,"9":4,"B":2,"a":1}'],
    ['Chinese text as it is', { 案号: '（2026）豫0611民初1号' }, '{"案号":"（2026）豫0611民初1号"}'],
    ['undefined members are absent, undefined items are null', { a: undefined, b: [undefined, 1] }, '{"b":[null,1]}'],
    ['numbers as ECMAScript writes them', [1.0, -0, 1e21, 0.1], '[1,0,1e+21,0.1]'],
    ['control characters escaped', 'a\u0001"\n', '"a\\u0001\\"\\n"'],
  ])('%s', (_title, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([
    ['not a number', { a: Number.NaN }, /\$\.a is NaN/],
    ['a date', { at: [new Date(0)] }, /\$\.at\[0\] is not a plain object/],
    ['a bigint', 1n, /\$ is a bigint/],
    ['nothing at all', undefined, /undefined/],
  ])('refuses %s', (_title, value, message) => {
    expect(() => canonicalJson(value)).toThrow(message);
  });

  test('any JSON value reads back as it was, and its spelling does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        const back: unknown = JSON.parse(text);
        expect(back).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(back))).toBe(text);
      }),
    );
  });
});

test('the chain text of the first entry, and its hash', () => {
  const entry = { stream: 'case-1', seq: 1, kind: 'filing-received', at: '2026-03-02T01:00:00.000Z', data: { b: 1, a: '甲' } };
  const text = chainText(FIRST_PREVIOUS_HASH, { ...entry, hash: 'not part of the entry' } as typeof entry);
  expect(text).toBe(`${'0'.repeat(64)}\n{"at":"2026-03-02T01:00:00.000Z","data":{"a":"甲","b":1},"kind":"filing-received","seq":1,"stream":"case-1"}`);
  expect(createHash('sha256').update(text).digest('hex')).toBe('eb5c9463797ba68d986a899bff9ecfb7563f45258920a7c06edf68404860313b');
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, reversed(member)]));
}
