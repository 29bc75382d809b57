CREATE TABLE `place_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `place_draft_account` ON `place_drafts` (`account_id`,`kind`);--> statement-breakpoint
CREATE INDEX `place_draft_created` ON `place_drafts` (`created_at`);