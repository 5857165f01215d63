/**
 * The court's list as the rotation needs it: who holds which office, in which division, with how many open cases.
 * Read under the lock of allotments, so that two cases accepted at once do not see the same loads.
 */
import type { Sql } from '#db/connect.ts';
import { offices, type OnRoster } from '#domain/court/allotment.ts';

export type Tx = Parameters<Parameters<Sql['begin']>[1]>[0];

/** Held to the end of the transaction: allotments and changes of a bench come one after the other. */
export const lockAllotments = async (tx: Tx): Promise<void> => { await tx`select pg_advisory_xact_lock(hashtextextended('allotments', 726))`; };

/** As what somebody sits in a panel: a judge unless they are none. */
export async function panelOffice(tx: Tx, personId: string): Promise<'judge' | 'peoplesAssessor'> {
  const [judge] = await tx`select 1 from staff_roles where person_id = ${personId} and role = 'judge'`;
  return judge ? 'judge' : 'peoplesAssessor';
}

/** PAL-19: of assessors with as many open cases, chance decides; of the others, the court's list. */
export async function rosterOf(tx: Tx): Promise<OnRoster[]> {
  return tx<OnRoster[]>`
    with open as (
      select a.presiding_judge, a.panel, a.clerk, a.technician from allotments a left join cases c on c.id = a.case_id where c.closed_at is null),
    sits as (
      select presiding_judge as person_id, 'judge' as office from open
      union all select unnest(panel), 'member' from open
      union all select clerk, 'clerk' from open
      union all select technician, 'technician' from open where technician is not null)
    select s.person_id as "personId", r.role as office, s.division, case when r.role = 'peoplesAssessor' then gen_random_uuid()::text else s.username end as "order",
      (select count(*)::int from sits x where x.person_id = s.person_id and (x.office = r.role or (x.office = 'member' and r.role in ('judge', 'peoplesAssessor')))) as "openCases"
    from staff s join staff_roles r on r.person_id = s.person_id
    where s.active and r.role in ${tx(offices)}`;
}
