import { sql } from 'drizzle-orm'
import { bool, check, day, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '../kit'

/**
 * 地区: district › street › community › grid. The code says where a region stands: the first 6 digits are the
 * district's, 9 the street's, 12 the community's; a grid adds 3 digits of its own (docs/decisions/013).
 */
export const regions = table(
  'regions',
  {
    id: id('id').primaryKey(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: ['district', 'street', 'community', 'grid'] }).notNull(),
    parentId: id('parent_id'),
    isDemo: bool('is_demo').notNull(),
    /** The last day it existed; what happened there stays. */
    closedOn: day('closed_on'),
    /** The region that took it over; only for a closed one. */
    mergedInto: id('merged_into'),
  },
  (t) => [uniqueIndex('region_code').on(t.code), index('region_parent').on(t.parentId)],
)

/** 人口: residents of a region by sex and age, of one year and one source. `ageTo` is the last age counted, 200 for "and over". */
export const regionPopulations = table(
  'region_populations',
  {
    regionId: id('region_id')
      .notNull()
      .references(() => regions.id),
    year: int('year').notNull(),
    sex: text('sex', { enum: ['female', 'male'] }).notNull(),
    ageFrom: int('age_from').notNull(),
    ageTo: int('age_to').notNull(),
    people: int('people').notNull(),
    source: text('source').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.regionId, t.year, t.sex, t.ageFrom] }),
    check('ages_in_order', sql`${t.ageFrom} between 0 and ${t.ageTo}`),
    check('people_not_negative', sql`${t.people} >= 0`),
  ],
)

/** 单位: whoever keeps a roster, the residents of a community among them (kind `community`). */
export const organizations = table(
  'organizations',
  {
    id: id('id').primaryKey(),
    regionId: id('region_id')
      .notNull()
      .references(() => regions.id),
    kind: text('kind', {
      enum: [
        'community',
        'committee',
        'government',
        'police',
        'school',
        'kindergarten',
        'enterprise',
        'key-unit',
        'crowded-place',
        'small-place',
        'property',
        'security',
        'micro-station',
        'volunteer-team',
        'other',
      ],
    }).notNull(),
    name: text('name').notNull(),
    /** How many people work there, as the unit says; its roster may hold fewer. Null: not said. */
    staffCount: int('staff_count'),
    /** What its joining link and poster carry. */
    joinCode: text('join_code').notNull(),
    createdAt: instant('created_at').notNull(),
    closedOn: day('closed_on'),
    mergedInto: id('merged_into'),
  },
  (t) => [
    uniqueIndex('organization_name').on(t.regionId, t.name),
    uniqueIndex('organization_join_code').on(t.joinCode),
    check('staff_not_negative', sql`${t.staffCount} >= 0`),
  ],
)

/** 班组: a class, a shift, a building of an organization. `key` is the name without its spelling: 一班 and 1班 are one. */
export const groups = table(
  'groups',
  {
    id: id('id').primaryKey(),
    organizationId: id('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    key: text('key').notNull(),
    closedOn: day('closed_on'),
  },
  (t) => [uniqueIndex('group_key').on(t.organizationId, t.key)],
)

/** 待确认的导入: the rows of a file of places or organizations as they were understood, until they are confirmed or a day old. */
export const placeDrafts = table(
  'place_drafts',
  {
    id: id('id').primaryKey(),
    /** Whoever uploaded it; nobody else sees it. */
    accountId: id('account_id').notNull(),
    kind: text('kind', { enum: ['places', 'organizations', 'frame', 'survey'] }).notNull(),
    body: json<unknown>('body').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('place_draft_account').on(t.accountId, t.kind), index('place_draft_created').on(t.createdAt)],
)
