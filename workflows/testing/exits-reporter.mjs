// After a run of all workflow tests: was every answer of every task, every exit of every stage and every way of closing a
// case really taken by one of them (exits.ts)? What none took fails the run. A run of some of the tests says nothing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

// Cases by chance assert no single exit.
const byChance = 'workflows/random-cases.test.ts';

export default class ExitsReporter {
  constructor() {
    this.folder = mkdtempSync(path.join(tmpdir(), 'kaiting-exits-'));
    process.env.KAITING_EXITS_TAKEN = this.folder;
  }

  async onRunComplete(_contexts, results) {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const ran = new Map(results.testResults.map((file) => [path.relative(root, file.testFilePath), file.testResults]));
    const wanted = workflowTests(root);
    const whole = wanted.every((file) => ran.get(file)?.length > 0 && ran.get(file).every(({ status }) => status === 'passed'));
    if (whole) {
      const { neverTaken } = await tsImport('./exits.ts', import.meta.url);
      const missing = neverTaken(this.taken(new Set(wanted)));
      if (missing.length > 0) this.error = new Error(`No workflow test takes:\n  ${missing.join('\n  ')}`);
    }
    rmSync(this.folder, { recursive: true, force: true });
    if (this.error) process.stderr.write(`${this.error.message}\n`);
  }

  getLastError() {
    return this.error;
  }

  taken(files) {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder).map((name) => JSON.parse(readFileSync(path.join(this.folder, name), 'utf8')))
      .filter(({ testFile }) => files.has(testFile)).flatMap(({ taken }) => taken);
  }
}

const workflowTests = (root) => readdirSync(path.join(root, 'workflows'), { recursive: true })
  .map((file) => path.join('workflows', file)).filter((file) => file.endsWith('.test.ts') && file !== byChance);
