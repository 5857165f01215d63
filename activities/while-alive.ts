/**
 * Long effects tell Temporal that they go on. If this process dies, the signs of life end with it, and another worker
 * begins the effect again after seconds (workflows/support/activities.ts) instead of when its whole time is up.
 */
import { heartbeat } from '@temporalio/activity';

const everyMs = 2_000;

/** Does the work with a sign of life every two seconds, until it ends either way. */
export async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
  heartbeat();
  const heart = setInterval(() => heartbeat(), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(heart);
  }
}
