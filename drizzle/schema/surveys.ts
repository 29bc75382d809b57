import { sql } from 'drizzle-orm'
import {
  type AnyColumn,
  bool,
  check,
  day,
  id,
  index,
  instant,
  int,
  json,
  primaryKey,
  real,
  table,
  text,
  uniqueIndex,
} from '../kit'
import { accounts } from './accounts'
import { regions } from './places'

/**
 * 调查批次: one instrument asked of one place in one period. A draft may change; once in the field only answers come in;
 * once closed nothing comes in, and only then may anybody see results.
 */
export const surveyWaves = table(
  'survey_waves',
  {
    id: id('id').primaryKey(),
    regionId: id('region_id')
      .notNull()
      .references(() => regions.id),
    name: text('name').notNull(),
    instrumentId: id('instrument_id').notNull(),
    instrumentVersion: text('instrument_version').notNull(),
    /** The instrument whole, as it was when the wave was made: later edits of the files change nothing here. */
    instrument: json<unknown>('instrument').notNull(),
    /** P: a probability sample. Q: quota, intercept or open link; no interval and no verdict. */
    tier: text('tier', { enum: ['P', 'Q'] }).notNull(),
    /** What `design` of app/measure/surveys/wave.ts says: stages, modes, household rule, take per cluster, planner's figures. */
    design: json<unknown>('design').notNull(),
    ageFrom: int('age_from').notNull(),
    ageTo: int('age_to').notNull(),
    /** The plan whose target is judged; null: none. `targetDefinition` null: the plan does not say how it counts. */
    planId: id('plan_id'),
    targetPercent: real('target_percent'),
    targetDefinition: text('target_definition', { enum: ['overallRate', 'masteryRate'] }),
    fieldFrom: day('field_from').notNull(),
    fieldTo: day('field_to').notNull(),
    status: text('status', { enum: ['draft', 'field', 'closed'] }).notNull(),
    /** 跟访: the wave whose respondents are asked once more, which itself follows none; null: it asks whom it draws. */
    followsId: id('follows_id').references((): AnyColumn => surveyWaves.id),
    /** What the sample was drawn with; null before it is drawn. Whoever has the frame and this can draw it again. */
    seed: text('seed'),
    drawnAt: instant('drawn_at'),
    closedAt: instant('closed_at'),
    createdBy: id('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('wave_region').on(t.regionId),
    index('wave_follows').on(t.followsId),
    check('wave_ages_in_order', sql`${t.ageFrom} between 0 and ${t.ageTo}`),
    check('wave_days_in_order', sql`${t.fieldFrom} <= ${t.fieldTo}`),
    check('wave_target_is_percent', sql`${t.targetPercent} between 0 and 100`),
  ],
)

/** 抽样框: the communities (or other first-stage units) that could be drawn. `size` counts households, or persons where the file says so. */
export const surveyClusters = table(
  'survey_clusters',
  {
    id: id('id').primaryKey(),
    waveId: id('wave_id')
      .notNull()
      .references(() => surveyWaves.id),
    regionId: id('region_id').references(() => regions.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    /** The stratum it stands in: the code of its street. */
    stratum: text('stratum').notNull(),
    size: int('size').notNull(),
    /** Chance of having been drawn, in (0, 1]; null: not drawn. */
    probability: real('probability'),
    /** 1 for the first drawn in its stratum; a large one may be drawn more than once and then has a greater `take`. */
    take: int('take').notNull(),
  },
  (t) => [
    uniqueIndex('cluster_code').on(t.waveId, t.code),
    check('cluster_size_positive', sql`${t.size} > 0`),
    check('cluster_probability', sql`${t.probability} > 0 and ${t.probability} <= 1`),
  ],
)

/** 样本户: one address, household or person to be asked. `code` is short, printed on paper and typed back in. */
export const surveyUnits = table(
  'survey_units',
  {
    id: id('id').primaryKey(),
    waveId: id('wave_id')
      .notNull()
      .references(() => surveyWaves.id),
    clusterId: id('cluster_id').references(() => surveyClusters.id),
    code: text('code').notNull(),
    /** Which household of the cluster's list, from 1; null where there is no list. */
    number: int('number'),
    /** Chance of the unit having been drawn, all stages together; null without a probability sample. */
    probability: real('probability'),
    /** SHA-256 of the single-use token for answering on the web; the token itself is shown once and kept nowhere. */
    tokenHash: text('token_hash'),
    interviewerId: id('interviewer_id').references(() => accounts.id),
    disposition: text('disposition', {
      enum: ['open', 'complete', 'break-off', 'refusal', 'no-contact', 'not-eligible'],
    }).notNull(),
    visits: int('visits').notNull(),
    /** How many eligible persons live there, as the interviewer found: one of them was chosen by Kish grid. */
    eligible: int('eligible'),
    /** 跟访: the unit of the wave before whose respondent is asked once more. */
    followsUnitId: id('follows_unit_id').references((): AnyColumn => surveyUnits.id),
    changedAt: instant('changed_at'),
  },
  (t) => [
    uniqueIndex('unit_code').on(t.waveId, t.code),
    uniqueIndex('unit_token').on(t.tokenHash),
    index('unit_interviewer').on(t.interviewerId),
    index('unit_cluster').on(t.clusterId),
    // Without it every unit let go would be looked for among all others.
    index('unit_follows').on(t.followsUnitId),
    check('unit_probability', sql`${t.probability} > 0 and ${t.probability} <= 1`),
  ],
)

/** 调查答卷: one respondent of a survey. The id comes from the form, so that sending it twice keeps the first. */
export const surveyResponses = table(
  'survey_responses',
  {
    id: id('id').primaryKey(),
    instrumentId: id('instrument_id').notNull(),
    instrumentVersion: text('instrument_version').notNull(),
    /** Q: self-selected or quota. No interval and no verdict may be computed from these. */
    tier: text('tier', { enum: ['P', 'Q'] }).notNull(),
    regionId: id('region_id').references(() => regions.id),
    /** Core items only: those of the awareness rate. */
    asked: int('asked').notNull(),
    answered: int('answered').notNull(),
    correct: int('correct').notNull(),
    submittedAt: instant('submitted_at').notNull(),
    day: day('day').notNull(),
    /** Null: the open survey, which belongs to no wave. */
    waveId: id('wave_id').references(() => surveyWaves.id),
    unitId: id('unit_id').references(() => surveyUnits.id),
    mode: text('mode', { enum: ['face', 'phone', 'web', 'paper', 'file'] }),
    sex: text('sex', { enum: ['female', 'male'] }),
    age: int('age'),
    /** 代填: somebody else wrote down what the respondent said. */
    isProxy: bool('is_proxy'),
    /** The interviewer who asked, or whoever typed the paper in. */
    accountId: id('account_id').references(() => accounts.id),
    seconds: int('seconds'),
    /** A keyed hash, equal for the same person in a wave and in those that follow it; null where nobody was identified. */
    personKey: text('person_key'),
    /** The weight that came with a file from elsewhere. */
    weight: real('weight'),
    /** Stratum and cluster that came with a file from elsewhere. */
    stratum: text('stratum'),
    cluster: text('cluster'),
  },
  (t) => [
    index('response_instrument').on(t.instrumentId, t.instrumentVersion),
    index('response_wave').on(t.waveId),
    uniqueIndex('response_unit').on(t.unitId),
    check('counts_in_order', sql`${t.correct} between 0 and ${t.answered} and ${t.answered} <= ${t.asked}`),
  ],
)

/**
 * One item of one respondent. `optionId` is null where it was left blank; of a multiple choice it holds the option ids
 * in the instrument's order with spaces between. `correct` is false for items that have no right answer.
 */
export const surveyAnswers = table(
  'survey_answers',
  {
    responseId: id('response_id')
      .notNull()
      .references(() => surveyResponses.id),
    itemId: id('item_id').notNull(),
    optionId: id('option_id'),
    correct: bool('correct').notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.itemId] }), index('survey_answer_item').on(t.itemId)],
)

/** 导入对照: which column of a file from elsewhere means what, kept to be used again. */
export const surveyMappings = table('survey_mappings', {
  id: id('id').primaryKey(),
  waveId: id('wave_id')
    .notNull()
    .references(() => surveyWaves.id),
  name: text('name').notNull(),
  mapping: json<unknown>('mapping').notNull(),
  accountId: id('account_id').notNull(),
  createdAt: instant('created_at').notNull(),
})

/** 估计: one frozen result of a closed wave with all that is needed to compute it again. Never changed; published or withdrawn. */
export const estimates = table(
  'estimates',
  {
    id: id('id').primaryKey(),
    waveId: id('wave_id')
      .notNull()
      .references(() => surveyWaves.id),
    regionId: id('region_id')
      .notNull()
      .references(() => regions.id),
    input: json<unknown>('input').notNull(),
    result: json<unknown>('result').notNull(),
    note: text('note').notNull(),
    createdBy: id('created_by')
      .notNull()
      .references(() => accounts.id),
    createdAt: instant('created_at').notNull(),
    publishedAt: instant('published_at'),
    /** Why it was taken back; the figure itself stays. */
    withdrawnAt: instant('withdrawn_at'),
    withdrawnWhy: text('withdrawn_why'),
  },
  (t) => [
    index('estimate_wave').on(t.waveId),
    index('estimate_published').on(t.regionId, t.publishedAt),
    // One wave has one figure that stands before the public.
    uniqueIndex('estimate_in_force').on(t.waveId).where(sql`${t.publishedAt} is not null and ${t.withdrawnAt} is null`),
  ],
)
