CREATE TABLE "claim_seals" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	"seal" text
);
--> statement-breakpoint
ALTER TABLE "command_heads" ADD COLUMN "seal" text;--> statement-breakpoint
ALTER TABLE "commands" ADD COLUMN "sent_seal" text;--> statement-breakpoint
CREATE INDEX "commands_given_for" ON "commands" USING btree (("args" ->> 'workflowId'));--> statement-breakpoint
-- Claims from before they were sealed.
INSERT INTO "claim_seals" ("task_id", "claimed_by", "claimed_at") SELECT "id", "claimed_by", date_trunc('milliseconds', "claimed_at") FROM "tasks" WHERE "claimed_by" IS NOT NULL;--> statement-breakpoint
UPDATE "tasks" SET "claimed_at" = date_trunc('milliseconds', "claimed_at") WHERE "claimed_at" IS NOT NULL;
