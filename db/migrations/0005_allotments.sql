CREATE TABLE "allotments" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	"presiding_judge" uuid NOT NULL,
	"clerk" uuid NOT NULL,
	"technician" uuid,
	CONSTRAINT "allotments_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
CREATE TABLE "booked_hearings" (
	"hearing_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"meeting_number" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"courtroom_id" text NOT NULL,
	CONSTRAINT "booked_hearings_meeting_number_unique" UNIQUE("meeting_number")
);
