// jest loads this file by itself, without its transforms; the set-up proper is TypeScript.
import { tsImport } from 'tsx/esm/api';

export default async function setUp() {
  const { startTestParts } = await tsImport('./test-parts.ts', import.meta.url);
  globalThis.kaitingTestParts = await startTestParts();
}
