import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryFolder } from '#infra/parts/folders.ts';
import { procedureDocument } from './procedure.ts';

test('docs/procedure.md is what the code says (npm run docs)', () => {
  expect(readFileSync(path.join(repositoryFolder, 'docs/procedure.md'), 'utf8')).toBe(procedureDocument());
});
