// What runs before the npm packages are there: plain JavaScript with Node's built-ins only.
//
// If the process dies while npm works, the mark is not written and the next start installs again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startOf } from './supervision/processes.mjs';

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const mark = 'node_modules/.kaiting-lock';

/** Checks Node, installs the npm packages when they are not the lock file's, and lets TypeScript run from here on. */
export async function prepare() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 20) stop(`Kaiting needs Node 20 or later; this is ${process.versions.node}.`);
  if (!nodePackagesFit(repository)) {
    // `npm ci` empties the folder first, and behind a link that is another clone's, at work perhaps.
    if (isLink(path.join(repository, 'node_modules'))) console.log('node_modules is a link, to packages that are not quite those of package-lock.json. They are left as they are.');
    else if (somethingRuns()) console.log('The packages have changed, and are left as they are while Kaiting runs. End it, and start it again.');
    else installNodePackages();
  }
  linkCommand();
  await import('./patches/postgres.mjs');
  const { register } = await import('tsx/esm/api');
  register();
}

/** True when node_modules holds what the lock file says. */
export function nodePackagesFit(folder) {
  const lock = path.join(folder, 'package-lock.json');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  const marked = path.join(folder, mark);
  if (existsSync(marked) && readFileSync(marked, 'utf8') === hash) return true;
  if (!sameVersions(lock, path.join(folder, 'node_modules/.package-lock.json'))) return false;
  writeFileSync(marked, hash);
  return true;
}

/** npm keeps what it installed in a lock file of its own; whoever used `npm install` by hand need not wait again. */
function sameVersions(wanted, installed) {
  if (!existsSync(installed)) return false;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages ?? {};
  return Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).packages ?? {}).every(([name, entry]) =>
    name === '' || (there[name] ? there[name].version === entry.version : Boolean(entry.optional || entry.devOptional || entry.peer)));
}

/** True when this clone's stack runs (stack/run-file.ts): its processes may load packages at any moment. */
function somethingRuns() {
  const file = path.join(path.resolve(process.env.KAITING_DATA ?? path.join(repository, '.kaiting')), 'run.json');
  try {
    const { supervisor } = JSON.parse(readFileSync(file, 'utf8'));
    return startOf(supervisor.pid) === supervisor.start;
  } catch {
    return false;
  }
}

function isLink(file) {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function installNodePackages() {
  console.log('Installing the npm packages (about a minute, once)');
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  // A test or a production run must get the same packages, whatever NODE_ENV says.
  const result = spawnSync(npm[0], [...npm[1], 'ci', '--include=dev', '--no-progress', '--loglevel=error'], { cwd: repository, stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) stop('npm could not install the packages. Type `npm ci` to see why, then try again.');
  writeFileSync(path.join(repository, mark), createHash('sha256').update(readFileSync(path.join(repository, 'package-lock.json'))).digest('hex'));
}

/** `npx kaiting`: npm does not link a package's own command. */
function linkCommand() {
  const link = path.join(repository, 'node_modules/.bin/kaiting');
  const goal = '../../infra/kaiting.mjs';
  const present = lstatSync(link, { throwIfNoEntry: false });
  if (present?.isSymbolicLink() && readlinkSync(link) === goal) return;
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(goal, link);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
