/** The shape of a skill sheet under content/skills/: what is done with one's hands before two examiners. */
import { z } from 'zod'
import { type Authored, id, sourced, words } from './pieces'

export const skillStructure = z.strictObject({
  id,
  /** The module that teaches it. */
  module: id,
  ...sourced,
  /** How many do it together. */
  people: z.number().int().min(1).max(2),
  seconds: z.number().int().min(10).max(600),
  /** The step whose end stops the clock; left out when the whole sheet is timed. */
  clockStopsAt: id.optional(),
  passMark: z.number().int().min(1).max(100),
  /** Nobody under eighteen fights fire (safety position P11). */
  minimumAge: z.number().int().min(18),
  retests: z.number().int().min(0).max(3),
  steps: z.array(z.strictObject({ id, points: z.number().int().min(1).max(100) })).min(2),
  /** What fails the sheet at once, whatever the points. */
  fatal: z.array(id).min(1),
})

export const skillWords = z.strictObject({
  title: words,
  command: words,
  steps: z.record(id, z.strictObject({ title: words, judge: words, mistake: words })),
  fatal: z.record(id, words),
  setup: z.array(words).min(1),
  remark: words,
})

export type Skill = Authored<z.infer<typeof skillStructure>, z.infer<typeof skillWords>>
