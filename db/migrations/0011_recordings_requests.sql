CREATE TABLE "recordings_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"how" text NOT NULL,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	"days" integer,
	"file_id" uuid,
	"until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "viewings" ADD COLUMN "how" text DEFAULT 'view' NOT NULL;--> statement-breakpoint
ALTER TABLE "viewings" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "recordings_requests_case" ON "recordings_requests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "recordings_requests_hearing" ON "recordings_requests" USING btree ("hearing_id");--> statement-breakpoint
CREATE INDEX "recordings_requests_file" ON "recordings_requests" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "viewings_file" ON "viewings" USING btree ("file_id","person_id");