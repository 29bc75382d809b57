import { id, instant, json, primaryKey, table, text } from '../kit'

/** 内容版本: every version of a module that has ever been served, whole, so that an attempt keeps the one it began with. */
export const contentVersions = table(
  'content_versions',
  {
    moduleId: id('module_id').notNull(),
    version: text('version').notNull(),
    body: json<unknown>('body').notNull(),
    firstServedAt: instant('first_served_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.moduleId, t.version] })],
)
