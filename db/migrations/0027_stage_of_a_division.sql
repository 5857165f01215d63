DROP INDEX "cases_stage";--> statement-breakpoint
CREATE INDEX "cases_stage" ON "cases" USING btree ("stage","division");