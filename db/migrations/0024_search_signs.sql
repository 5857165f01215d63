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
