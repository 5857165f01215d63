/**
 * Makes an anchor (domain/audit/anchor.ts): a file with every journal's head, sealed with the court's key, in the storage,
 * its row in the database, and a copy with its seal in the folder `anchors/`, from which it can be carried elsewhere.
 *
 * If the process dies here: before the row there is no anchor (the file without it is litter), and the next look makes one.
 * A copy that is missing in the folder is written with the next anchor.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Seal } from '#adapters/seal/port.ts';
import type { Storage } from '#adapters/storage/storage.ts';
import { anchorRows, headsNow, type AnchorRow } from '#db/audit/anchors.ts';
import type { Sql } from '#db/connect.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { AnchorFile } from '#domain/audit/anchor.ts';

export interface AnchorPorts { sql: Sql; seal: Pick<Seal, 'sealHash'>; storage: Storage; /** Where copies go. */ folder: string }

/** One at a time in the whole court, whichever process makes it. */
const lockNumber = 7_260_005;

/** @returns the anchor, or null where the day has one already (`oncePerDay`) */
export async function makeAnchor({ sql, seal, storage, folder }: AnchorPorts, now: Date, { oncePerDay = false } = {}): Promise<AnchorRow | null> {
  const made = await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${lockNumber})`;
    const rows = await anchorRows(tx);
    const last = rows.at(-1);
    const day = dayOf(now.getTime());
    if (oncePerDay && last?.day === day) return null;
    const file: AnchorFile = { format: 'kaiting-anchor-1', number: (last?.number ?? 0) + 1, day, madeAt: now.toISOString(), previous: last?.sha256 ?? null, ...await headsNow(tx) };
    const bytes = Buffer.from(`${JSON.stringify(file, null, 1)}\n`);
    const { sha256 } = await storage.put(bytes);
    const row: AnchorRow = { number: file.number, day, sha256, seal: Buffer.from(await seal.sealHash(sha256)).toString('base64'), streams: file.heads.length, madeAt: now };
    await tx`insert into anchors (number, day, sha256, seal, streams, made_at) values (${row.number}, ${row.day}, ${row.sha256}, ${row.seal}, ${row.streams}, ${row.madeAt})`;
    return row;
  });
  if (made) await writeCopies({ sql, storage, folder });
  return made;
}

const nameOf = ({ number, day }: Pick<AnchorRow, 'number' | 'day'>): string => `${String(number).padStart(6, '0')}-${day}.json`;

async function writeCopies({ sql, storage, folder }: Pick<AnchorPorts, 'sql' | 'storage' | 'folder'>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const row of await anchorRows(sql)) {
    const target = path.join(folder, nameOf(row));
    if (existsSync(`${target}.p7s`)) continue;
    await writeWhole(target, await buffer(await storage.open(row.sha256)));
    await writeWhole(`${target}.p7s`, Buffer.from(row.seal, 'base64'));
  }
}

async function writeWhole(target: string, content: Uint8Array): Promise<void> {
  await writeFile(`${target}.part`, content);
  await rename(`${target}.part`, target);
}

/** The copies of a folder, as rows: what the database says may be compared with them. */
export async function copiesIn(folder: string): Promise<{ number: number; sha256: string; seal: string; bytes: Uint8Array }[]> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /^\d{6,}-\d{4}-\d{2}-\d{2}\.json$/.test(name)).sort() : [];
  return Promise.all(names.map(async (name) => {
    const bytes = await readFile(path.join(folder, name));
    const seal = await readFile(path.join(folder, `${name}.p7s`)).catch(() => Buffer.alloc(0));
    return { number: Number(name.slice(0, name.indexOf('-'))), sha256: createHash('sha256').update(bytes).digest('hex'), seal: seal.toString('base64'), bytes };
  }));
}
