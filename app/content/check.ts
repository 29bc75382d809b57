/**
 * What a schema cannot say: that ids agree between files, that keys are sound and that a paper can be drawn.
 * Pure: takes what was parsed, returns the faults. content/README.md lists the same rules for authors.
 */
import { checkName, checkStructure } from './check-structure'
import { checkChinese, checkLongest, checkModuleWords, checkPictures, compareIds } from './check-words'
import type { Fault } from './fault'
import { findRejectedSayings } from './rejected-sayings'
import type { InstrumentStructure, InstrumentWords, ModuleStructure, ModuleWords, SourceList } from './schema'

type WordsByLocale<Words> = Record<string, Words>

export type ModuleFiles = {
  folder: string
  structure: ModuleStructure
  words: WordsByLocale<ModuleWords>
  pictures: string[]
}

/** Every fault of one module, across its files. */
export function checkModule({ folder, structure, words, pictures }: ModuleFiles, sources: SourceList): Fault[] {
  const faults = checkStructure(folder, structure, { pictures, sources })
  for (const [locale, text] of Object.entries(words)) {
    const file = `${folder}/${locale}.yaml`
    faults.push(...checkModuleWords(file, structure, text))
    faults.push(...checkPictures(folder, file, text, pictures))
    if (locale === 'zh-CN') faults.push(...checkLongest(file, structure, text), ...checkChinese(file, text))
    faults.push(...findRejectedSayings(file, structure, text))
  }
  return faults
}

/** Every fault of one survey instrument, across its files. */
export function checkInstrument(folder: string, structure: InstrumentStructure, words: WordsByLocale<InstrumentWords>) {
  const file = `${folder}/instrument.yaml`
  const faults = checkName(folder, file, structure.id)
  for (const id of structure.mustKnow)
    if (!structure.items[id])
      faults.push({ file, path: 'mustKnow', expected: 'items of this instrument', remedy: `${id} does not exist.` })
  for (const [id, item] of Object.entries(structure.items)) {
    if (new Set(item.options).size !== item.options.length)
      faults.push({
        file,
        path: `items.${id}.options`,
        expected: 'each option once',
        remedy: 'Remove the repeated option id.',
      })
    if (!item.options.includes(item.correct[0] ?? ''))
      faults.push({
        file,
        path: `items.${id}.correct`,
        expected: `one of ${item.options.join(', ')}`,
        remedy: 'Correct the key.',
      })
    if (item.options.includes(structure.unsure))
      faults.push({
        file,
        path: `items.${id}.options`,
        expected: `no ${structure.unsure}: it is added by itself, last`,
        remedy: 'Remove it from the options.',
      })
  }
  for (const [locale, text] of Object.entries(words)) {
    const wordsFile = `${folder}/${locale}.yaml`
    faults.push(...compareIds(wordsFile, 'items', Object.keys(structure.items), Object.keys(text.items)))
    for (const [id, item] of Object.entries(structure.items)) {
      const words = text.items[id]
      if (words) faults.push(...compareIds(wordsFile, `items.${id}.options`, item.options, Object.keys(words.options)))
    }
    if (locale === 'zh-CN') faults.push(...checkChinese(wordsFile, text))
  }
  return faults
}
