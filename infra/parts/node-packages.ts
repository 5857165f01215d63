// The npm packages. They are installed before any TypeScript can run, so the work is done in plain
// JavaScript (infra/bootstrap.mjs); here is how one sees that they are the ones of the lock file.
import { nodePackagesFit } from '#infra/bootstrap.mjs';
import { repositoryFolder } from './folders.ts';
import type { Part } from './part.ts';
import { run } from './programs.ts';
import path from 'node:path';

export const nodePackages: Part = {
  name: 'node packages',
  purpose: 'the libraries that Kaiting is made with',
  neededFor: 'running',
  advice: 'Type: npm ci',
  find: async () => (nodePackagesFit(repositoryFolder) ? { path: path.join(repositoryFolder, 'node_modules'), from: 'package' } : undefined),
  async install(say) {
    say('Installing the npm packages');
    await run('npm', ['ci'], { cwd: repositoryFolder });
  },
  healthy: async () => `Node ${process.versions.node}`,
};
