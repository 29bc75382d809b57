/** An estimate of 5,000 people × 20 items, raked to sex by age and to 15 streets: beside reading the same input from its text. */
import { defaultSettings, type EstimateInput } from '#app/measure/awareness/estimate-input'
import { estimateWave } from '#app/measure/awareness/estimate-wave'
import { seededRandom } from '#app/statistics/seeded-random'

export type EstimateMeasured = { people: number; items: number; milliseconds: number; readMilliseconds: number }

const PEOPLE = 5000
const ITEMS = 20
const TIMES = 9

/** The middle of several runs in this process, after one to warm up. */
export function measureEstimate(): EstimateMeasured {
  const input = inputOf()
  const text = JSON.stringify(input)
  const estimated = estimateWave(input)
  if (estimated.kind === 'refused') throw new Error(`the estimate was refused: ${estimated.problem}`)
  return {
    people: PEOPLE,
    items: ITEMS,
    milliseconds: middle(() => estimateWave(input)),
    readMilliseconds: middle(() => JSON.parse(text)),
  }
}

export const describeEstimate = ({ people, items, milliseconds, readMilliseconds }: EstimateMeasured): string =>
  `An estimate of ${people} people × ${items} items, raked: ${milliseconds.toFixed(0)} ms, ${(milliseconds / readMilliseconds).toFixed(1)} × reading its input.`

function middle(work: () => unknown): number {
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
}

function inputOf(): EstimateInput {
  const random = seededRandom('bench')
  const streets = Array.from({ length: 15 }, (_, at) => `9901010${String(at + 1).padStart(2, '0')}000`)
  const bands = ['female 18-44', 'female 45-59', 'female 60-75', 'male 18-44', 'male 45-59', 'male 60-75']
  const margin = (by: 'sexAge' | 'street', keys: string[]) => {
    const parts = keys.map((key) => [key, (900_000 / keys.length) * (0.8 + 0.4 * random())] as const)
    const sum = parts.reduce((total, [, people]) => total + people, 0)
    const totals = Object.fromEntries(parts.map(([key, people]) => [key, (900_000 * people) / sum]))
    return { by, totals, year: 2020, source: '', isShared: false }
  }
  return {
    wave: {
      id: '',
      name: '',
      placeName: '',
      regionCode: '',
      tier: 'P',
      ageFrom: 18,
      ageTo: 75,
      fieldFrom: '2026-10-01',
      fieldTo: '2026-10-31',
      modes: ['face'],
      firstStage: 'pps',
    },
    instrument: {
      id: '',
      version: '',
      form: '',
      masteryCut: 80,
      mustKnow: [],
      items: Array.from({ length: ITEMS }, (_, at) => ({
        id: `core-${at}`,
        point: '',
        dimension: at % 2 === 0 ? 'prevention' : 'escape',
        choices: 3,
        hash: `${at}`,
      })),
      otherItems: [],
      composite: { prevention: 0.5, escape: 0.5 },
    },
    respondents: Array.from({ length: PEOPLE }, (_, at) => {
      const street = streets[at % streets.length] ?? ''
      return {
        answers: Array.from({ length: ITEMS }, () => (random() < 0.75 ? '1' : random() < 0.2 ? 'u' : '0')).join(''),
        others: [],
        weight: 50 + 100 * random(),
        stratum: street,
        cluster: `${street}/${at % 60}`,
        street,
        sex: random() < 0.5 ? 'female' : 'male',
        age: 18 + Math.floor(58 * random()),
        mode: 'face',
      }
    }),
    frameUnits: null,
    clusters: {},
    streets: {},
    margins: [margin('sexAge', bands), margin('street', streets)],
    settings: { ...defaultSettings, weighting: 'rake' },
    target: null,
    dispositions: {},
    excluded: {},
    notes: {},
    asOf: '2026-11-25',
  }
}
