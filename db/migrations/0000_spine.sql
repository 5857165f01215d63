CREATE TABLE "archives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"main_volume" text NOT NULL,
	"confidential_volume" text NOT NULL,
	"disc" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "archives_case_id_unique" UNIQUE("case_id")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_number" text,
	"facts" jsonb NOT NULL,
	"filed_by" uuid NOT NULL,
	"filed_at" timestamp with time zone NOT NULL,
	"stage" text NOT NULL,
	"stage_since" timestamp with time zone NOT NULL,
	"presiding_judge" uuid,
	"clerk" uuid,
	"technician" uuid,
	"closed_how" text,
	"closed_reason" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "cases_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"submitted_by" uuid NOT NULL,
	"title" text NOT NULL,
	"source" text NOT NULL,
	"proves" text NOT NULL,
	"file_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filings" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"filed_by" uuid NOT NULL,
	"cause_of_action" text NOT NULL,
	"claims" text NOT NULL,
	"facts_and_reasons" text NOT NULL,
	"filed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hearings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"session_number" integer NOT NULL,
	"kind" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"courtroom_id" text NOT NULL,
	"meeting_number" text NOT NULL,
	"state" text NOT NULL,
	"phase" text DEFAULT 'scheduled' NOT NULL,
	"phase_since" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"presence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"interruption" jsonb
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"hearing_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"document_file_id" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"effect_key" text NOT NULL,
	"proven_how" text,
	"proven_at" timestamp with time zone,
	CONSTRAINT "notices_hearing_id_participant_id_pk" PRIMARY KEY("hearing_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"person_id" uuid,
	"participant_id" uuid,
	"hearing_id" uuid,
	"state" text NOT NULL,
	"overdue" boolean DEFAULT false NOT NULL,
	"facts" jsonb NOT NULL,
	"articles" jsonb NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"outcome" jsonb,
	"completed_by" uuid,
	"completed_at" timestamp with time zone,
	"claimed_by" uuid,
	"claimed_at" timestamp with time zone,
	"last_refusal" jsonb
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"hearing_id" uuid NOT NULL,
	"resource_kind" text NOT NULL,
	"resource_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bookings_hearing_id_resource_kind_resource_id_pk" PRIMARY KEY("hearing_id","resource_kind","resource_id")
);
--> statement-breakpoint
CREATE TABLE "case_numbers" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"case_number" text NOT NULL,
	CONSTRAINT "case_numbers_case_number_unique" UNIQUE("case_number")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "court_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courtrooms" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sms_outbox" (
	"key" text PRIMARY KEY NOT NULL,
	"phone" text NOT NULL,
	"text" text NOT NULL,
	"case_id" uuid,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	"receipt" jsonb
);
--> statement-breakpoint
CREATE TABLE "media_events" (
	"id" text PRIMARY KEY NOT NULL,
	"order" bigint GENERATED ALWAYS AS IDENTITY (sequence name "media_events_order_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"hearing_id" text NOT NULL,
	"opaque_id" text,
	"at" bigint NOT NULL,
	"event" jsonb NOT NULL,
	"raw" jsonb
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hearing_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"duration_ms" integer NOT NULL,
	"timeline" jsonb NOT NULL,
	"ledger" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"hearing_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"room_id" text NOT NULL,
	"pin" text NOT NULL,
	"secret" text NOT NULL,
	"media_host" text NOT NULL,
	"state" text NOT NULL,
	"recording_folder" text NOT NULL,
	CONSTRAINT "rooms_room_id_unique" UNIQUE("room_id")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"hearing_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"participant_id" uuid,
	"role" text NOT NULL,
	"opaque_id" text NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "seats_hearing_id_person_id_pk" PRIMARY KEY("hearing_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"hearing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"as" text NOT NULL,
	"case_id" uuid NOT NULL,
	"signature_file_id" uuid,
	"sha256" text NOT NULL,
	"verified_by" text NOT NULL,
	"refused" text,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "signatures_hearing_id_version_person_id_pk" PRIMARY KEY("hearing_id","version","person_id")
);
--> statement-breakpoint
CREATE TABLE "transcript_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hearing_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"speaker" text NOT NULL,
	"spoken_at" timestamp with time zone NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"amended_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transcript_versions" (
	"hearing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"case_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"canonical" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"voided_at" timestamp with time zone,
	CONSTRAINT "transcript_versions_hearing_id_version_pk" PRIMARY KEY("hearing_id","version")
);
--> statement-breakpoint
CREATE TABLE "viewings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "viewings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"what" text NOT NULL,
	"file_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"body_hash" text NOT NULL,
	"workflow_id" text,
	"update" text,
	"args" jsonb,
	"state" text NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "effects" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"state" text NOT NULL,
	"request" jsonb NOT NULL,
	"response" jsonb,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"at" text NOT NULL,
	"case_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"hash" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journal_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "journal_heads" (
	"stream" text PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refused_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "refused_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"operation" text NOT NULL,
	"case_id" uuid,
	"subject" text,
	"code" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"person_id" uuid NOT NULL,
	"key" text NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "drafts_person_id_key_pk" PRIMARY KEY("person_id","key")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"case_id" uuid,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"identity_number" text,
	"phone" text,
	"verified_at" timestamp with time zone,
	"verified_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"title" text NOT NULL,
	"division" text DEFAULT '' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "staff_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_stage" ON "cases" USING btree ("stage");--> statement-breakpoint
CREATE INDEX "cases_judge" ON "cases" USING btree ("presiding_judge");--> statement-breakpoint
CREATE INDEX "cases_clerk" ON "cases" USING btree ("clerk");--> statement-breakpoint
CREATE INDEX "evidence_case" ON "evidence" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "hearings_case" ON "hearings" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "hearings_start" ON "hearings" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "hearings_meeting_number" ON "hearings" USING btree ("meeting_number");--> statement-breakpoint
CREATE INDEX "participants_case" ON "participants" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "participants_person" ON "participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tasks_open_role" ON "tasks" USING btree ("role","due_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "tasks_open_person" ON "tasks" USING btree ("person_id","due_at","id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "sms_outbox_phone" ON "sms_outbox" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "media_events_hearing" ON "media_events" USING btree ("hearing_id","at");--> statement-breakpoint
CREATE INDEX "recordings_hearing" ON "recordings" USING btree ("hearing_id");--> statement-breakpoint
CREATE UNIQUE INDEX "seats_opaque" ON "seats" USING btree ("opaque_id");--> statement-breakpoint
CREATE INDEX "transcript_lines_hearing" ON "transcript_lines" USING btree ("hearing_id","position");--> statement-breakpoint
CREATE INDEX "commands_pending" ON "commands" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "journal_case" ON "journal" USING btree ("case_id","recorded_at");--> statement-breakpoint
CREATE INDEX "refused_attempts_case" ON "refused_attempts" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "files_case" ON "files" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_identity_number" ON "persons" USING btree ("identity_number");--> statement-breakpoint
CREATE INDEX "persons_phone" ON "persons" USING btree ("phone");