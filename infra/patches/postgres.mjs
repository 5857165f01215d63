// postgres 3.4.9 does not survive the loss of a connection: a write that was scheduled before the loss ends the process
// (an uncaught TypeError) or spoils the connection for good, a rollback or a query that came at the wrong moment waits for
// ever (github.com/porsager/postgres issues 1066, 1154, 1208; no release has the repair yet). PostgreSQL may be restarted
// under a court at work, so these places are repaired here, after every installation; db/connect.test.ts cuts connections
// to see that it holds. Repeating it changes nothing.
//
// If the process dies here: files are replaced whole; the next installation, or `node infra/patches/postgres.mjs`, goes on.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../node_modules/postgres');

const repairs = [
  {
    // What was scheduled for the lost connection must not reach the next one.
    from: `    incomings = null
    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)`,
    to: `    incomings = null
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)`,
  },
  {
    // Queries that came between the error and the close were never answered; those that were keep the connection busy.
    from: `    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
    closedTime`,
    to: `    if (query || sent.length)
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = results = errorResponse = null
    result = new Result()
    if (ended) {
      ended()
      ending = ended = null
    }
    closedTime`,
  },
  {
    from: `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`,
    to: `  function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      return false
    }
    const x = socket.write(chunk, fn)`,
  },
  {
    // A transaction goes on asking on its connection, to roll back: it is told that there is none.
    from: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (stream)`,
    to: `      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))

    if (socket === null) {
      queryError(q, Errors.connection('CONNECTION_CLOSED', options))
      return true
    }

    if (stream)`,
  },
  {
    // The query that waits for the types is refused when they cannot be fetched; this promise is nobody's.
    from: `        return fetchArrayTypes()
      }`,
    to: `        return fetchArrayTypes().catch(() => {})
      }`,
  },
];

for (const name of ['src/connection.js', 'cjs/src/connection.js']) {
  const file = path.join(folder, name);
  if (!existsSync(file)) continue;
  const before = readFileSync(file, 'utf8');
  const after = repairs.reduce((text, { from, to }) => {
    if (text.includes(to)) return text;
    if (!text.includes(from)) throw new Error(`${file} is not the one that infra/patches/postgres.mjs repairs: see whether the new version still needs it`);
    return text.replace(from, to);
  }, before);
  if (after === before) continue;
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
}
