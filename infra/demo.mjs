// `npm run demo`: the packages first, then TypeScript (demo.ts beside this file).
import { prepare } from './bootstrap.mjs';

await prepare();
await import('./demo.ts');
