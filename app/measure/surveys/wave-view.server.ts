/** A wave as its pages show it: the key of its instrument stays here. */
import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import type { Scope } from '#app/people/places/scope'
import { wavesAround } from './follow-up.server'
import { frameOf } from './sample.server'
import { listUnits } from './units.server'
import type { WaveDesign } from './wave'
import { planDistrict } from './wave-choices.server'
import type { Wave } from './waves.server'

export type StepId = 'design' | 'plan' | 'frame' | 'sample' | 'assign' | 'open' | 'field' | 'close' | 'estimate'
export type Step = {
  id: StepId
  /** After the address of the wave; null: no page of its own. */
  path: string | null
  isDone: boolean
  count: number
  /** Only those who may change the wave get there. */
  needsWrite: boolean
}

export type WaveView = Pick<
  Wave,
  'id' | 'name' | 'status' | 'tier' | 'ageFrom' | 'ageTo' | 'fieldFrom' | 'fieldTo' | 'seed' | 'followsId'
> & {
  place: string
  form: string
  items: number
  design: WaveDesign
  target: { district: string | null; percent: number; definition: Wave['targetDefinition'] } | null
  steps: Step[]
  around: Awaited<ReturnType<typeof wavesAround>>
}

export async function waveView(store: Store, scope: Scope, wave: Wave, locale: Locale): Promise<WaveView> {
  const { id, name, status, tier, ageFrom, ageTo, fieldFrom, fieldTo, seed, followsId, design, instrument, region } =
    wave
  const [frame, units, around] = await Promise.all([
    frameOf(store, scope, id),
    listUnits(store, scope, id),
    wavesAround(store, scope, wave),
  ])
  return {
    ...{ id, name, status, tier, ageFrom, ageTo, fieldFrom, fieldTo, seed, followsId, design },
    around,
    place: region.name,
    form: instrument.form,
    items: Object.keys(instrument.items).length,
    target:
      wave.targetPercent === null
        ? null
        : {
            district: planDistrict(wave.planId, locale),
            percent: wave.targetPercent,
            definition: wave.targetDefinition,
          },
    steps: stepsOf(wave, frame.length, units),
  }
}

type Unit = { interviewerId: string | null; disposition: string }

function stepsOf({ status, design, followsId }: Wave, communities: number, units: Unit[]): Step[] {
  const isDrawn = design.firstStage !== 'none'
  const isVisited = design.modes.includes('face') || design.modes.includes('phone')
  const isOpen = status !== 'draft'
  const step = (id: StepId, path: string | null, isDone: boolean, count = 0, needsWrite = false): Step => ({
    ...{ id, path, isDone, count, needsWrite },
  })
  const assigned = units.filter(({ interviewerId }) => interviewerId !== null).length
  const left = units.filter(({ disposition }) => disposition === 'open').length
  return [
    step('design', '/edit', true, 0, true),
    ...(isDrawn && followsId === null
      ? [
          step('plan', '/plan', isOpen || design.planned !== null),
          step('frame', '/frame', communities > 0, communities),
        ]
      : []),
    ...(followsId !== null && units.length === 0
      ? []
      : [step('sample', '/sample', units.length > 0 || (isOpen && !isDrawn), units.length)]),
    ...(isVisited && status !== 'closed'
      ? [step('assign', '/sample', units.length > 0 && assigned === units.length, units.length - assigned)]
      : []),
    step('open', isOpen ? null : '#move', isOpen, 0, true),
    step(
      'field',
      null,
      status === 'closed' || (isOpen && units.length > 0 && left === 0),
      status === 'draft' ? 0 : left,
    ),
    step('close', status === 'field' ? '#move' : null, status === 'closed', 0, true),
    step('estimate', status === 'closed' ? '/estimate' : null, false),
  ]
}
