/** Parts of a running court are killed with SIGKILL, again and again, for as long as something is to be seen without them. */
import { spawnSync } from 'node:child_process';
import type { Stack, StackPart } from '#infra/stack.ts';
import { until } from '#e2e/court/person.ts';

/** Kills the part, and again whenever supervision has started it, until `act` is done; then it comes back by itself. */
export async function without<T>(stack: Stack, part: StackPart, act: () => Promise<T>): Promise<T> {
  const before = stack.pids()[part];
  if (before === undefined) throw new Error(`${part} does not run`);
  stack.kill(part, 'SIGKILL');
  const killing = setInterval(() => stack.kill(part, 'SIGKILL'), 50);
  const done = await act().finally(() => clearInterval(killing));
  await runsAgain(stack, part, before);
  return done;
}

/** Kills the part once, in the midst of what it does. */
export async function killOnce(stack: Stack, part: StackPart): Promise<void> {
  const before = stack.pids()[part];
  if (before === undefined) throw new Error(`${part} does not run`);
  stack.kill(part, 'SIGKILL');
  await runsAgain(stack, part, before);
}

const runsAgain = (stack: Stack, part: StackPart, before: number) => until(`${part} runs again`, async () => {
  const now = stack.pids()[part];
  return now !== undefined && now !== before;
}, 120_000);

/** Programs that a part has started and that run now, for example "ffmpeg". */
export function programsOf(stack: Stack, part: StackPart): string[] {
  const { status, stdout } = spawnSync('ps', ['-o', 'comm=', '--ppid', String(stack.pids()[part] ?? 0)], { encoding: 'utf8' });
  return status === 0 ? stdout.split('\n').filter(Boolean) : [];
}
