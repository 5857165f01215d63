ALTER TABLE "cases" ADD COLUMN "card" jsonb;--> statement-breakpoint
UPDATE "cases" c SET "card" = (
  select jsonb_build_object('caseType', coalesce(f.particulars->>'caseType', 'civil'), 'instance', coalesce(f.particulars->>'instance', 'first'), 'cause', f.cause_of_action, 'parties', coalesce((
    select concat_ws(' 诉 ',
      string_agg(coalesce(o.name, p.name), '、' order by coalesce(o.name, p.name)) filter (where x.role = 'plaintiff'),
      string_agg(coalesce(o.name, p.name), '、' order by coalesce(o.name, p.name)) filter (where x.role = 'defendant'))
    from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id where x.case_id = c.id), ''))
  from filings f where f.case_id = c.id);
--> statement-breakpoint
-- The words of the search stand in the index together with the division: a word that is in a third of all cases then finds those
-- of the division alone. A division has more than two characters, so that it is never taken for a pair of them. The pairs are
-- made here once more, because the function of an index names no other function of ours.
CREATE FUNCTION search_signs(value text, division text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ select array(select distinct substr(value, at, 2) from generate_series(1, char_length(value) - 1) at) || division $$;
--> statement-breakpoint
DROP INDEX "tasks_open_search";
--> statement-breakpoint
CREATE INDEX "tasks_open_search" ON "tasks" USING gin (search_signs(search_text, division)) WITH (fastupdate = off) WHERE state = 'open';
--> statement-breakpoint
DROP FUNCTION bigrams(text);
