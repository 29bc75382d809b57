ALTER TABLE `import_rows` ADD `why` text;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `is_role_given` integer;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `is_birth_approximate` integer;