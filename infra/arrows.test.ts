import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryFolder } from './parts/folders.ts';

let house: string;
beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'kaiting-arrows-'));
  const files: Record<string, string> = {
    'tsconfig.json': '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }',
    'domain/rule.ts': 'export const rule = 1;',
    'domain/with-clock.ts': "import { hrtime } from 'node:process';\nexport const now = hrtime;",
    'domain/with-table.ts': "import { table } from '../db/table.ts';\nexport const t = table;",
    'db/table.ts': "import { rule } from '../domain/rule.ts';\nexport const table = rule;",
    'activities/send.ts': 'export interface Send { to: string }\nexport const send = () => {};',
    'workflows/by-type.ts': "import type { Send } from '../activities/send.ts';\nexport const s: Send = { to: '' };",
    'workflows/by-value.ts': "import { send } from '../activities/send.ts';\nexport const s = send;",
    'api/contract/contract.ts': "import { rule } from '../../domain/rule.ts';\nexport const contract = rule;",
    'api/server.ts': "import { contract } from './contract/contract.ts';\nexport const server = contract;",
    'web/src/page.ts': "import { contract } from '../../api/contract/contract.ts';\nexport const page = contract;",
    'web/src/reaching.ts': "import { server } from '../../api/server.ts';\nexport const page = server;",
    'infra/start.ts': "import { rule } from '../domain/rule.ts';\nexport const start = rule;",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
    writeFileSync(path.join(house, name), `${text}\n`);
  }
});
afterAll(() => { rmSync(house, { recursive: true }); });

function violations(): string[] {
  const program = path.join(repositoryFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [program, '--config', path.join(repositoryFolder, '.dependency-cruiser.cjs'), '--output-type', 'json', 'domain', 'workflows', 'activities', 'db', 'api', 'web', 'infra'];
  const told = JSON.parse(execFileSync(process.execPath, args, { cwd: house, encoding: 'utf8' })) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return told.summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
}

describe('the arrows of the house', () => {
  test('every import against them is refused, and no other', () => {
    expect(violations()).toEqual([
      'domain/with-clock.ts: domain-is-pure',
      'domain/with-table.ts: domain-imports',
      'infra/start.ts: infra-imports',
      'web/src/reaching.ts: web-takes-the-contract',
      'workflows/by-value.ts: workflows-take-types-of-activities',
    ]);
  }, 30_000);
});
