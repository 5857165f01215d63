/** The division (庭室) that supervises the case of the alias `c`: the one that acceptance gave it, until then the filing division. */
import { filingDivision } from '#domain/court/court.ts';
import type { Reader } from '#db/queries/task-row.ts';

export const divisionOf = (sql: Reader) => sql`coalesce(nullif(c.division, ''), ${filingDivision})`;
