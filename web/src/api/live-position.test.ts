import { describe, expect, test } from '@jest/globals';
import { isBefore, LivePosition } from '#web/api/live-position.ts';

test.each([
  ['a-1', 'a-2', true], ['a-2', 'a-2', false], ['a-10', 'a-9', false], ['a-1', 'b-2', 'unknown'], ['', 'a-1', 'unknown'], ['a-1', '', 'unknown'],
] as const)('%s before %s: %s', (one, other, expected) => expect(isBefore(one, other)).toBe(expected));

describe('a page that is being opened', () => {
  test('asks the stream to begin at its oldest read, whatever order the answers come in, and reads nothing twice', () => {
    const position = new LivePosition();
    expect(position.after).toBeNull();
    for (const read of ['a-7', 'a-5', 'a-9']) expect(position.read(read, false)).toBe(false);
    expect(position.after).toBe('a-5');
    expect(position.opened('a-5')).toBe(false);
  });

  test.each([
    ['the server does not know the place any more', ['a-5'], 'b-1'],
    ['the stream begins later', ['a-5'], 'a-6'],
    ['a read did not say how new it is', ['a-5', null], 'a-5'],
    ['two processes answered', ['a-5', 'b-5'], 'b-5'],
    ['the stream does not say where it begins', ['a-5'], ''],
  ])('reads again when %s', (_why, reads, from) => {
    const position = new LivePosition();
    for (const read of reads) position.read(read, false);
    expect(position.opened(from)).toBe(true);
  });

  test('of an answer that comes after the stream has opened, the place counts; asked for after that, it does not', () => {
    const position = new LivePosition();
    expect(position.opened('a-5')).toBe(false);
    expect(position.read('a-4', false)).toBe(true);
    expect(position.read('b-4', false)).toBe(true);
    expect(position.read(null, false)).toBe(true);
    expect(position.read('a-5', false)).toBe(false);
    expect(position.read('b-4', true)).toBe(false);
  });
});

test('a tab that overhears a change before it is told from where on it hears all of them reads again', () => {
  const position = new LivePosition();
  position.read('a-5', false);
  position.told('a-7');
  expect(position.after).toBe('a-5');
  expect(position.opened('a-7')).toBe(true);
});

describe('a stream that is lost', () => {
  const followed = () => {
    const position = new LivePosition();
    position.read('a-5', false);
    position.opened('a-5');
    position.told('a-6');
    position.told('a-8');
    position.lost();
    return position;
  };

  test('goes on after the last change that it told', () => {
    const position = followed();
    expect(position.after).toBe('a-8');
    expect(position.opened('a-8')).toBe(false);
  });

  test('what is read meanwhile is newer; what was asked for before and is older counts', () => {
    const position = followed();
    position.read('a-12', false);
    expect(position.after).toBe('a-8');
    position.read('a-7', true);
    expect(position.after).toBe('a-7');
  });

  test('of a server that was started again, all is read again', () => {
    expect(followed().opened('b-0')).toBe(true);
  });

  test('whoever comes next knows nothing', () => {
    const position = followed();
    position.forget();
    expect(position.after).toBeNull();
    expect(position.opened('a-8')).toBe(true);
  });
});
