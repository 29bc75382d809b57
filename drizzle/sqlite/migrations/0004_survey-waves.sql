CREATE TABLE `estimates` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`region_id` text NOT NULL,
	`input` text NOT NULL,
	`result` text NOT NULL,
	`note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	`withdrawn_at` integer,
	`withdrawn_why` text,
	FOREIGN KEY (`wave_id`) REFERENCES `survey_waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `estimate_wave` ON `estimates` (`wave_id`);--> statement-breakpoint
CREATE INDEX `estimate_published` ON `estimates` (`region_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `survey_clusters` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`region_id` text,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`stratum` text NOT NULL,
	`size` integer NOT NULL,
	`probability` real,
	`take` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `survey_waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cluster_size_positive" CHECK("survey_clusters"."size" > 0),
	CONSTRAINT "cluster_probability" CHECK("survey_clusters"."probability" > 0 and "survey_clusters"."probability" <= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cluster_code` ON `survey_clusters` (`wave_id`,`code`);--> statement-breakpoint
CREATE TABLE `survey_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`name` text NOT NULL,
	`mapping` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`wave_id`) REFERENCES `survey_waves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `survey_units` (
	`id` text PRIMARY KEY NOT NULL,
	`wave_id` text NOT NULL,
	`cluster_id` text,
	`code` text NOT NULL,
	`number` integer,
	`probability` real,
	`token_hash` text,
	`interviewer_id` text,
	`disposition` text NOT NULL,
	`visits` integer NOT NULL,
	`eligible` integer,
	`changed_at` integer,
	FOREIGN KEY (`wave_id`) REFERENCES `survey_waves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cluster_id`) REFERENCES `survey_clusters`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`interviewer_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unit_probability" CHECK("survey_units"."probability" > 0 and "survey_units"."probability" <= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_code` ON `survey_units` (`wave_id`,`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `unit_token` ON `survey_units` (`token_hash`);--> statement-breakpoint
CREATE INDEX `unit_interviewer` ON `survey_units` (`interviewer_id`);--> statement-breakpoint
CREATE INDEX `unit_cluster` ON `survey_units` (`cluster_id`);--> statement-breakpoint
CREATE TABLE `survey_waves` (
	`id` text PRIMARY KEY NOT NULL,
	`region_id` text NOT NULL,
	`name` text NOT NULL,
	`instrument_id` text NOT NULL,
	`instrument_version` text NOT NULL,
	`instrument` text NOT NULL,
	`tier` text NOT NULL,
	`design` text NOT NULL,
	`age_from` integer NOT NULL,
	`age_to` integer NOT NULL,
	`plan_id` text,
	`target_percent` real,
	`target_definition` text,
	`field_from` text NOT NULL,
	`field_to` text NOT NULL,
	`status` text NOT NULL,
	`seed` text,
	`drawn_at` integer,
	`closed_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "wave_ages_in_order" CHECK("survey_waves"."age_from" between 0 and "survey_waves"."age_to"),
	CONSTRAINT "wave_days_in_order" CHECK("survey_waves"."field_from" <= "survey_waves"."field_to"),
	CONSTRAINT "wave_target_is_percent" CHECK("survey_waves"."target_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE INDEX `wave_region` ON `survey_waves` (`region_id`);--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `wave_id` text REFERENCES survey_waves(id);--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `unit_id` text REFERENCES survey_units(id);--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `mode` text;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `sex` text;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `age` integer;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `is_proxy` integer;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `account_id` text REFERENCES accounts(id);--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `seconds` integer;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `person_key` text;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `weight` real;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `stratum` text;--> statement-breakpoint
ALTER TABLE `survey_responses` ADD `cluster` text;--> statement-breakpoint
CREATE INDEX `response_wave` ON `survey_responses` (`wave_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `response_unit` ON `survey_responses` (`unit_id`);