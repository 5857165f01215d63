/** Tells an error of ours from a part that cannot be reached at the moment, which pages and workflows try again by themselves. */

/** The driver's and the system's words for a lost or refused connection. */
const lostConnection = new Set([
  'CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT',
]);
/** PostgreSQL's SQLSTATE: connection exceptions, shutting down, crashed, starting up, too many connections, not accepting any. */
const notServing = /^(08...|57P0[123]|53300|55000)$/;
const GRPC_UNAVAILABLE = 14;
const GRPC_DEADLINE_EXCEEDED = 4;

/** True when the error, or what caused it, is that PostgreSQL or Temporal cannot be reached. */
export function isUnreachable(error: unknown): boolean {
  for (let cause = error, depth = 0; typeof cause === 'object' && cause !== null && depth < 6; depth += 1) {
    const { code, cause: next, syscall } = cause as { code?: unknown; cause?: unknown; syscall?: unknown };
    // A file that is not there is ENOENT too, but no connection.
    if (typeof code === 'string' && (code === 'ENOENT' ? syscall === 'connect' : lostConnection.has(code) || notServing.test(code))) return true;
    if (code === GRPC_UNAVAILABLE || code === GRPC_DEADLINE_EXCEEDED) return true;
    cause = next;
  }
  return false;
}
