// Writes the test page's code to stdout; a process of its own, because the bundler does not run inside jest.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const [result] = [await build({
  configFile: false, logLevel: 'error', root: fileURLToPath(new URL('.', import.meta.url)),
  build: { write: false, minify: false, lib: { entry: fileURLToPath(new URL('./page.ts', import.meta.url)), formats: ['es'], fileName: 'page' } },
})].flat();
const chunk = result.output.find((part) => part.type === 'chunk');
process.stdout.write(chunk.code);
