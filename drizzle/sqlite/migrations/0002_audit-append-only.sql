-- docs/decisions/014: entries are only ever added, each right behind the last one. "insert or replace" is an insert, too.
CREATE TRIGGER `audit_entries_follow` BEFORE INSERT ON `audit_entries`
WHEN NEW.`number` <> coalesce((SELECT max(`number`) FROM `audit_entries`), 0) + 1
BEGIN
	SELECT RAISE(ABORT, 'not the next entry of the audit log');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'an entry of the audit log is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_entries_remain` BEFORE DELETE ON `audit_entries`
BEGIN
	SELECT RAISE(ABORT, 'an entry of the audit log is never deleted');
END;
