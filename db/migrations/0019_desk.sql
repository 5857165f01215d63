CREATE TABLE "desk_seen" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"to_role" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"until_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "task_assignments" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_assignments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"to_person" uuid NOT NULL,
	"by_person" uuid NOT NULL,
	"instead_of" uuid,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "task_reminders" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"task_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"to_person" uuid,
	"by_person" uuid NOT NULL,
	"note" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_absences" ADD CONSTRAINT "staff_absences_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_absences" ADD CONSTRAINT "staff_absences_deputy_id_persons_id_fk" FOREIGN KEY ("deputy_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "escalations_role" ON "escalations" USING btree ("to_role");--> statement-breakpoint
CREATE INDEX "escalations_case" ON "escalations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "staff_absences_deputy" ON "staff_absences" USING btree ("deputy_id","until_at");--> statement-breakpoint
CREATE INDEX "staff_absences_person" ON "staff_absences" USING btree ("person_id","until_at");--> statement-breakpoint
CREATE INDEX "task_assignments_task" ON "task_assignments" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_assignments_case" ON "task_assignments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "task_assignments_to" ON "task_assignments" USING btree ("to_person");--> statement-breakpoint
CREATE INDEX "task_reminders_task" ON "task_reminders" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "task_reminders_case" ON "task_reminders" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "task_reminders_to" ON "task_reminders" USING btree ("to_person");