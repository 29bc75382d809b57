import { bool, id, index, table, text, uniqueIndex } from '../kit'

/** 地区: district › street › community, each with its 12-digit code. */
export const regions = table(
  'regions',
  {
    id: id('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: ['district', 'street', 'community'] }).notNull(),
    parentId: id('parent_id'),
    isDemo: bool('is_demo').notNull(),
  },
  (t) => [uniqueIndex('region_code').on(t.code), index('region_parent').on(t.parentId)],
)
