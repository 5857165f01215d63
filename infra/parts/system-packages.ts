// Debian's packages, one installation at a time, because apt keeps a lock.
import { onPath, output, run } from './programs.ts';
import { runsAsRoot } from './folders.ts';
import type { Say } from './part.ts';

let queue: Promise<void> = Promise.resolve();
let listsFetched = false;

/** What a person types to get these packages. */
export function aptAdvice(...packages: string[]): string {
  return `Type: ${runsAsRoot ? '' : 'sudo '}apt-get install --no-install-recommends ${packages.join(' ')}`;
}

/** Installs packages with apt-get. Throws a sentence for a person where that is not allowed or not possible. */
export function installSystemPackages(packages: string[], say: Say): Promise<void> {
  const turn = queue.then(() => install(packages, say));
  // The next one has its turn whether or not this one succeeded.
  queue = turn.catch(() => {});
  return turn;
}

async function install(packages: string[], say: Say): Promise<void> {
  const aptGet = onPath('apt-get');
  if (!aptGet) throw new Error('this system has no apt-get');
  const [program, ...prefix] = await asRoot(aptGet);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  if (!listsFetched) {
    say('Fetching the lists of system packages');
    await run(program, [...prefix, 'update', '-q'], { env });
    listsFetched = true;
  }
  say(`Installing the system packages ${packages.join(', ')}`);
  await run(program, [...prefix, 'install', '-y', '-q', '--no-install-recommends', ...packages], { env });
}

async function asRoot(program: string): Promise<[string, ...string[]]> {
  if (runsAsRoot) return [program];
  const sudo = onPath('sudo');
  if (!sudo) throw new Error('only root may install system packages, and there is no sudo');
  try {
    await output(sudo, ['-n', 'true']);
  } catch {
    throw new Error('sudo asks for a password');
  }
  return [sudo, '-n', 'DEBIAN_FRONTEND=noninteractive', program];
}
