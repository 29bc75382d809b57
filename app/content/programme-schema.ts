/** The shape of a training programme under content/programmes/: role groups, what each must learn and show, how long it holds. */
import { z } from 'zod'
import { type Authored, id, sourced, words } from './pieces'

const months = z.number().int().min(1).max(60)

export const programmeStructure = z.strictObject({
  id,
  ...sourced,
  /** For how many months a training counts; in 公众聚集场所 (places where the public gathers) it holds less long. */
  validity: z.strictObject({ months, publicGatheringPlaces: months }),
  groups: z
    .array(
      z.strictObject({
        id,
        modules: z.array(id).min(1),
        skills: z.array(id).default([]),
        /** Districts that name the group differently, each by its plan; `countedApart`: never added into one figure. */
        variants: z.array(z.strictObject({ plan: id, countedApart: z.boolean() })).default([]),
      }),
    )
    .min(1),
})

export const programmeWords = z.strictObject({
  title: words,
  introduction: words,
  groups: z.record(
    id,
    z.strictObject({
      name: words,
      variants: z.record(id, words).default({}),
      why: words,
      risks: z.array(words).min(1),
      knows: z.array(words).min(1),
      does: z.array(words).min(1),
    }),
  ),
})

export type Programme = Authored<z.infer<typeof programmeStructure>, z.infer<typeof programmeWords>>
