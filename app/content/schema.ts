/**
 * The shape of everything authored as files under content/. Structure (ids, facts, keys) is language-neutral and
 * stands once; words stand in one file a language. content/README.md explains the same to authors.
 */
import { z } from 'zod'
import type { Campaigns } from './campaign-schema'
import type { Checklist } from './checklist-schema'
import type { Instrument } from './instrument-schema'
import type { KeyAudiences } from './key-audience-schema'
import { factId, id, sourced, words } from './pieces'
import type { Plan } from './plan-schema'
import type { Programme } from './programme-schema'
import type { Skill } from './skill-schema'

const fact = z.strictObject({
  ...sourced,
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
  goals: z.array(words).min(1).max(3),
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

export type { Instrument, InstrumentStructure, InstrumentWords } from './instrument-schema'
export type { Citation, Mark } from './pieces'
export type Fact = z.infer<typeof fact>
export type Question = z.infer<typeof question>
export type QuestionType = Question['type']
export type ModuleStructure = z.infer<typeof moduleStructure>
export type ModuleWords = z.infer<typeof moduleWords>
export type Block = z.infer<typeof block>
export type SourceList = z.infer<typeof sourceList>
export type CatalogList = z.infer<typeof catalogList>

/** One module as loaded: structure, words by locale, and the hash of both, which names this version for ever. */
export type Module = ModuleStructure & {
  version: string
  words: { 'zh-CN': ModuleWords; en?: ModuleWords }
  /** Picture file names without .svg. */
  pictures: string[]
  /** A hash of each drawing by its picture's name. Versions recorded before 2026-11-25 have none. */
  drawings?: Record<string, string>
}

export type Catalog = {
  /** Hash over everything below: changes when anything shown changes. */
  version: string
  modules: Module[]
  audiences: CatalogList['audiences']
  sources: SourceList
  instruments: Instrument[]
  skills: Skill[]
  programmes: Programme[]
  keyAudiences: KeyAudiences
  campaigns: Campaigns
  checklists: Checklist[]
  plans: Plan[]
}
