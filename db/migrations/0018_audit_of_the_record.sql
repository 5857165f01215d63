CREATE TABLE "anchors" (
	"number" integer PRIMARY KEY NOT NULL,
	"day" text NOT NULL,
	"sha256" text NOT NULL,
	"seal" text NOT NULL,
	"streams" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"progress" jsonb NOT NULL,
	"result" jsonb,
	"error" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "command_heads" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exported_histories" (
	"workflow_id" text NOT NULL,
	"run_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"json_sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"events" integer NOT NULL,
	"continues" text,
	"last" boolean NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"exported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exported_histories_workflow_id_run_id_pk" PRIMARY KEY("workflow_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "viewings" ADD COLUMN "why" text;--> statement-breakpoint
ALTER TABLE "viewings" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "commands" ADD COLUMN "number" integer;--> statement-breakpoint
ALTER TABLE "commands" ADD COLUMN "seal" text;--> statement-breakpoint
ALTER TABLE "commands" ADD COLUMN "answer_seal" text;--> statement-breakpoint
CREATE INDEX "anchors_day" ON "anchors" USING btree ("day");--> statement-breakpoint
CREATE INDEX "audits_case" ON "audits" USING btree ("case_id","started_at");--> statement-breakpoint
CREATE INDEX "exported_histories_case" ON "exported_histories" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "viewings_case" ON "viewings" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "viewings_person" ON "viewings" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "viewings_at" ON "viewings" USING btree ("at");--> statement-breakpoint
CREATE INDEX "commands_person" ON "commands" USING btree ("person_id","number");--> statement-breakpoint
CREATE INDEX "commands_workflow" ON "commands" USING btree ("workflow_id");