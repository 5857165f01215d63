// `npm test`: the packages first, then TypeScript (test.ts beside this file).
import { prepare } from './bootstrap.mjs';

await prepare();
await import('./test.ts');
