CREATE TABLE "taken_files" (
	"file_id" uuid NOT NULL,
	"command_id" uuid NOT NULL,
	"purpose_before" text NOT NULL,
	CONSTRAINT "taken_files_file_id_command_id_pk" PRIMARY KEY("file_id","command_id")
);
--> statement-breakpoint
ALTER TABLE "taken_files" ADD CONSTRAINT "taken_files_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "taken_files_command" ON "taken_files" USING btree ("command_id");