/** Published estimates: which one speaks for a place, and which may be compared. Pure. */
import type { Level } from '#app/people/places/scope'
import { waveDifference } from '#app/statistics/wave-difference'
import type { DomainFigure, EstimateResult } from './estimate-result'

export type Published = {
  id: string
  waveId: string
  regionId: string
  regionCode: string
  level: Level
  note: string
  publishedAt: Date
  result: EstimateResult
}

const WIDEST_FIRST: Level[] = ['district', 'street', 'community', 'grid']

/** The newest of the widest place there is: what the public page is about. The list is in the order of time. */
export function newestPublished(published: readonly Published[]): Published | null {
  const level = WIDEST_FIRST.find((wide) => published.some((one) => one.level === wide))
  return published.findLast((one) => one.level === level) ?? null
}

/** Those of the same place up to this one, in the order of time. */
export const historyOf = (published: readonly Published[], { regionId }: Published): Published[] =>
  published.filter((one) => one.regionId === regionId)

/** What speaks for a place: its own newest estimate, or its row in the newest one of a wider place. Null: nothing. */
export type ForPlace =
  | { kind: 'own'; published: Published }
  | { kind: 'row'; published: Published; row: DomainFigure }
  | null

export function publishedFor(published: readonly Published[], region: { id: string; code: string }): ForPlace {
  const own = published.findLast(({ regionId }) => regionId === region.id)
  if (own) return { kind: 'own', published: own }
  for (const one of published.toReversed()) {
    const row = one.result.domains.street.find(({ key }) => key === region.code)
    if (row) return { kind: 'row', published: one, row }
  }
  return null
}

export const breaks = ['tier', 'instrument', 'frame', 'panel', 'mode', 'method'] as const
/**
 * Why two estimates cannot be compared: other evidence, other questions, other people, people who had answered before,
 * asked otherwise, computed otherwise.
 */
export type Break = (typeof breaks)[number]

/** Everything that changed from one to the next; none: a change of the figure is a change of what people know. */
export function breaksBetween({ about: a }: EstimateResult, { about: b }: EstimateResult): Break[] {
  const changed: Record<Break, boolean> = {
    tier: a.wave.tier !== b.wave.tier,
    instrument: !isSame(a.instrument.items.map(hashOf).sort(), b.instrument.items.map(hashOf).sort()),
    frame:
      a.wave.ageFrom !== b.wave.ageFrom || a.wave.ageTo !== b.wave.ageTo || a.wave.regionCode !== b.wave.regionCode,
    panel: (a.wave.follows === undefined) !== (b.wave.follows === undefined),
    mode: !isSame([...a.wave.modes].sort(), [...b.wave.modes].sort()),
    method:
      a.wave.firstStage !== b.wave.firstStage ||
      a.settings.weighting !== b.settings.weighting ||
      a.settings.missing !== b.settings.missing ||
      !isSame(a.settings.trim, b.settings.trim),
  }
  return breaks.filter((one) => changed[one])
}

/**
 * Which way the overall rate went since the time before: up or down only when the interval of the difference leaves out
 * 0. Null: there is none before, the two cannot be compared, or they are no samples.
 */
export function changeBetween(before: EstimateResult | null, now: EstimateResult): 'up' | 'down' | 'none' | null {
  if (!before || breaksBetween(before, now).length > 0 || now.about.wave.tier !== 'P') return null
  const { interval } = waveDifference(before.overall, now.overall)
  if (!interval) return null
  return interval.lower > 0 ? 'up' : interval.upper < 0 ? 'down' : 'none'
}

const hashOf = ({ hash }: { hash: string }): string => hash
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
