/**
 * The workflows as one bundle, kept beside a hash of its sources: a second start does not bundle again. A half-written
 * file is never read, because it gets its name last.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type BundleOptions, type WorkflowBundle } from '@temporalio/worker';
import { failureConverterPath } from '#adapters/codec/payload-codec.ts';

const house = fileURLToPath(new URL('..', import.meta.url));
export const workflowsPath = path.join(house, 'workflows', 'workflows.ts');
const workflowInterceptorModules = [path.join(house, 'workflows', 'support', 'trace.ts')];

/** @param folder where bundles are kept; the name of each is the hash of what it was made of. */
export const workflowBundle = (folder: string): Promise<WorkflowBundle> =>
  keptBundle(folder, 'workflows', { workflowsPath, failureConverterPath, workflowInterceptorModules, ignoreModules: [], logger: new DefaultLogger('ERROR') });

/** Without what the court adds around its workflows (encryption, traces). */
export const bareWorkflowBundle = (folder: string): Promise<WorkflowBundle> => keptBundle(folder, 'bare', { workflowsPath, logger: new DefaultLogger('ERROR') });

async function keptBundle(folder: string, name: string, options: BundleOptions): Promise<WorkflowBundle> {
  const file = path.join(folder, `${name}-${await sourcesHash()}.js`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return { code: kept };
  const { code } = await bundleWorkflowCode(options);
  await mkdir(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, code);
  await rename(unfinished, file);
  return { code };
}

/** SHA-256 over the names and contents of everything that a bundle may hold. Also the build id of the worker. */
export async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['domain', 'workflows']) {
    const names = (await readdir(path.join(house, folder), { recursive: true })).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort();
    for (const name of names) hash.update(`${folder}/${name}\0`).update(await readFile(path.join(house, folder, name)));
  }
  hash.update(await readFile(failureConverterPath));
  hash.update(await readFile(path.join(house, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}
