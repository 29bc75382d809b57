import type { Interval } from '#app/statistics/estimate'
import { itemRates } from '#app/statistics/item-rates'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { masteryRate } from '#app/statistics/mastery-rate'
import { overallRate } from '#app/statistics/overall-rate'
import { postStratify } from '#app/statistics/post-stratify'
import { rake } from '#app/statistics/rake'
import type { RespondentRow } from '#app/statistics/respondent-row'
import { trimWeights } from '#app/statistics/trim-weights'
import { wilsonInterval } from '#app/statistics/wilson-interval'
import { answersByChance, clusterSample, marginOf, type Sample, simpleSample } from './samples'
import { type District, ITEMS } from './synthetic-district'

/** What one interval did in all samples: how often it covered the truth, and the figures behind it. */
export type Tally = { covered: number; sum: number; squares: number; errors: number }
export type Figure = 'overall' | 'mastery' | 'wilson'
export type Row = Record<Figure, Tally> & { readonly name: string; persons: number; trimmed: number }

/** Draws `samples` samples of each design and counts; the same seed gives the same counts. */
export function countCoverage(district: District, samples: number, seed: string): Row[] {
  const rows = new Map<string, Row>()
  for (let number = 0; number < samples; number += 1) {
    for (const [name, sample] of Object.entries(designsOf(district, `${seed}/${number}`))) {
      const row = rows.get(name) ?? emptyRow(name)
      rows.set(name, row)
      addTo(row, district, sample)
    }
  }
  return [...rows.values()]
}

type Drawn = Sample & { readonly trimmed?: number }

function designsOf(district: District, seed: string): Record<string, Drawn> {
  const answered = clusterSample(district, seed, answersByChance(district, seed))
  const { persons, design } = answered
  const both = marginOf(district, persons, cellsOf(district).sexAge)
  const raked = rakedDesign(district, answered)
  return {
    'simple random, all answer': simpleSample(district, seed),
    'clusters, all answer': clusterSample(district, `${seed}/all`, () => true),
    'clusters, base weights': answered,
    '… post-stratified': { persons, design: postStratify(design, both.cells, both.totals) },
    '… raked': { persons, design: raked },
    '… raked, trimmed at 5': trimmed(persons, raked, 5),
    '… raked, trimmed at 2': trimmed(persons, raked, 2),
  }
}

function rakedDesign(district: District, { persons, design }: Sample): Sample['design'] {
  const { street, isMale, age } = cellsOf(district)
  const margins = [street, isMale, age].map((cellOf) => marginOf(district, persons, cellOf))
  return rake(design, margins)
}

/** All that a large wave takes: rakes `persons` persons on three margins and estimates every rate, with intervals. */
export function estimateLargeSample(district: District, persons: number): () => void {
  const sample = simpleSample(district, 'large', persons)
  const rows = sample.persons.map((person) => rowOf(district, person))
  return () => {
    const design = rakedDesign(district, sample)
    overallRate(rows, design)
    masteryRate(rows, {}, design)
    itemRates(rows, design)
  }
}

function trimmed(persons: readonly number[], raked: Sample['design'], upper: number): Drawn {
  const design = trimWeights(raked, { upper })
  return { persons, design, trimmed: design.trimming.tooHigh + design.trimming.tooLow }
}

const cells = new WeakMap<District, ReturnType<typeof makeCells>>()

/** The same functions each time, because the totals of a margin are kept by function. */
function cellsOf(district: District): ReturnType<typeof makeCells> {
  const made = cells.get(district) ?? makeCells(district)
  cells.set(district, made)
  return made
}

function makeCells({ street, isMale, age }: District) {
  return {
    street: (person: number) => `street ${street[person]}`,
    isMale: (person: number) => `sex ${isMale[person]}`,
    age: (person: number) => `age ${age[person]}`,
    sexAge: (person: number) => `sex ${isMale[person]}, age ${age[person]}`,
  }
}

function addTo(row: Row, district: District, { persons, design, trimmed: cut = 0 }: Drawn): void {
  const { truth } = district
  const rows = persons.map((person) => rowOf(district, person))
  const overall = overallRate(rows, design)
  const mastery = masteryRate(rows, {}, design, { interval: false })
  const masters = Math.round((masteryRate(rows).value ?? 0) * rows.length)
  row.persons += rows.length
  row.trimmed += cut
  count(row.overall, overall, overall.interval, truth.overall)
  count(row.mastery, mastery, kornGraubardInterval(mastery.value!, mastery.se!, mastery.n, mastery.df!), truth.mastery)
  const plain = { value: masters / rows.length, se: null }
  count(row.wilson, plain, wilsonInterval(masters, rows.length), truth.mastery)
}

function rowOf({ scores }: District, person: number): RespondentRow {
  return { scores: Array.from(scores.subarray(person * ITEMS, (person + 1) * ITEMS)) }
}

type Measured = { readonly value: number | null; readonly se: number | null }

function count(tally: Tally, { value, se }: Measured, interval: Interval | null, truth: number): void {
  if (value === null || interval === null) throw new Error('A sample of this size has a rate and an interval')
  tally.covered += Number(interval.lower <= truth && truth <= interval.upper)
  tally.sum += value - truth
  tally.squares += (value - truth) ** 2
  tally.errors += (se ?? 0) ** 2
}

function emptyRow(name: string): Row {
  const tally = () => ({ covered: 0, sum: 0, squares: 0, errors: 0 })
  return { name, persons: 0, trimmed: 0, overall: tally(), mastery: tally(), wilson: tally() }
}
