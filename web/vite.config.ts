/**
 * Builds the pages (`npx vite build -c web/vite.config.ts`) and serves them while they are written
 * (`npx vite -c web/vite.config.ts`, with a running API at KAITING_API, by default http://127.0.0.1:8480).
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, runnerImport, type Plugin } from 'vite';
import { taskWords } from './task-words.ts';

const webFolder = path.dirname(fileURLToPath(import.meta.url));
const api = process.env['KAITING_API'] ?? 'http://127.0.0.1:8480';

/**
 * The browser's client needs method and path of each operation, not the schemas: a phone page then loads no zod.
 * `virtual:contract-routes` is the contract with nothing but its routes, read when the pages are built.
 */
function contractRoutes(): Plugin {
  const name = 'virtual:contract-routes';
  const contractFile = path.join(webFolder, '../api/contract/contract.ts');
  return {
    name: 'kaiting-contract-routes',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      this.addWatchFile(contractFile);
      const { module } = await runnerImport<{ contract: object }>(contractFile, { configFile: false, root: path.join(webFolder, '..') });
      return `export default ${JSON.stringify(routesOf(module.contract))};`;
    },
  };
}

/** A contract's operations carry their route under `~orpc`; groups are objects of operations. */
function routesOf(part: object): unknown {
  if ('~orpc' in part) {
    const { route } = part['~orpc'] as { route: unknown };
    return { '~orpc': { errorMap: {}, meta: {}, route } };
  }
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, routesOf(inner as object)]));
}

export default defineConfig({
  root: webFolder,
  plugins: [react(), contractRoutes(), taskWords()],
  build: { outDir: path.join(webFolder, 'dist'), emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  server: {
    port: Number(process.env['KAITING_WEB_PORT'] ?? 5173),
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/media': { target: api, ws: true, changeOrigin: false },
    },
  },
});
