CREATE TABLE `attempt_answers` (
	`attempt_id` text NOT NULL,
	`question_id` text NOT NULL,
	`response` text NOT NULL,
	`sequence` integer NOT NULL,
	`correct` integer,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `question_id`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempt_results` (
	`attempt_id` text PRIMARY KEY NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` text NOT NULL,
	`correct_count` integer NOT NULL,
	`item_count` integer NOT NULL,
	`passed` integer NOT NULL,
	`counted` integer NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "correct_within_items" CHECK("attempt_results"."correct_count" between 0 and "attempt_results"."item_count")
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`module_id` text NOT NULL,
	`content_version` text NOT NULL,
	`kind` text NOT NULL,
	`number` integer NOT NULL,
	`items` text NOT NULL,
	`seed` text NOT NULL,
	`pass_mark` integer NOT NULL,
	`rule_version` text NOT NULL,
	`region_id` text,
	`started_at` integer NOT NULL,
	`day` text NOT NULL,
	`deadline_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`,`content_version`) REFERENCES `content_versions`(`module_id`,`version`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempt_number` ON `attempts` (`learner_id`,`module_id`,`kind`,`number`);--> statement-breakpoint
CREATE INDEX `attempt_module` ON `attempts` (`module_id`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `completions` (
	`id` text PRIMARY KEY NOT NULL,
	`learner_id` text NOT NULL,
	`module_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`content_version` text NOT NULL,
	`rule_version` text NOT NULL,
	`score_percent` integer NOT NULL,
	`earned_at` integer NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `completion_attempt` ON `completions` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `completion_learner` ON `completions` (`learner_id`,`module_id`);--> statement-breakpoint
CREATE TABLE `content_versions` (
	`module_id` text NOT NULL,
	`version` text NOT NULL,
	`body` text NOT NULL,
	`first_served_at` integer NOT NULL,
	PRIMARY KEY(`module_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `item_tallies` (
	`module_id` text NOT NULL,
	`question_id` text NOT NULL,
	`content_version` text NOT NULL,
	`region_id` text NOT NULL,
	`asked` integer NOT NULL,
	`correct` integer NOT NULL,
	`blank` integer NOT NULL,
	PRIMARY KEY(`question_id`, `content_version`, `region_id`)
);
--> statement-breakpoint
CREATE INDEX `item_tally_module` ON `item_tallies` (`module_id`);--> statement-breakpoint
CREATE TABLE `learner_codes` (
	`learner_id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`learner_id`) REFERENCES `learners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `learner_code_hash` ON `learner_codes` (`code_hash`);--> statement-breakpoint
CREATE TABLE `learners` (
	`id` text PRIMARY KEY NOT NULL,
	`merged_into` text,
	`region_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `learner_merged` ON `learners` (`merged_into`);--> statement-breakpoint
CREATE TABLE `option_tallies` (
	`module_id` text NOT NULL,
	`question_id` text NOT NULL,
	`content_version` text NOT NULL,
	`option_id` text NOT NULL,
	`picked` integer NOT NULL,
	PRIMARY KEY(`question_id`, `content_version`, `option_id`)
);
--> statement-breakpoint
CREATE INDEX `option_tally_module` ON `option_tallies` (`module_id`);--> statement-breakpoint
CREATE TABLE `quiz_tallies` (
	`module_id` text NOT NULL,
	`region_id` text NOT NULL,
	`learners` integer NOT NULL,
	`passed` integer NOT NULL,
	PRIMARY KEY(`module_id`, `region_id`)
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` text,
	`is_demo` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `region_code` ON `regions` (`code`);--> statement-breakpoint
CREATE INDEX `region_parent` ON `regions` (`parent_id`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`option_id` text,
	`correct` integer NOT NULL,
	PRIMARY KEY(`response_id`, `item_id`),
	FOREIGN KEY (`response_id`) REFERENCES `survey_responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `survey_answer_item` ON `survey_answers` (`item_id`);--> statement-breakpoint
CREATE TABLE `survey_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`instrument_id` text NOT NULL,
	`instrument_version` text NOT NULL,
	`tier` text NOT NULL,
	`region_id` text,
	`asked` integer NOT NULL,
	`answered` integer NOT NULL,
	`correct` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`day` text NOT NULL,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "counts_in_order" CHECK("survey_responses"."correct" between 0 and "survey_responses"."answered" and "survey_responses"."answered" <= "survey_responses"."asked")
);
--> statement-breakpoint
CREATE INDEX `response_instrument` ON `survey_responses` (`instrument_id`,`instrument_version`);