CREATE TABLE "invitations" (
	"participant_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"of_person" uuid NOT NULL,
	"seat" text NOT NULL,
	"ground" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"again" boolean NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"decision_reason" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "bench_changes" (
	"case_id" uuid NOT NULL,
	"from_person" uuid NOT NULL,
	"to_person" uuid NOT NULL,
	"seat" text NOT NULL,
	"clashes" uuid[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bench_changes_case_id_from_person_seat_pk" PRIMARY KEY("case_id","from_person","seat")
);
--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "left_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "invitations_case" ON "invitations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "recusals_case" ON "recusals" USING btree ("case_id");