CREATE TABLE `account_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `account_link_account` ON `account_links` (`account_id`);--> statement-breakpoint
CREATE TABLE `account_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`confirmed_at` integer,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_session_token` ON `account_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_session_account` ON `account_sessions` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`region_id` text,
	`organization_id` text,
	`password_hash` text,
	`totp_sealed` text,
	`totp_step` integer,
	`created_at` integer NOT NULL,
	`disabled_at` integer,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_login` ON `accounts` (`login`);--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`account_id` text,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	`origin` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_account` ON `audit_entries` (`account_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_action` ON `audit_entries` (`action`,`number`);--> statement-breakpoint
CREATE INDEX `audit_kind` ON `audit_entries` (`subject_kind`,`number`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit_entries` (`subject_id`,`number`);--> statement-breakpoint
CREATE INDEX `audit_day` ON `audit_entries` (`day`);--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`page` text NOT NULL,
	`text` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`day` text NOT NULL,
	`status` text NOT NULL,
	`answer` text,
	`public_text` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "answered_has_answer" CHECK("feedback"."status" <> 'answered' or "feedback"."answer" is not null)
);
--> statement-breakpoint
CREATE INDEX `feedback_status` ON `feedback` (`status`,`submitted_at`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL,
	`closed_on` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_key` ON `groups` (`organization_id`,`key`);--> statement-breakpoint
CREATE TABLE `guardian_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`guardian_name` text NOT NULL,
	`notice_version` text NOT NULL,
	`channel` text NOT NULL,
	`consented_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer,
	`import_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consent_person` ON `guardian_consents` (`person_id`);--> statement-breakpoint
CREATE INDEX `consent_import` ON `guardian_consents` (`import_id`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`row_number` integer NOT NULL,
	`cells_sealed` text,
	`outcome` text NOT NULL,
	`faults` text,
	`candidates` text,
	`why` text,
	`choice` text,
	`person_id` text,
	`membership_id` text,
	`consent_id` text,
	`name` text,
	`birth_year` integer,
	`sex` text,
	`phone_sealed` text,
	`phone_hash` text,
	`phone_tail` text,
	`id_hash` text,
	`id_tail` text,
	`join_code_hash` text,
	`organization_id` text,
	`group_id` text,
	`group_name` text,
	`group_key` text,
	`role_group` text,
	`is_role_given` integer,
	`is_birth_approximate` integer,
	`note` text,
	`guardian_name` text,
	`consented_on` text,
	`before` text,
	PRIMARY KEY(`import_id`, `row_number`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "row_number_positive" CHECK("import_rows"."row_number" <> 0)
);
--> statement-breakpoint
CREATE INDEX `import_row_outcome` ON `import_rows` (`import_id`,`outcome`,`row_number`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`organization_id` text,
	`region_code` text NOT NULL,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`status` text NOT NULL,
	`refusal` text,
	`encoding` text,
	`sheet_name` text,
	`header_row` integer,
	`columns` text,
	`rows_read` integer NOT NULL,
	`rows_checked` integer NOT NULL,
	`counts` text,
	`spellings` text,
	`is_complete` integer NOT NULL,
	`created_at` integer NOT NULL,
	`day` text NOT NULL,
	`applied_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_region` ON `imports` (`region_code`,`created_at`);--> statement-breakpoint
CREATE INDEX `import_organization` ON `imports` (`organization_id`);--> statement-breakpoint
CREATE TABLE `learner_links` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`person_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learner_link_open` ON `learner_links` (`learner_id`,`organization_id`) WHERE left_at is null;--> statement-breakpoint
CREATE INDEX `learner_link_person` ON `learner_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`group_id` text,
	`role_group` text NOT NULL,
	`note` text,
	`started_on` text NOT NULL,
	`ended_on` text,
	`import_id` text,
	`last_import_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `membership_open` ON `memberships` (`person_id`,`organization_id`) WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX `membership_organization` ON `memberships` (`organization_id`,`ended_on`,`role_group`);--> statement-breakpoint
CREATE INDEX `membership_import` ON `memberships` (`last_import_id`);--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`staff_count` integer,
	`join_code` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_on` text,
	`merged_into` text,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "staff_not_negative" CHECK("organizations"."staff_count" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_name` ON `organizations` (`region_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `organization_join_code` ON `organizations` (`join_code`);--> statement-breakpoint
CREATE TABLE `persons` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`birth_year` integer,
	`sex` text,
	`phone_sealed` text,
	`phone_hash` text,
	`phone_tail` text,
	`id_hash` text,
	`id_tail` text,
	`join_code_hash` text NOT NULL,
	`join_failures` integer NOT NULL,
	`join_failures_on` text,
	`merged_into` text,
	`last_import_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_name` ON `persons` (`name`);--> statement-breakpoint
CREATE INDEX `person_phone` ON `persons` (`phone_hash`);--> statement-breakpoint
CREATE INDEX `person_id_number` ON `persons` (`id_hash`);--> statement-breakpoint
CREATE INDEX `person_join_code` ON `persons` (`join_code_hash`);--> statement-breakpoint
CREATE INDEX `person_import` ON `persons` (`last_import_id`);--> statement-breakpoint
CREATE TABLE `place_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `place_draft_account` ON `place_drafts` (`account_id`,`kind`);--> statement-breakpoint
CREATE INDEX `place_draft_created` ON `place_drafts` (`created_at`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`account_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`account_id`, `code_hash`),
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `region_populations` (
	`region_id` text NOT NULL,
	`year` integer NOT NULL,
	`sex` text NOT NULL,
	`age_from` integer NOT NULL,
	`age_to` integer NOT NULL,
	`people` integer NOT NULL,
	`source` text NOT NULL,
	PRIMARY KEY(`region_id`, `year`, `sex`, `age_from`),
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ages_in_order" CHECK("region_populations"."age_from" between 0 and "region_populations"."age_to"),
	CONSTRAINT "people_not_negative" CHECK("region_populations"."people" >= 0)
);
--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`login_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer
);
--> statement-breakpoint
ALTER TABLE `regions` ADD `closed_on` text;--> statement-breakpoint
ALTER TABLE `regions` ADD `merged_into` text;