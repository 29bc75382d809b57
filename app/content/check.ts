/**
 * What a schema cannot say: that ids agree between files, that keys are sound and that a paper can be drawn.
 * Pure: takes what was parsed, returns the faults. content/README.md lists the same rules for authors.
 */
import { checkStructure } from './check-structure'
import { checkChinese, checkClaims, checkLongest, checkModuleWords, checkPictures, checkSummary } from './check-words'
import type { Fault } from './fault'
import { byLanguage, type WordsByLocale } from './languages'
import { findRejectedSayings } from './rejected-sayings'
import type { ModuleStructure, ModuleWords, SourceList } from './schema'

export type ModuleFiles = {
  folder: string
  structure: ModuleStructure
  words: WordsByLocale<ModuleWords>
  pictures: string[]
}

/** Every fault of one module, across its files. */
export function checkModule({ folder, structure, words, pictures }: ModuleFiles, sources: SourceList): Fault[] {
  const faults = checkStructure(folder, structure, { pictures, sources })
  for (const { locale, text } of byLanguage(words)) {
    const file = `${folder}/${locale}.yaml`
    faults.push(...checkModuleWords(file, structure, text))
    faults.push(...checkPictures(folder, file, text, pictures))
    if (locale === 'zh-CN')
      faults.push(
        ...checkSummary(file, text),
        ...checkClaims(file, structure, text),
        ...checkLongest(file, structure, text),
        ...checkChinese(file, text),
      )
    faults.push(...findRejectedSayings(file, structure, text, locale))
  }
  return faults
}
