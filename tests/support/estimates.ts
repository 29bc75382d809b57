/**
 * A hand-made estimate of the demonstration district, and the way to put one into the database as published: 78 % of
 * 520 people in two streets, one of which is hidden with its twin, against a target of 85 %.
 */
import { catalog } from '#app/content/catalog.server'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { defaultSettings } from '#app/measure/awareness/estimate-input'
import type { DomainFigure, EstimateResult, Figure } from '#app/measure/awareness/estimate-result'
import { DISTRICT, newWave, type WaveOptions } from './waves'

const instrument = catalog.instruments.find(({ id }) => id === 'core-20')
if (!instrument) throw new Error('content/ has no instrument core-20')

/** A figure of so many people; the interval reaches as far to both sides as `half` says. */
export const figureOf = (value: number | null, n = 520, half = 0.04): Figure => ({
  value,
  se: value === null ? null : half / 2,
  interval: value === null ? null : { lower: value - half, upper: value + half, confidence: 0.95, method: 'logit' },
  n,
  nEff: n / 1.5,
  deff: 1.5,
  df: 40,
  unweighted: value === null ? null : value - 0.01,
  flags: [],
})

const street = (key: string, value: number, n: number): DomainFigure => ({
  key,
  overall: figureOf(value, n, 0.08),
  mastery: figureOf(value - 0.2, n, 0.09),
  hidden: false,
})

export const hiddenStreet = (key: string): DomainFigure => ({
  key,
  overall: { ...figureOf(null, 0), unweighted: null, flags: ['hidden'] },
  mastery: { ...figureOf(null, 0), unweighted: null, flags: ['hidden'] },
  hidden: true,
})

export type Changes = Partial<Omit<EstimateResult, 'about'>> & {
  wave?: Partial<EstimateResult['about']['wave']>
  about?: Partial<EstimateResult['about']>
}

/** 0.62, 0.64 …: the first item is what fewest know. */
export const itemRate = (at: number): number => 0.62 + 0.015 * at

/** The estimate; a test changes what it is about. */
export function resultOf({ wave, about, ...changes }: Changes = {}): EstimateResult {
  const items = Object.entries(instrument?.items ?? {}).map(([id, { point, dimension }]) => ({
    id,
    point,
    dimension,
    choices: 3,
    hash: `hash of ${id}`,
  }))
  return {
    about: {
      wave: {
        id: 'wave',
        name: '2026 年秋季入户',
        placeName: '示范区',
        regionCode: DISTRICT,
        tier: 'P',
        ageFrom: 18,
        ageTo: 75,
        fieldFrom: '2026-10-08',
        fieldTo: '2026-10-28',
        modes: ['face', 'web'],
        firstStage: 'pps',
        ...wave,
      },
      instrument: {
        id: 'core-20',
        version: 'v1',
        form: 'A',
        masteryCut: 80,
        mustKnow: [],
        items,
        otherItems: [],
        composite: { prevention: 0.4, escape: 0.3, safety: 0.2, education: 0.1 },
      },
      settings: { ...defaultSettings, weighting: 'rake' },
      target: { planId: 'tongzhou', percent: 85, definition: null },
      excluded: { brokenOff: 14 },
      notes: {},
      streets: { '990101001000': '梧桐街道', '990101002000': '河湾街道' },
      asOf: '2026-11-20',
      margins: [{ by: 'sexAge', year: 2020, source: '第七次人口普查', people: 412_000 }],
      ...about,
    },
    overall: figureOf(0.78),
    mastery: figureOf(0.534),
    allCorrect: figureOf(0.081, 520, 0.02),
    composite: {
      ...figureOf(null),
      value: 74.2,
      se: 1,
      interval: { lower: 72.1, upper: 76.3, confidence: 0.95, method: 'wald' },
    },
    items: items.map(({ id }, at) => ({ ...figureOf(itemRate(at)), id, unsure: 0.05, reliable: true })),
    dimensions: [
      { ...figureOf(0.81), dimension: 'prevention' },
      { ...figureOf(0.76), dimension: 'escape' },
    ],
    domains: {
      street: [street('990101002000', 0.74, 250), street('990101001000', 0.82, 270)],
      sex: [],
      age: [],
    },
    chanceLevel: 0.333,
    sensitivity: [],
    weights: {
      kish: 1.21,
      maxOverMean: 3.4,
      trimmed: 2,
      trimRounds: 1,
      collapsed: [],
      marginsRescaled: [],
      gapPoints: 1,
    },
    response: { rate: 0.684, complete: 520, breakOff: 14, refusal: 150, noContact: 76, notEligible: 40 },
    verdict: { verdict: 'not_met', definition: 'overallRate', target: 0.85, lower: 0.747, upper: 0.813, why: null },
    flags: [],
    ...changes,
  }
}

export type Publishing = Changes & {
  of?: WaveOptions
  /** The wave it is of; a new one when left out. */
  waveId?: string
  publishedAt?: Date | null
  withdrawnAt?: Date | null
}

/** Writes an estimate as published (or not, or taken back) and gives its id. */
export async function putEstimate(store: Store, options: Publishing = {}): Promise<string> {
  const { of = {}, waveId, publishedAt = new Date(), withdrawnAt = null, ...changes } = options
  const wave = await newWave(store, of)
  const id = newId()
  await store.atomically((tx) => [
    tx.insert(store.tables.estimates).values({
      id,
      waveId: waveId ?? wave.id,
      regionId: wave.regionId,
      input: {},
      result: resultOf(changes),
      note: '区消防救援局组织，社区工作者入户。',
      createdBy: wave.createdBy,
      createdAt: new Date(),
      publishedAt,
      withdrawnAt,
      withdrawnWhy: withdrawnAt ? '抽样框有误。' : null,
    }),
  ])
  return id
}
