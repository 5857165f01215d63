CREATE TABLE "assessor_invitations" (
	"case_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"state" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "assessor_invitations_case_id_person_id_pk" PRIMARY KEY("case_id","person_id")
);
