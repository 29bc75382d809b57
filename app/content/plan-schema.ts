/** The shape of a district's plan under content/plans/: what it promises to reach. What it does not set is absent, never 0. */
import { z } from 'zod'
import { type Authored, comparison, id, indicatorId, sourced, unit, words } from './pieces'

export const planStructure = z.strictObject({
  id,
  ...sourced,
  targetYear: z.number().int().min(2000).max(2100),
  indicators: z
    .array(
      z.strictObject({
        id: indicatorId,
        comparison,
        value: z.number().min(0),
        unit,
        /** The plan itself calls the target binding (约束性). */
        binding: z.boolean(),
        /** The target is one for each of these; left out when it is one for the whole district. */
        per: z.enum(['year', 'week', 'town', 'community']).optional(),
        /** The target is for some only, such as staff of key units. */
        among: id.optional(),
        /** How the plan defines the figure; null where it is silent. */
        definition: id.nullable(),
      }),
    )
    .min(1),
  /** Figures that the plan reports as reached; `usable` is false where the figure must not be compared with. */
  baselines: z
    .array(z.strictObject({ id, indicator: indicatorId, value: z.number().min(0), unit, usable: z.boolean() }))
    .default([]),
})

export const planWords = z.strictObject({
  district: words,
  title: words,
  indicators: z.record(indicatorId, words),
  among: z.record(id, words).default({}),
  definitions: z.record(id, words).default({}),
  baselines: z.record(id, words).default({}),
  /** What a reader of the figures has to know. */
  notes: z.array(words).default([]),
})

export type Plan = Authored<z.infer<typeof planStructure>, z.infer<typeof planWords>>
