CREATE TABLE "system_credentials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"system" text NOT NULL,
	"secret_hash" text NOT NULL,
	"task_kinds" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
