/** Inputs of estimates for tests: a plain sample of one item, to be varied. */
import { defaultSettings, type EstimateInput, type RespondentInput } from '#app/measure/awareness/estimate-input'

export const person = (given: Partial<RespondentInput> = {}): RespondentInput => ({
  answers: '1',
  others: [],
  weight: 1,
  stratum: '',
  cluster: '',
  street: '',
  sex: '',
  age: null,
  mode: 'face',
  ...given,
})

/** As many as `count` of the same person. */
export const persons = (count: number, given: Partial<RespondentInput> = {}): RespondentInput[] =>
  Array.from({ length: count }, () => person(given))

type Given = Omit<Partial<EstimateInput>, 'wave' | 'settings' | 'instrument'> & {
  wave?: Partial<EstimateInput['wave']>
  settings?: Partial<EstimateInput['settings']>
  instrument?: Partial<EstimateInput['instrument']>
}

export const inputOf = ({ wave, settings, instrument, ...rest }: Given): EstimateInput => ({
  wave: {
    id: 'w',
    name: '2026年秋季调查',
    placeName: '示例区',
    regionCode: '990101000000',
    tier: 'P',
    ageFrom: 18,
    ageTo: 75,
    fieldFrom: '2026-10-01',
    fieldTo: '2026-10-31',
    modes: ['face'],
    firstStage: 'srs',
    ...wave,
  },
  instrument: {
    id: 'core-1',
    version: 'v1',
    form: 'A',
    masteryCut: 80,
    mustKnow: [],
    items: [{ id: 'core-01', point: 'call-119.f1', dimension: 'escape', choices: 4, hash: 'a' }],
    otherItems: [],
    composite: { escape: 1 },
    ...instrument,
  },
  respondents: [],
  frameUnits: null,
  clusters: {},
  streets: {},
  margins: [],
  settings: { ...defaultSettings, ...settings },
  target: null,
  dispositions: {},
  excluded: {},
  notes: {},
  asOf: '2026-11-25',
  ...rest,
})

export const margin = (
  by: EstimateInput['margins'][number]['by'],
  totals: Record<string, number>,
): EstimateInput['margins'][number] => ({ by, totals, year: 2020, source: '第七次人口普查', isShared: false })
