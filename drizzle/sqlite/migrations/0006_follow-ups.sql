ALTER TABLE `survey_units` ADD `follows_unit_id` text REFERENCES survey_units(id);--> statement-breakpoint
CREATE INDEX `unit_follows` ON `survey_units` (`follows_unit_id`);--> statement-breakpoint
ALTER TABLE `survey_waves` ADD `follows_id` text REFERENCES survey_waves(id);--> statement-breakpoint
CREATE INDEX `wave_follows` ON `survey_waves` (`follows_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `estimate_in_force` ON `estimates` (`wave_id`) WHERE "estimates"."published_at" is not null and "estimates"."withdrawn_at" is null;