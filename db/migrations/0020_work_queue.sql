CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content" jsonb NOT NULL,
	"shared_role" text,
	"shared_division" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_snoozes" (
	"person_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_snoozes_person_id_task_id_pk" PRIMARY KEY("person_id","task_id")
);
--> statement-breakpoint
DROP INDEX "tasks_open_role";--> statement-breakpoint
DROP INDEX "tasks_open_person";--> statement-breakpoint
DROP INDEX "tasks_open_claimed";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "division" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "search_text" text;--> statement-breakpoint
CREATE INDEX "saved_views_owner" ON "saved_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_views_role" ON "saved_views" USING btree ("shared_role");--> statement-breakpoint
CREATE INDEX "saved_views_division" ON "saved_views" USING btree ("shared_division");--> statement-breakpoint
CREATE INDEX "task_comments_task" ON "task_comments" USING btree ("task_id","at");--> statement-breakpoint
CREATE INDEX "tasks_completed_by" ON "tasks" USING btree ("completed_by","completed_at","id") WHERE state = 'completed';--> statement-breakpoint
-- The work queue by hand, because it needs what drizzle cannot say: covering indexes over the open tasks alone, in the order of
-- their due time (those without one last), and pairs of characters for the search of Chinese names of two characters, which
-- trigrams cannot find (bench/queue).
CREATE FUNCTION bigrams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ select array(select distinct substr(value, at, 2) from generate_series(1, char_length(value) - 1) at) $$;
--> statement-breakpoint
CREATE INDEX "tasks_open_pool" ON "tasks" ("role", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("kind", "overdue") WHERE state = 'open' AND person_id IS NULL;
--> statement-breakpoint
CREATE INDEX "tasks_open_person" ON "tasks" ("person_id", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("kind", "overdue") WHERE state = 'open' AND person_id IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "tasks_open_claimed" ON "tasks" ("claimed_by", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("kind", "overdue") WHERE state = 'open' AND claimed_by IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "tasks_open_kind" ON "tasks" ("kind", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("overdue") WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "tasks_open_division" ON "tasks" ("division", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("role", "kind", "overdue") WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "tasks_open_due" ON "tasks" ((coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("role", "kind", "overdue") WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "tasks_open_case" ON "tasks" ("case_id", (coalesce("due_at", 'infinity'::timestamptz)), "id") WHERE state = 'open';
--> statement-breakpoint
CREATE INDEX "tasks_open_search" ON "tasks" USING gin (bigrams(search_text)) WITH (fastupdate = off) WHERE state = 'open';
--> statement-breakpoint
UPDATE "tasks" t SET "division" = coalesce(nullif(c."division", ''), '立案庭') FROM "cases" c WHERE c."id" = t."case_id";
--> statement-breakpoint
UPDATE "cases" c SET "search_text" = lower(normalize(concat_ws(' ', c.case_number,
  (select f.cause_of_action from filings f where f.case_id = c.id),
  (select string_agg(concat_ws(' ', o.name, p.name), ' ' order by x.id) from participants x join persons p on p.id = x.person_id left join organisations o on o.id = x.organisation_id where x.case_id = c.id)), NFKC));
--> statement-breakpoint
UPDATE "tasks" t SET "search_text" = c."search_text" FROM "cases" c WHERE c."id" = t."case_id";
