/** Who sits in the panel of the case `c`: of assessors, who has accepted (PAL-18, PAL-19). Before that the case is not theirs to see. */
import type postgres from 'postgres';
import type { Sql } from '#db/connect.ts';

/** @param person an id, or the column that holds one */
export const onPanel = (sql: Sql, person: string | postgres.PendingQuery<postgres.Row[]>) => sql`(
  ${person} = any(c.panel) and not exists (select from assessor_invitations i where i.case_id = c.id and i.person_id = ${person} and i.state <> 'accepted'))`;
