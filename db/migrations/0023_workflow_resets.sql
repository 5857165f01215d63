CREATE TABLE "workflow_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"case_id" uuid NOT NULL,
	"base_run_id" text NOT NULL,
	"event_id" integer NOT NULL,
	"keep_signals" boolean NOT NULL,
	"keep_updates" boolean NOT NULL,
	"reason" text NOT NULL,
	"preview" jsonb NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"new_run_id" text
);
--> statement-breakpoint
CREATE INDEX "workflow_resets_stream" ON "workflow_resets" USING btree ("stream","state");