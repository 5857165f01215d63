// The Python environment with WeasyPrint (documents) and pyHanko (seals), made from the pinned list
// infra/python/requirements.txt. `path` is its bin folder.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder, inCache, repositoryFolder, runsAsRoot } from './folders.ts';
import { PartMissing, type Found, type Part } from './part.ts';
import { chosenBySetting, executable, onPath, output, run } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

const list = path.join(repositoryFolder, 'infra/python/requirements.txt');
const tries = path.join(repositoryFolder, 'infra/python/schemathesis.txt');
/** Written last: an environment without it was cut short and is made again. */
const mark = 'made-by-kaiting';

export const python: Part = {
  name: 'python',
  purpose: 'documents (WeasyPrint) and seals (pyHanko)',
  neededFor: 'running',
  advice: `${aptAdvice('python3', 'python3-venv', 'libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0')}; then \`npm start\` again. Or set KAITING_PYTHON to the bin folder of an environment with infra/python/requirements.txt.`,
  async find() {
    const chosen = chosenBySetting('KAITING_PYTHON');
    if (chosen) return chosen;
    return made(list);
  },
  async install(say) {
    try {
      const interpreter = await usableInterpreter() ?? await installInterpreter(say);
      say('Making the Python environment for documents and seals');
      await makeEnvironment(interpreter, list);
      if (!await drawsText(path.join(environmentFolder(list), 'bin'))) {
        await installSystemPackages(['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'], say);
      }
    } catch (error) {
      throw new PartMissing(python, error instanceof Error ? error.message : String(error));
    }
  },
  async healthy(found) {
    const text = await output(path.join(found.path, 'weasyprint'), ['--version'], { seconds: 60 });
    const seals = await output(path.join(found.path, 'pyhanko'), ['--version'], { seconds: 60 });
    const versions = [/WeasyPrint version (\S+)/.exec(text)?.[1], /pyHanko\D*(\d[\w.]*)/i.exec(seals)?.[1]];
    if (versions.includes(undefined)) throw new Error('WeasyPrint or pyHanko does not answer');
    return `WeasyPrint ${versions[0]}, pyHanko ${versions[1]}`;
  },
};

/** Only the long tests of the API need it, which set it up themselves. `path` is its bin folder. */
export const schemathesis: Part = {
  name: 'schemathesis',
  purpose: 'tries the whole API document with well-formed and malformed requests',
  neededFor: 'tests',
  advice: `${aptAdvice('python3', 'python3-venv')}; infra/python/schemathesis.txt names what else it needs.`,
  async find() {
    return made(tries);
  },
  async install(say) {
    try {
      const interpreter = await usableInterpreter() ?? await installInterpreter(say);
      say('Making the Python environment for trying the API');
      await makeEnvironment(interpreter, tries);
    } catch (error) {
      throw new PartMissing(schemathesis, error instanceof Error ? error.message : String(error));
    }
  },
  async healthy(found) {
    const version = /(\d+\.\d+\.\d+)/.exec(await output(path.join(found.path, 'st'), ['--version'], { seconds: 60 }))?.[1];
    if (!version) throw new Error('Schemathesis does not answer');
    return version;
  },
};

function made(requirements: string): Found | undefined {
  const folder = environmentFolder(requirements);
  return existsSync(path.join(folder, mark)) ? { path: path.join(folder, 'bin'), from: 'cache' } : undefined;
}

function environmentFolder(requirements: string): string {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  return path.join(cacheFolder(), `python-${hash}`);
}

/** Python 3.10 or later that can make environments. The system's own comes first: others come and go. */
async function usableInterpreter(): Promise<string | undefined> {
  for (const candidate of ['/usr/bin/python3', onPath('python3')]) {
    if (!candidate || !executable(candidate)) continue;
    const fits = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
    if (await output(candidate, ['-c', fits]).then(() => true, () => false)) return candidate;
  }
  return undefined;
}

async function installInterpreter(say: (line: string) => void): Promise<string> {
  await installSystemPackages(['python3', 'python3-venv'], say);
  const found = await usableInterpreter();
  if (!found) throw new Error('no Python 3.10 or later');
  return found;
}

/** Made in place, because an environment's programs carry its path. */
async function makeEnvironment(interpreter: string, requirements: string): Promise<void> {
  const folder = environmentFolder(requirements);
  inCache();
  rmSync(folder, { recursive: true, force: true });
  await run(interpreter, ['-m', 'venv', folder]);
  const env = { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', ...(runsAsRoot ? { PIP_ROOT_USER_ACTION: 'ignore' } : {}) };
  await run(path.join(folder, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements], { env });
  writeFileSync(path.join(folder, mark), '');
}

/** WeasyPrint needs Pango from the system. */
async function drawsText(bin: string): Promise<boolean> {
  return output(path.join(bin, 'weasyprint'), ['--version'], { seconds: 60 }).then(() => true, () => false);
}
