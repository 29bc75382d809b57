DROP INDEX `membership_organization`;--> statement-breakpoint
CREATE INDEX `membership_organization` ON `memberships` (`organization_id`,`ended_on`,`role_group`);