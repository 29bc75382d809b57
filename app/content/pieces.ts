/** What the shapes of several kinds of authored files are made of: ids, words, marks and sources. */
import { z } from 'zod'

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'an id: lower-case letters, digits and single hyphens, such as call-119',
})
export const factId = z.string().regex(/^f[1-9][0-9]?$/, { error: 'a fact id: f and a number, such as f3' })
/** A fact of a module, as everything outside the module names it. */
export const pointId = z.string().regex(/^[a-z0-9-]+\.f[1-9][0-9]?$/, {
  error: 'a knowledge point, such as call-119.f3',
})
export const words = z.string().trim().min(1, { error: 'some text: this place is empty' })

/** V: read in the law's full text; v: read in an official excerpt; G: general knowledge; D: a draft not in force. */
export const mark = z.enum(['V', 'v', 'G', 'D'])
export const citation = z.strictObject({ id, at: z.string().optional() })

/** Who says so. Spread into whatever states something. */
export const sourced = { marks: z.array(mark).min(1), sources: z.array(citation).default([]) }

/** What a plan counts and a campaign works towards, such as publicAwareness. */
export const indicatorId = z.string().regex(/^[a-z][a-zA-Z]*$/, {
  error: 'an indicator: one word that begins with a small letter, such as publicAwareness',
})
export const comparison = z.enum(['atLeast', 'atMost'])
export const unit = z.enum(['percent', 'people', 'personTimes', 'places', 'times', 'lessons'])

export type Mark = z.infer<typeof mark>
export type Citation = z.infer<typeof citation>
export type Sourced = { marks: Mark[]; sources: Citation[] }

/** A file of structure and a file of words in each language, as loaded; `version` names this very content for ever. */
export type Authored<Structure, Words> = Structure & {
  version: string
  words: { 'zh-CN': Words; en: Words }
}
