CREATE TABLE `content_review_parts` (
	`review_id` text NOT NULL,
	`part` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`review_id`, `part`),
	FOREIGN KEY (`review_id`) REFERENCES `content_reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `content_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`module_id` text NOT NULL,
	`version` text NOT NULL,
	`decision` text NOT NULL,
	`reviewer_name` text NOT NULL,
	`reviewer_unit` text NOT NULL,
	`day` text NOT NULL,
	`note` text,
	`account_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "returned_has_note" CHECK("content_reviews"."decision" <> 'returned' or "content_reviews"."note" is not null)
);
--> statement-breakpoint
CREATE INDEX `content_reviews_module` ON `content_reviews` (`module_id`,`at`);
--> statement-breakpoint
CREATE TRIGGER `content_reviews_stay` BEFORE UPDATE ON `content_reviews`
BEGIN
	SELECT RAISE(ABORT, 'a review of content is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `content_reviews_remain` BEFORE DELETE ON `content_reviews`
BEGIN
	SELECT RAISE(ABORT, 'a review of content is never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `content_review_parts_stay` BEFORE UPDATE ON `content_review_parts`
BEGIN
	SELECT RAISE(ABORT, 'what a review covers is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `content_review_parts_remain` BEFORE DELETE ON `content_review_parts`
BEGIN
	SELECT RAISE(ABORT, 'what a review covers is never deleted');
END;
