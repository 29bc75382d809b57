/**
 * What the four rates say side by side, in words. The rates are of different people and different questions, so none is
 * ever subtracted from another: a rule only says which of them is high and which is low, and what that may mean. Pure.
 */
import type { Share } from '#app/measure/awareness/share'
import type { Aware } from './four-rates'

/** At least this is called high, and less than that low; what lies between is neither. Percent. */
export const HIGH = 80
export const LOW = 60

export const gaps = [
  'notSurveyed',
  'notASample',
  'tooFew',
  'learnedNotAware',
  'awareNotLearned',
  'testedNotAware',
  'learnedNotTested',
  'allLow',
  'allHigh',
  'noContrast',
] as const
export type Gap = (typeof gaps)[number]

type Rates = { learned: Share; right: Share; aware: Pick<Aware, 'words' | 'isSample'> | null }
type Height = 'high' | 'low' | 'between' | null

/** What is to be said of a place; always at least one thing. */
export function gapsOf({ learned, right, aware }: Rates): Gap[] {
  const [study, test, known] = [heightOf(learned), heightOf(right), awareHeight(aware)]
  const found: Gap[] = []
  if (!aware) found.push('notSurveyed')
  else if (!aware.isSample) found.push('notASample')
  if (study === 'high' && known === 'low') found.push('learnedNotAware')
  if (study === 'low' && known === 'high') found.push('awareNotLearned')
  if (test === 'high' && known === 'low') found.push('testedNotAware')
  if (study === 'high' && test === 'low') found.push('learnedNotTested')
  if (study === 'low' && test === 'low' && known === 'low') found.push('allLow')
  if (study === 'high' && test === 'high' && known === 'high') found.push('allHigh')
  if (found.length > 0) return found
  return [study === null || test === null || known === null ? 'tooFew' : 'noContrast']
}

/** Null: no percentage may be made of so few. */
const heightOf = (share: Share): Height => (share.kind === 'percent' ? height(share.percent, share.percent) : null)

/** Of a sample its whole interval must lie on that side. */
function awareHeight(aware: Rates['aware']): Height {
  if (!aware?.isSample || aware.words.kind !== 'percent') return null
  const { value, interval } = aware.words
  return height(Number(interval?.lower ?? value), Number(interval?.upper ?? value))
}

const height = (lower: number, upper: number): Height => (lower >= HIGH ? 'high' : upper < LOW ? 'low' : 'between')
