// `npm start`: the packages first, then TypeScript (start.ts beside this file).
import { prepare } from './bootstrap.mjs';

await prepare();
await import('./start.ts');
