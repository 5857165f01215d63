-- The open tasks under an article are found without reading all of a division; what waits for a role is counted from the index alone.
CREATE INDEX "tasks_open_articles" ON "tasks" USING gin ("articles") WHERE state = 'open';
--> statement-breakpoint
DROP INDEX "tasks_open_pool";
--> statement-breakpoint
CREATE INDEX "tasks_open_pool" ON "tasks" ("role", (coalesce("due_at", 'infinity'::timestamptz)), "id") INCLUDE ("kind", "overdue", "division") WHERE state = 'open' AND person_id IS NULL;
