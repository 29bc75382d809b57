/**
 * What a schema cannot say of survey instruments: that keys and weights are sound, that ids agree between files and
 * with the background, and that the right option cannot be told by its length. Pure.
 */
import { checkName } from './check-structure'
import { checkChinese, compareIds, isLongest, LONGEST_IS_CORRECT_LIMIT } from './check-words'
import type { Fault } from './fault'
import type { BackgroundStructure, InstrumentStructure, InstrumentWords } from './instrument-schema'
import { byLanguage, type WordsByLocale } from './languages'
import { findRejectedInInstrument } from './rejected-sayings'

/** Every fault of one survey instrument, across its files; `background` is null when that could not be read. */
export function checkInstrument(
  folder: string,
  structure: InstrumentStructure,
  words: WordsByLocale<InstrumentWords>,
  background: BackgroundStructure | null,
): Fault[] {
  const file = `${folder}/instrument.yaml`
  return [
    ...checkName(folder, file, structure.id),
    ...checkKeys(file, structure),
    ...checkComposite(file, structure, background),
    ...(background ? checkBeside(file, structure, background) : []),
    ...byLanguage(words).flatMap(({ locale, text }) => {
      const wordsFile = `${folder}/${locale}.yaml`
      return [
        ...compareItems(wordsFile, structure, text),
        ...checkLengths(wordsFile, structure, text),
        ...(locale === 'zh-CN' ? checkChinese(wordsFile, text) : []),
        ...findRejectedInInstrument(wordsFile, structure, text, locale),
      ]
    }),
  ]
}

function checkKeys(file: string, { items, mustKnow, unsure }: InstrumentStructure): Fault[] {
  const strangers = mustKnow.filter((id) => !items[id])
  const faults = strangers.map((id) => ({
    file,
    path: 'mustKnow',
    expected: 'items of this instrument',
    remedy: `${id} does not exist.`,
  }))
  for (const [id, { options, correct }] of Object.entries(items)) {
    const path = `items.${id}.options`
    faults.push(...checkOptionsOnce(file, path, options))
    if (!options.includes(correct[0] ?? '')) {
      const expected = `one of ${options.join(', ')}`
      faults.push({ file, path: `items.${id}.correct`, expected, remedy: 'Correct the key.' })
    }
    if (options.includes(unsure)) {
      const expected = `no ${unsure}: it is added by itself, last`
      faults.push({ file, path, expected, remedy: 'Remove it from the options.' })
    }
  }
  return faults
}

export const checkOptionsOnce = (file: string, path: string, options: string[]): Fault[] =>
  new Set(options).size === options.length
    ? []
    : [{ file, path, expected: 'each option once', remedy: 'Remove the repeated option id.' }]

/** The weights make one whole, and no weight waits for a dimension that nothing asks about. */
function checkComposite(file: string, structure: InstrumentStructure, background: BackgroundStructure | null): Fault[] {
  const weights = Object.entries(structure.composite)
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  const scored = Object.values(background?.items ?? {}).filter(({ kind }) => kind !== 'multiple')
  const asked = [...Object.values(structure.items), ...scored].map(({ dimension }): string => dimension)
  const unasked = background ? weights.filter(([id, weight]) => weight > 0 && !asked.includes(id)) : []
  return [
    // Tenths have no exact binary form: .4 + .3 + .2 + .1 is a little less than 1.
    ...(Math.abs(total - 1) < 1e-9
      ? []
      : [
          {
            file,
            path: 'composite',
            expected: 'four weights that are 1 together',
            remedy: `They are ${Number(total.toFixed(6))}: correct them, such as 0.4, 0.3, 0.2, 0.1.`,
          },
        ]),
    ...unasked.map(([id]) => ({
      file,
      path: `composite.${id}`,
      expected: `an item of the dimension ${id} that has a key or scores`,
      remedy: 'Write such an item, or make this weight 0 and the others larger.',
    })),
  ]
}

/** The two parts of one questionnaire: no id in both, one id for 不清楚. */
function checkBeside(file: string, structure: InstrumentStructure, background: BackgroundStructure): Fault[] {
  const both = Object.keys(structure.items).filter((id) => background.items[id])
  const other = structure.unsure === background.unsure ? [] : [background.unsure]
  return [
    ...both.map((id) => ({
      file,
      path: `items.${id}`,
      expected: 'an id that the background does not have',
      remedy: 'Rename the item here.',
    })),
    ...other.map((unsure) => ({
      file,
      path: 'unsure',
      expected: `${unsure}, as the background has it`,
      remedy: 'Use the same id for 不清楚 in both.',
    })),
  ]
}

/** The same items and options in the words as in the structure. */
export function compareItems(
  file: string,
  structure: Pick<InstrumentStructure | BackgroundStructure, 'items'>,
  words: Pick<InstrumentWords, 'items'>,
): Fault[] {
  const options = Object.entries(structure.items).flatMap(([id, item]) => {
    const said = words.items[id]
    return said ? compareIds(file, `items.${id}.options`, item.options, Object.keys(said.options)) : []
  })
  return [...compareIds(file, 'items', Object.keys(structure.items), Object.keys(words.items)), ...options]
}

/** As in a bank: the right option may not usually be the longest, in no language. */
function checkLengths(file: string, { items }: InstrumentStructure, words: InstrumentWords): Fault[] {
  const told = Object.entries(items).filter(([id, { correct }]) =>
    isLongest(words.items[id]?.options ?? {}, correct[0]),
  )
  const all = Object.keys(items).length
  if (told.length <= LONGEST_IS_CORRECT_LIMIT * all) return []
  return [
    {
      file,
      path: 'items',
      expected: 'the right option not to be the longest one most of the time',
      remedy: `It is in ${told.length} of ${all}: shorten it or lengthen another option in ${told.map(([id]) => id).join(', ')}.`,
    },
  ]
}
