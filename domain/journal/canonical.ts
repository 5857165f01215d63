/**
 * One spelling for every JSON value, so that a hash made by the court today is
 * made again, byte for byte, by anybody who checks the archive years later.
 *
 * The spelling is that of RFC 8785 (JSON Canonicalization Scheme): object keys
 * sorted by UTF-16 code units at every depth, no white space, numbers and
 * strings as ECMAScript writes them. Members that are `undefined` are absent,
 * as in `JSON.stringify`.
 */

export type JournalEntry = {
  /** The workflow id whose journal this is, e.g. `case-…`. */
  readonly stream: string;
  /** 1, 2, 3 … without gaps within a stream. */
  readonly seq: number;
  readonly kind: string;
  /** ISO 8601 instant, the court's clock. */
  readonly at: string;
  readonly data: unknown;
};

/** What stands before the first entry of every stream: 64 zeros. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * The canonical JSON text of a value.
 * @throws TypeError for what JSON cannot carry: functions, symbols, bigints,
 *   non-finite numbers, objects that are neither plain objects nor arrays.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value, '$');
  if (text === undefined) throw new TypeError('canonicalJson: undefined is not a JSON value');
  return text;
}

/**
 * The text whose SHA-256 (UTF-8, lower-case hex) is the entry's hash in the
 * chain: the previous entry's hash, a line feed, the entry's canonical JSON.
 * Only the five members of an entry count; a stored row may carry more.
 */
export function chainText(previousHash: string, entry: JournalEntry): string {
  const { stream, seq, kind, at, data } = entry;
  return `${previousHash}\n${canonicalJson({ stream, seq, kind, at, data })}`;
}

function write(value: unknown, path: string): string | undefined {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'undefined':
      return undefined;
    case 'boolean':
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonicalJson: ${path} is ${value}`);
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new TypeError(`canonicalJson: ${path} is a ${typeof value}`);
  }
}

function writeArray(values: readonly unknown[], path: string): string {
  // `Array.from` also visits holes; like JSON.stringify, what is undefined becomes null.
  return `[${Array.from(values, (item, index) => write(item, `${path}[${index}]`) ?? 'null').join(',')}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Across realms (a workflow's sandbox) Object.prototype differs, but is itself without a prototype.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`canonicalJson: ${path} is not a plain object`);
  }
  const members: string[] = [];
  for (const [key, member] of Object.entries(value).sort(byKey)) {
    const text = write(member, `${path}.${key}`);
    if (text !== undefined) members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
