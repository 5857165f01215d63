/**
 * The words of every task kind without its schema: a phone page that lists tasks then loads no zod. Read when the pages
 * are built.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const webFolder = path.dirname(fileURLToPath(import.meta.url));
const name = 'virtual:task-words';
const catalogueFile = path.join(webFolder, '../domain/tasks/catalogue.ts');

interface Kind { title: unknown; why: unknown; ifNobodyActs: unknown; page?: unknown }

export function taskWords(): Plugin {
  return {
    name: 'kaiting-task-words',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { module } = await runnerImport<{ taskCatalogue: Record<string, Kind> }>(catalogueFile, { configFile: false, root: path.join(webFolder, '..') });
      const words = Object.entries(module.taskCatalogue).map(([kind, { title, why, ifNobodyActs, page }]) => [kind, { title, why, ifNobodyActs, page }]);
      return `export default ${JSON.stringify(Object.fromEntries(words))};`;
    },
  };
}
