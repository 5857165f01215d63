/** Builds of the workflows: the house as it is, and the same with the stage of evidence begun otherwise. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { repositoryFolder } from '#infra/parts/folders.ts';

const stage = 'export async function evidence(courtCase: CourtCase): Promise<StageExit<\'evidence\'>> {\n';

/** A command more than the build before it: what a careless change does to histories that are older. */
export const oneMoreStep = 'await court.loadCalendar({ years: [2026] });';

export const buildOfTheHouse = () => bundleWorkflowCode({ workflowsPath: path.join(repositoryFolder, 'workflows/workflows.ts') });

/** @param change statements with which the stage of evidence begins. @throws when the stage begins otherwise than it used to. */
export async function changedBuild(change: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'kaiting-build-'));
  try {
    for (const part of ['domain', 'workflows', 'package.json']) cpSync(path.join(repositoryFolder, part), path.join(folder, part), { recursive: true });
    symlinkSync(path.join(repositoryFolder, 'node_modules'), path.join(folder, 'node_modules'));
    const file = path.join(folder, 'workflows/case/evidence.ts');
    const source = readFileSync(file, 'utf8');
    if (!source.includes(stage)) throw new Error('The stage of evidence begins otherwise');
    writeFileSync(file, `import { patched } from '@temporalio/workflow';\nimport { court } from '../support/activities.ts';\n${source.replace(stage, `${stage}  ${change}\n`)}`);
    return await bundleWorkflowCode({ workflowsPath: path.join(folder, 'workflows/workflows.ts') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
