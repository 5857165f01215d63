CREATE TABLE "filing_versions" (
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"changed" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "filing_versions_case_id_version_pk" PRIMARY KEY("case_id","version")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"credit_code" text,
	"address" text NOT NULL,
	"office" text NOT NULL,
	"named_in" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "particulars" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "materials" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "agency" jsonb;--> statement-breakpoint
CREATE INDEX "organisations_case" ON "organisations" USING btree ("named_in");