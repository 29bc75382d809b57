/** What a schema cannot say of the background of the surveys: that each item's options and scores are sound. Pure. */
import { checkOptionsOnce, compareItems } from './check-instrument'
import { checkChinese, compareIds, textsIn } from './check-words'
import type { Fault } from './fault'
import type { BackgroundItem, BackgroundStructure, BackgroundWords } from './instrument-schema'
import { byLanguage, type WordsByLocale } from './languages'
import { rejectedIn } from './rejected-sayings'

/** Every fault of the background that all instruments share. */
export function checkBackground(
  folder: string,
  structure: BackgroundStructure,
  words: WordsByLocale<BackgroundWords>,
): Fault[] {
  const file = `${folder}/background.yaml`
  return [
    ...Object.entries(structure.items).flatMap(([id, item]) => checkBackgroundItem(file, id, item, structure.unsure)),
    ...byLanguage(words).flatMap(({ locale, text }) => {
      const wordsFile = `${folder}/${locale}.yaml`
      return [
        ...compareItems(wordsFile, structure, text),
        ...(locale === 'zh-CN' ? checkChinese(wordsFile, text) : []),
        ...rejectedIn(wordsFile, textsIn(text), locale),
      ]
    }),
  ]
}

function checkBackgroundItem(file: string, id: string, item: BackgroundItem, unsure: string): Fault[] {
  const path = `items.${id}`
  const faults = checkOptionsOnce(file, `${path}.options`, item.options)
  if (item.options.at(-1) !== unsure)
    faults.push({
      file,
      path: `${path}.options`,
      expected: `${unsure} as the last option`,
      remedy: 'Give those who do not know a place to say so.',
    })
  const strangers = item.alone.filter((option) => !item.options.includes(option))
  if (item.kind === 'multiple' ? strangers.length > 0 || !item.alone.includes(unsure) : item.alone.length > 0)
    faults.push({
      file,
      path: `${path}.alone`,
      expected:
        item.kind === 'multiple'
          ? `options of this item, ${unsure} among them`
          : 'no such list: only one can be chosen',
      remedy: item.kind === 'multiple' ? 'List the options that stand alone.' : 'Remove it.',
    })
  return [...faults, ...checkScores(file, `${path}.scores`, item, unsure)]
}

/** Scale and single items score every option, a scale from one end to the other; multiple items are only counted. */
function checkScores(file: string, path: string, { kind, options, scores }: BackgroundItem, unsure: string): Fault[] {
  if (kind === 'multiple')
    return scores
      ? [{ file, path, expected: 'no scores: a multiple item is only counted', remedy: 'Remove them.' }]
      : []
  if (!scores)
    return [
      { file, path, expected: 'points from 0 to 100 for each option', remedy: 'Write scores: { option: points, … }.' },
    ]
  const unlike = compareIds(file, path, options, Object.keys(scores))
  if (unlike.length > 0) return unlike
  const points = options.filter((option) => option !== unsure).map((option) => scores[option] ?? null)
  const isSound = kind === 'scale' ? isLadder(points) : hasBothEnds(points)
  if (isSound) return []
  const expected =
    kind === 'scale'
      ? 'points that go from 100 to 0, or from 0 to 100, in the order of the options'
      : `points for each option but ${unsure}, 100 for the best and 0 for the worst`
  return [{ file, path, expected, remedy: `Only ${unsure} may be null. Correct the points or the order.` }]
}

const hasBothEnds = (points: (number | null)[]): boolean =>
  !points.includes(null) && points.includes(0) && points.includes(100)

function isLadder(points: (number | null)[]): boolean {
  const steps = points.slice(1).map((point, n) => Math.sign((point ?? 0) - (points[n] ?? 0)))
  return hasBothEnds(points) && steps.every((step) => step !== 0 && step === steps[0])
}
