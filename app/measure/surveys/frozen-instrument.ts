/** The instrument as it stands with a wave: whole, as it was when the wave was made (survey_waves.instrument). */
import { z } from 'zod'
import {
  backgroundStructure,
  backgroundWords,
  type Instrument,
  instrumentStructure,
  instrumentWords,
} from '#app/content/instrument-schema'

const inLanguages = <Words extends z.ZodType>(words: Words) => z.strictObject({ 'zh-CN': words, en: words.optional() })

const frozenInstrument = instrumentStructure.extend({
  version: z.string().min(1),
  words: inLanguages(instrumentWords),
  background: backgroundStructure.extend({ words: inLanguages(backgroundWords) }),
})

/** Reads it back from the database. Throws where it is not an instrument: then the row is our own mistake. */
export const readFrozenInstrument = (json: unknown): Instrument => frozenInstrument.parse(json)
