ALTER TABLE "cases" ADD COLUMN "panel" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "division" text;--> statement-breakpoint
ALTER TABLE "allotments" ADD COLUMN "panel" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "allotments" ADD COLUMN "division" text DEFAULT '' NOT NULL;