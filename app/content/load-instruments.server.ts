/** Reads the survey instruments and the background that they share. Part of the loader. */
import { checkBackground } from './check-background'
import { checkInstrument } from './check-instrument'
import {
  type Background,
  backgroundStructure,
  backgroundWords,
  type Instrument,
  instrumentStructure,
  instrumentWords,
} from './instrument-schema'
import { hashOf, idFoldersIn, type Reading, readWords, readYaml } from './read-yaml.server'

/** Every instrument below content/surveys without a fault of form, in the order of its folder's name. */
export function loadInstruments(reading: Reading): Instrument[] {
  const folders = idFoldersIn(reading, 'content/surveys')
  if (folders.length === 0) return []
  const background = readBackground(reading, 'content/surveys/background')
  const forms = folders.filter((name) => name !== 'background')
  return forms
    .map((name) => readInstrument(reading, `content/surveys/${name}`, background))
    .filter((instrument) => instrument !== null)
}

function readBackground(reading: Reading, folder: string): Background | null {
  const structure = readYaml(reading, `${folder}/background.yaml`, backgroundStructure)
  const words = readWords(reading, folder, backgroundWords)
  if (!structure || !words) return null
  reading.faults.push(...checkBackground(folder, structure, words))
  return { ...structure, words }
}

function readInstrument(reading: Reading, folder: string, background: Background | null): Instrument | null {
  const structure = readYaml(reading, `${folder}/instrument.yaml`, instrumentStructure)
  const words = readWords(reading, folder, instrumentWords)
  if (!structure || !words) return null
  reading.faults.push(...checkInstrument(folder, structure, words, background))
  if (!background) return null
  const whole = { ...structure, words, background }
  return { ...whole, version: hashOf(whole) }
}
