DROP INDEX `person_join_code`;--> statement-breakpoint
CREATE INDEX `person_join_code` ON `persons` (`join_code_hash`);