/**
 * `npx kaiting anchors verify [FOLDER] [--certificate FILE]...`: every anchor against its seal and the one before it, every
 * journal made again against every anchor, everybody's count of commands; the copies of FOLDER (default: `anchors/` of the
 * data folder) against what the database says. `--certificate`: further ones that sealed before.
 * `npx kaiting anchors make`: one more anchor now, beside the day's. `npx kaiting anchors list`: what there is.
 * Exit 0: all is as it was sealed; 1: differences, each named; 2: asked wrongly.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '#adapters/config/environment.ts';
import { anchorReading } from '#adapters/seal/anchor-reading.ts';
import { openCourtSeal } from '#adapters/seal/court-seal.ts';
import { createLocalStorage } from '#adapters/storage/local-disk.ts';
import { anchorRows, readAnchors } from '#db/audit/anchors.ts';
import { connectSql } from '#db/connect.ts';
import { copiesIn, makeAnchor } from '../record/anchors.ts';
import { compareCopies, verifyAnchors } from '../record/verify-anchors.ts';

const { values: { certificate: further }, positionals: [what, folder] } = parseArgs({ options: { certificate: { type: 'string', multiple: true, default: [] } }, allowPositionals: true });
if (what === undefined || !['verify', 'make', 'list'].includes(what)) {
  console.error('Usage: npx kaiting anchors verify [FOLDER] [--certificate FILE]... | make | list');
  process.exitCode = 2;
} else {
  const environment = readEnvironment(['database', 'seal', 'programs']);
  const sql = connectSql(environment.database.url, 2);
  const storage = createLocalStorage(path.join(environment.court.data, 'files'));
  const own = path.join(environment.court.data, 'anchors');
  try {
    process.exitCode = what === 'verify' ? await verify() : what === 'make' ? await make() : await list();
  } finally {
    await sql.end({ timeout: 5 });
  }

  async function verify(): Promise<number> {
    const certificates = await Promise.all([environment.seal.certificate, ...further].map((file) => readFile(file, 'utf8')));
    const rows = await anchorRows(sql);
    const anchors = await readAnchors(rows, anchorReading(storage, certificates));
    const copies = await copiesIn(folder ?? own);
    const { findings, streams, entries } = await verifyAnchors(sql, anchors);
    findings.push(...compareCopies(rows, copies));
    for (const { kind, stream, subject, expected, found } of findings) console.log(`✗ ${kind} ${stream} ${subject}\n    sealed    ${JSON.stringify(expected)}\n    database  ${JSON.stringify(found)}`);
    console.log(`anchors: ${findings.length === 0} (${rows.length} anchors, ${copies.length} copies, ${streams} journals, ${entries} entries${findings.length === 0 ? '' : `, ${findings.length} differences`})`);
    return findings.length === 0 ? 0 : 1;
  }

  async function make(): Promise<number> {
    const seal = await openCourtSeal({ ...environment.seal, python: environment.programs.python });
    const made = await makeAnchor({ sql, seal, storage, folder: own }, new Date());
    console.log(`anchor ${made?.number}: ${made?.streams} journals, sha256 ${made?.sha256}`);
    return 0;
  }

  async function list(): Promise<number> {
    for (const { number, madeAt, streams, sha256 } of await anchorRows(sql)) console.log(`${String(number).padStart(6)}  ${madeAt.toISOString()}  ${String(streams).padStart(7)} journals  ${sha256}`);
    return 0;
  }
}
