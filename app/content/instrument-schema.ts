/**
 * The shape of survey instruments and of the background that all of them share. An instrument's items have a key and
 * make the awareness rates (K is their number); background items ask how safe people feel and what education reached
 * them, have no key, and stand in no rate but the composite score.
 */
import { z } from 'zod'
import { id, pointId, words } from './pieces'

/** What Beijing's composite score weighs (knowledge-rate.md, section 1): 防范意识, 自救逃生, 安全感知, 受教育状况及途径. */
const share = z.number().min(0).max(1)
const composite = z.strictObject({ prevention: share, escape: share, safety: share, education: share })

export const instrumentStructure = z.strictObject({
  id,
  form: words,
  /** A person counts as 知晓 when 100 × right answers ≥ masteryCut × items asked. */
  masteryCut: z.number().int().min(1).max(100),
  mustKnow: z.array(id).default([]),
  /** Weights of the four dimensions in the composite score (综合得分, 分); together 1. */
  composite,
  /** The option id of 不清楚: always shown last, scored wrong. */
  unsure: id,
  items: z.record(
    id,
    z.strictObject({
      point: pointId,
      /** prevention: what one knows or arranges before anything burns; escape: what one does once it does. */
      dimension: z.enum(['prevention', 'escape']),
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

export const backgroundStructure = z.strictObject({
  /** The last option of every item: said, not left blank. */
  unsure: id,
  items: z.record(
    id,
    z.strictObject({
      dimension: z.enum(['safety', 'education']),
      /** scale: options in order, best or worst first; single: one answer; multiple: any number, counted only. */
      kind: z.enum(['scale', 'single', 'multiple']),
      options: z.array(id).min(3).max(10),
      /** Points of each option for the composite score, 0–100; null leaves the item out of this person's score. */
      scores: z.record(id, z.number().min(0).max(100).nullable()).optional(),
      /** Options of a multiple item that stand alone, such as "none of these". */
      alone: z.array(id).default([]),
    }),
  ),
})

export const backgroundWords = z.strictObject({
  title: words,
  introduction: words,
  items: z.record(id, z.strictObject({ stem: words, options: z.record(id, words) })),
})

export type InstrumentStructure = z.infer<typeof instrumentStructure>
export type InstrumentWords = z.infer<typeof instrumentWords>
export type BackgroundStructure = z.infer<typeof backgroundStructure>
export type BackgroundWords = z.infer<typeof backgroundWords>
export type BackgroundItem = BackgroundStructure['items'][string]

/** The common second part of every instrument: content/surveys/background. */
export type Background = BackgroundStructure & { words: { 'zh-CN': BackgroundWords; en?: BackgroundWords } }

/** One form as loaded. `version` names its items, its words and the background, so a change of any is a new version. */
export type Instrument = InstrumentStructure & {
  version: string
  words: { 'zh-CN': InstrumentWords; en?: InstrumentWords }
  background: Background
}
