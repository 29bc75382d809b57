/**
 * The shape of everything authored as files under content/. Structure (ids, facts, keys) is language-neutral and
 * stands once; words stand in one file a language. content/README.md explains the same to authors.
 */
import { z } from 'zod'

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: 'an id: lower-case letters, digits and single hyphens, such as call-119',
})
const factId = z.string().regex(/^f[1-9][0-9]?$/, { error: 'a fact id: f and a number, such as f3' })
const words = z.string().trim().min(1, { error: 'some text: this place is empty' })

/** V: read in the law's full text; v: read in an official excerpt; G: general knowledge; D: a draft not in force. */
const mark = z.enum(['V', 'v', 'G', 'D'])

const citation = z.strictObject({ id, at: z.string().optional() })

const fact = z.strictObject({
  marks: z.array(mark).min(1),
  sources: z.array(citation).default([]),
  /** Set when a fire professional has confirmed the fact. */
  reviewed: z
    .strictObject({ by: words, unit: words, on: z.iso.date({ error: 'a day, such as 2026-11-22' }) })
    .optional(),
})

const questionBase = { points: z.array(factId).min(1) }
const choiceOptions = z.array(id).min(3).max(8)
const question = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('single'),
    ...questionBase,
    options: choiceOptions,
    correct: z.array(id).length(1),
  }),
  z.strictObject({ type: z.literal('multiple'), ...questionBase, options: choiceOptions, correct: z.array(id).min(2) }),
  z.strictObject({
    type: z.literal('true-false'),
    ...questionBase,
    correct: z.tuple([z.enum(['right', 'wrong'])]),
  }),
  z.strictObject({ type: z.literal('ordering'), ...questionBase, options: choiceOptions, correct: z.array(id).min(3) }),
])

export const moduleStructure = z.strictObject({
  id,
  minutes: z.number().int().min(1).max(60),
  /** The picture that stands for the module in lists. */
  cover: id,
  facts: z.record(factId, fact),
  sections: z
    .array(z.strictObject({ id, facts: z.array(factId).default([]) }))
    .min(4)
    .max(8),
  quiz: z.strictObject({
    draw: z.number().int().min(1).max(50),
    passMark: z.number().int().min(1).max(100),
    always: z.array(factId).default([]),
    atMostPerPoint: z.number().int().min(1).default(2),
  }),
  questions: z.record(id, question),
})

const step = z.strictObject({
  title: words.optional(),
  text: words,
  picture: id.optional(),
  alt: words.optional(),
})
const block = z.union([
  z.strictObject({ text: words }),
  z.strictObject({ list: z.array(words).min(1) }),
  z.strictObject({ steps: z.array(step).min(2) }),
  z.strictObject({ picture: z.strictObject({ name: id, alt: words }) }),
  z.strictObject({ do: words }),
  z.strictObject({ warning: words }),
  z.strictObject({ myth: z.strictObject({ claim: words, truth: words }) }),
])

const questionWords = z.strictObject({
  stem: words,
  options: z.record(id, words).default({}),
  explanation: words,
})

export const moduleWords = z.strictObject({
  title: words,
  summary: words,
  goals: z.array(words).min(1).max(4),
  facts: z.record(factId, z.strictObject({ label: words, text: words })),
  sections: z.record(id, z.strictObject({ title: words, blocks: z.array(block).min(1) })),
  questions: z.record(id, questionWords),
})

export const sourceList = z.record(
  id,
  z.strictObject({
    kind: z.enum(['law', 'standard', 'guidance', 'statistics', 'research', 'media']),
    seen: z.enum(['full', 'excerpt']),
    'zh-CN': words,
    en: words,
  }),
)

export const catalogList = z.strictObject({
  modules: z.array(id).min(1),
  audiences: z.record(id, z.strictObject({ required: z.array(id).min(1), suggested: z.array(id).default([]) })),
})

export const instrumentStructure = z.strictObject({
  id,
  form: words,
  /** A person counts as 知晓 when 100 × right answers ≥ masteryCut × items asked. */
  masteryCut: z.number().int().min(1).max(100),
  mustKnow: z.array(id).default([]),
  /** The option id of 不清楚: always shown last, scored wrong. */
  unsure: id,
  items: z.record(
    id,
    z.strictObject({
      point: z.string().regex(/^[a-z0-9-]+\.f[1-9][0-9]?$/, { error: 'a knowledge point, such as call-119.f3' }),
      options: z.array(id).min(2).max(6),
      correct: z.array(id).length(1),
    }),
  ),
})

export const instrumentWords = z.strictObject({
  title: words,
  introduction: words,
  unsureLabel: words,
  items: z.record(id, z.strictObject({ stem: words, options: z.record(id, words) })),
})

export type Mark = z.infer<typeof mark>
export type Citation = z.infer<typeof citation>
export type Fact = z.infer<typeof fact>
export type Question = z.infer<typeof question>
export type QuestionType = Question['type']
export type ModuleStructure = z.infer<typeof moduleStructure>
export type ModuleWords = z.infer<typeof moduleWords>
export type Block = z.infer<typeof block>
export type SourceList = z.infer<typeof sourceList>
export type CatalogList = z.infer<typeof catalogList>
export type InstrumentStructure = z.infer<typeof instrumentStructure>
export type InstrumentWords = z.infer<typeof instrumentWords>

/** One module as loaded: structure, words by locale, and the hash of both, which names this version for ever. */
export type Module = ModuleStructure & {
  version: string
  words: { 'zh-CN': ModuleWords; en?: ModuleWords }
  /** Picture file names without .svg. */
  pictures: string[]
}

export type Instrument = InstrumentStructure & {
  version: string
  words: { 'zh-CN': InstrumentWords; en?: InstrumentWords }
}

export type Catalog = {
  /** Hash over every module, instrument and list: changes when anything shown changes. */
  version: string
  modules: Module[]
  audiences: CatalogList['audiences']
  sources: SourceList
  instruments: Instrument[]
}
