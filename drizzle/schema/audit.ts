import { day, id, index, instant, int, json, table, text } from '../kit'

/**
 * 留痕: who did or saw what. Append-only; each entry's hash covers the one before, so that a changed or missing entry
 * shows. Ids stand for people: no names, phones or numbers of persons.
 */
export const auditEntries = table(
  'audit_entries',
  {
    /** 1, 2, 3 … without a gap. */
    number: int('number').primaryKey(),
    at: instant('at').notNull(),
    day: day('day').notNull(),
    /** Null where nobody was signed in. */
    accountId: id('account_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: json<Record<string, string | number | boolean | null>>('detail').notNull(),
    /** Where from, coarsely: "Chrome · Windows · 203.0.x.x". */
    origin: text('origin').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('audit_account').on(t.accountId, t.number),
    index('audit_action').on(t.action, t.number),
    index('audit_kind').on(t.subjectKind, t.number),
    index('audit_subject').on(t.subjectId, t.number),
    index('audit_day').on(t.day),
  ],
)
