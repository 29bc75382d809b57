/** A closed wave with an estimate of it, computed and kept by the app's own verbs. */
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { defaultSettings, type EstimateSettings } from '#app/measure/awareness/estimate-input'
import { readEstimateInput } from '#app/measure/awareness/estimate-input.server'
import { freezeEstimate } from '#app/measure/awareness/estimates.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { type Answering, answeredWave } from './waves'

export async function keptEstimate(store: Store, given: Answering = {}, changed: Partial<EstimateSettings> = {}) {
  return keptEstimateOf(store, await answeredWave(store, given), changed)
}

/** The same of a wave that has been closed already. */
export async function keptEstimateOf(store: Store, wave: Wave, changed: Partial<EstimateSettings> = {}) {
  const now = new Date()
  const settings = { ...defaultSettings, ...changed }
  const input = await readEstimateInput(store, wave, { scope: wholeDistrict, settings, now })
  if (!input) throw new Error('the wave is not closed')
  const id = newId()
  const trail = { accountId: wave.createdBy, origin: 'a test', now }
  const isKept = await freezeEstimate(store, { trail, id }, { input, regionId: wave.regionId, note: '区统计局' })
  if (!isKept) throw new Error('the estimate was refused')
  return { id, wave, input }
}
