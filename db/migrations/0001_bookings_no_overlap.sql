-- G4: nobody and no courtroom is in two places at once. The constraint decides, whoever asks first.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_no_overlap"
  EXCLUDE USING gist ("resource_kind" WITH =, "resource_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);
