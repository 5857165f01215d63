/**
 * `npx kaiting system`: the credentials of other systems of the court that answer tasks through the API.
 *
 *   npx kaiting system add NAME KIND...     makes one for the named kinds of task, and shows it once
 *   npx kaiting system list
 *   npx kaiting system revoke ID
 */
import { readEnvironment } from '#adapters/config/environment.ts';
import { connectSql } from '#db/connect.ts';
import { addSystem, listSystems, revokeSystem } from '#db/system-credentials.ts';
import { isTaskKind } from '#domain/tasks/catalogue.ts';

const usage = 'Usage: npx kaiting system add NAME KIND... | list | revoke ID\nKinds are task kinds, for example approve-livestream-division-head approve-livestream-vice-president report-livestream';

async function main([what, ...rest]: readonly string[]): Promise<number> {
  const sql = connectSql(readEnvironment(['database']).database.url, 1);
  try {
    switch (what) {
      case 'add': {
        const [name, ...kinds] = rest;
        const unknown = kinds.filter((kind) => !isTaskKind(kind));
        if (!name || kinds.length === 0 || unknown.length > 0) {
          console.error(unknown.length > 0 ? `No such kind of task: ${unknown.join(', ')}` : usage);
          return 2;
        }
        const { credentialId, credential } = await addSystem(sql, name, kinds.filter(isTaskKind));
        console.log(`${name} may answer: ${kinds.join(', ')}\nid          ${credentialId}\ncredential  ${credential}\nIt is shown this once. The system sends it as "Authorization: Bearer ..." to POST /api/systems/tasks/{taskId}/completion.`);
        return 0;
      }
      case 'list':
        for (const one of await listSystems(sql)) {
          console.log(`${one.id}  ${one.revokedAt ? `revoked ${one.revokedAt.toISOString()}` : 'in force'}  ${one.system}: ${one.taskKinds.join(', ')}  last used ${one.lastUsedAt?.toISOString() ?? 'never'}`);
        }
        return 0;
      case 'revoke': {
        const revoked = rest[0] !== undefined && /^[0-9a-f-]{36}$/.test(rest[0]) && await revokeSystem(sql, rest[0]);
        console.log(revoked ? 'Revoked: it opens nothing any more.' : 'There is no such credential in force.');
        return revoked ? 0 : 1;
      }
      default:
        console.error(usage);
        return 2;
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}

process.exitCode = await main(process.argv.slice(2));
