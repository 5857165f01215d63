/**
 * The credentials of other systems of the court: made, found, revoked. What a system sends is "kaiting.<id>.<secret>";
 * the secret is shown once, when it is made, and kept as its hash alone.
 */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Sql } from '#db/connect.ts';
import type { TaskKindName } from '#domain/tasks/catalogue.ts';

export interface KnownSystem {
  credentialId: string;
  /** What the record calls it. */
  system: string;
  taskKinds: readonly TaskKindName[];
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** @returns what the system sends from now on: it cannot be shown again */
export async function addSystem(sql: Sql, system: string, taskKinds: readonly TaskKindName[]): Promise<{ credentialId: string; credential: string }> {
  const credentialId = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  await sql`insert into system_credentials (id, system, secret_hash, task_kinds) values (${credentialId}, ${system}, ${hashOf(secret).toString('hex')}, ${sql.json([...taskKinds])})`;
  return { credentialId, credential: `kaiting.${credentialId}.${secret}` };
}

/** From this moment on it opens nothing. @returns false if there is no such credential in force */
export async function revokeSystem(sql: Sql, credentialId: string): Promise<boolean> {
  return (await sql`update system_credentials set revoked_at = now() where id = ${credentialId} and revoked_at is null returning id`).length > 0;
}

export const listSystems = (sql: Sql) => sql<{ id: string; system: string; taskKinds: string[]; createdAt: Date; lastUsedAt: Date | null; revokedAt: Date | null }[]>`
  select id, system, task_kinds as "taskKinds", created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt" from system_credentials order by created_at`;

/** The system that the credential is of, or null: wrong, revoked, or none at all. */
export async function systemOf(sql: Sql, credential: string): Promise<KnownSystem | null> {
  const [, id, secret] = /^kaiting\.([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(credential) ?? [];
  if (id === undefined || secret === undefined) return null;
  const [row] = await sql<{ system: string; secret_hash: string; task_kinds: TaskKindName[] }[]>`
    select system, secret_hash, task_kinds from system_credentials where id = ${id} and revoked_at is null`;
  if (!row || !timingSafeEqual(hashOf(secret), Buffer.from(row.secret_hash, 'hex'))) return null;
  await sql`update system_credentials set last_used_at = now() where id = ${id}`;
  return { credentialId: id, system: row.system, taskKinds: row.task_kinds };
}
