/** Anchors as the database keeps them, the heads that a new one names, and all of them read again with their seals. */
import { anchorFile, type AnchorFile, type AnchorFound } from '#domain/audit/anchor.ts';
import { everybody } from '#domain/audit/command-seal.ts';
import type { Sql } from '#db/connect.ts';
import type { Tx } from '#db/projector/projections.ts';

export interface AnchorRow { number: number; day: string; sha256: string; /** Base64. */ seal: string; streams: number; madeAt: Date }

export const anchorRows = async (sql: Sql | Tx): Promise<AnchorRow[]> =>
  [...await sql<AnchorRow[]>`select number, day, sha256, seal, streams, made_at as "madeAt" from anchors order by number`];

/** Every journal's head and every person's count of commands, at one moment. */
export async function headsNow(sql: Sql | Tx): Promise<Pick<AnchorFile, 'heads' | 'commands'>> {
  const [row] = await sql<{ heads: AnchorFile['heads'] | null; commands: AnchorFile['commands'] | null }[]>`
    select (select json_agg(json_build_object('stream', stream, 'caseId', case_id, 'seq', seq, 'hash', hash) order by stream) from journal_heads) as heads,
      (select json_agg(json_build_object('personId', person_id, 'number', number) order by person_id) from command_heads where person_id <> ${everybody}) as commands`;
  return { heads: row?.heads ?? [], commands: row?.commands ?? [] };
}

export interface AnchorReading {
  /** The file's bytes by their SHA-256. @throws when there is none */
  read(sha256: string): Promise<Uint8Array>;
  /** Why the seal is not the court's over that SHA-256; undefined: it is. */
  sealProblem(seal: Uint8Array, sha256: string): string | undefined;
  hash(bytes: Uint8Array): string;
}

/** Every anchor with its file. What is wrong with one is said of it, and is no error. */
export async function readAnchors(rows: readonly Pick<AnchorRow, 'number' | 'sha256' | 'seal'>[], { read, sealProblem, hash }: AnchorReading): Promise<AnchorFound[]> {
  return Promise.all(rows.map(async ({ number, sha256, seal }): Promise<AnchorFound> => {
    const found = { number, sha256 };
    const bytes = await read(sha256).catch(() => undefined);
    if (!bytes) return { ...found, problem: 'the file is not there' };
    if (hash(bytes) !== sha256) return { ...found, problem: 'the file is another one' };
    const problem = sealProblem(Buffer.from(seal, 'base64'), sha256);
    if (problem !== undefined) return { ...found, problem };
    const file = anchorFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return file.success ? { ...found, file: file.data } : { ...found, problem: 'the file is no anchor' };
  }));
}
