DROP INDEX `audit_subject`;--> statement-breakpoint
CREATE INDEX `audit_kind` ON `audit_entries` (`subject_kind`,`number`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_entries` (`subject_id`,`number`);