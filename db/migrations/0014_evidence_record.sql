ALTER TABLE "cases" ADD COLUMN "evidence_period" jsonb;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "record" jsonb;