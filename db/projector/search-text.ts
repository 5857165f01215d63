/**
 * What the work queue searches: case number, cause and everybody's name, in half-width small letters. Names and cause are not
 * in the journal, so this is a convenience of the readers, no record of the case: `reconcile` does not compare it, and a
 * rebuild makes it anew. It stands with the case and with each of its open tasks; the index over pairs of characters
 * (`bigrams`, in the migration "work_queue") is over the open ones alone.
 */
import type postgres from 'postgres';
import { caseKindOf, partiesOf, type Reader } from '#db/queries/task-row.ts';
import type { Statement, Tx } from './projections.ts';

/** The case as a row of the queue names it; of the case whose id the expression gives. */
export const cardOf = (tx: Reader, caseId: postgres.PendingQuery<postgres.Row[]>) => tx`(
  select ${caseKindOf(tx)} || jsonb_build_object('cause', f.cause_of_action, 'parties', coalesce(${partiesOf(tx, caseId)}, '')) from filings f where f.case_id = ${caseId})`;

/** To be sent after whatever changed the number, the cause or the people. */
export const searchTextAnew = (tx: Tx, caseId: string): Statement[] => [
  tx`update cases set card = ${cardOf(tx, tx`cases.id`)}, search_text = lower(normalize(concat_ws(' ', case_number,
      (select f.cause_of_action from filings f where f.case_id = ${caseId}),
      (select string_agg(concat_ws(' ', o.name, p.name), ' ' order by x.id) from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id where x.case_id = ${caseId})), NFKC))
    where id = ${caseId}`,
  tx`update tasks t set search_text = c.search_text from cases c where c.id = ${caseId} and t.case_id = ${caseId} and t.state = 'open'`,
];
