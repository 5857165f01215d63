#!/usr/bin/env node
// `npx kaiting X`: the packages first, then TypeScript (kaiting.ts beside this file).
import { prepare } from './bootstrap.mjs';

await prepare();
await import('./kaiting.ts');
