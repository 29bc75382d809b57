/** The shape of content/campaigns/: the five lines (五进) and the campaign presets of the year. */
import { z } from 'zod'
import { type Authored, comparison, id, indicatorId, sourced, unit, words } from './pieces'

const monthDay = z.string().regex(/^\d{2}-\d{2}$/, { error: 'a day of the year as month-day, such as 11-09' })

/**
 * When in the year: from a day to a day, both within it, over the new year when `to` is the smaller; or the first or last
 * such weekday of a month; or so many days before and after the Spring Festival, which moves.
 */
const window = z.union(
  [
    z.strictObject({ from: monthDay, to: monthDay }),
    z.strictObject({
      week: z.enum(['first', 'last']),
      weekday: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
      month: z.number().int().min(1).max(12),
    }),
    z.strictObject({
      festival: z.literal('spring-festival'),
      daysBefore: z.number().int().min(0).max(60),
      daysAfter: z.number().int().min(0).max(60),
    }),
  ],
  { error: 'days from and to, a weekday of a month, or days around the Spring Festival' },
)

/** An indicator of plans: the targets are theirs and stand there only. */
const indicator = z.strictObject({ id: indicatorId, plans: z.array(id).min(1) })

/** Something a campaign counts for itself; `setLocally`: the figure is an example that each district sets anew. */
const measure = z.strictObject({
  id: indicatorId,
  target: z
    .strictObject({ comparison, value: z.number().min(0), unit, setLocally: z.boolean().default(false) })
    .optional(),
})

const shared = {
  id,
  ...sourced,
  modules: z.array(id).min(1),
  indicators: z.array(indicator).default([]),
  measures: z.array(measure).default([]),
}

export const campaignStructure = z.strictObject({
  /** People a campaign addresses who are no audience elsewhere in content/. */
  publics: z.array(id).default([]),
  lines: z.array(z.strictObject(shared)).min(1),
  presets: z
    .array(
      z.strictObject({
        ...shared,
        windows: z.array(window).min(1),
        audiences: z.array(id).min(1),
        /** An instrument whose knowledge points the campaign puts first. */
        pointsOf: id.optional(),
        /** What nobody has confirmed yet, such as the theme of a year. */
        openPoints: z.array(id).default([]),
      }),
    )
    .min(1),
})

export const campaignWords = z.strictObject({
  publics: z.record(id, words).default({}),
  measures: z.record(indicatorId, words).default({}),
  lines: z.record(id, z.strictObject({ title: words, why: words, focus: z.array(words).min(1) })),
  presets: z.record(
    id,
    z.strictObject({
      title: words,
      when: words,
      actions: z.array(words).min(1),
      openPoints: z.record(id, words).default({}),
    }),
  ),
})

export type CampaignWindow = z.infer<typeof window>
export type Campaigns = Authored<z.infer<typeof campaignStructure>, z.infer<typeof campaignWords>>
