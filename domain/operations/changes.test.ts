import { expect, test } from '@jest/globals';
import { changesBetween } from '#domain/operations/changes.ts';

test.each([
  ['nothing', { year: 2026 }, { year: 2026 }, []],
  ['the order of fields says nothing', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ['a value', { year: 2025 }, { year: 2026 }, [{ path: 'year', before: 2025, after: 2026 }]],
  ['deep within', { hearing: { startsAt: 'a' } }, { hearing: { startsAt: 'b' } }, [{ path: 'hearing.startsAt', before: 'a', after: 'b' }]],
  ['something added', {}, { courtroomId: 'c1' }, [{ path: 'courtroomId', after: 'c1' }]],
  ['something taken out', { courtroomId: 'c1' }, {}, [{ path: 'courtroomId', before: 'c1' }]],
  ['nothing is not the same as absent', { at: null }, {}, [{ path: 'at', before: null }]],
  ['one of a list', { people: [{ role: 'a' }, { role: 'b' }] }, { people: [{ role: 'a' }, { role: 'c' }] }, [{ path: 'people.1.role', before: 'b', after: 'c' }]],
  ['a list that becomes shorter', { people: [1, 2] }, { people: [1] }, [{ path: 'people.1', before: 2 }]],
  ['a list in the place of an object', { people: { 0: 1 } }, { people: [1] }, [{ path: 'people', before: { 0: 1 }, after: [1] }]],
])('%s', (_what, before, after, changes) => { expect(changesBetween(before, after)).toEqual(changes); });
