/** The shape of content/audiences/: 重点人群, the people that the plans want reached besides 一警六员. */
import { z } from 'zod'
import { type Authored, id, sourced, words } from './pieces'

export const keyAudienceStructure = z.strictObject({
  audiences: z
    .array(
      z.strictObject({
        id,
        /** The plans that name them. */
        plans: z.array(id).min(1),
        modules: z.array(id).min(1),
        ...sourced,
      }),
    )
    .min(1),
})

export const keyAudienceWords = z.strictObject({
  audiences: z.record(
    id,
    z.strictObject({
      name: words,
      why: words,
      /** May be empty: some are to be trained without facing a danger of their own. */
      risks: z.array(words),
      knows: z.array(words).min(1),
    }),
  ),
})

export type KeyAudiences = Authored<z.infer<typeof keyAudienceStructure>, z.infer<typeof keyAudienceWords>>
