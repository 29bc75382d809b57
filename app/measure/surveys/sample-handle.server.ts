/** What the forms of the frame's and the sample's page bring, carried out. */
import { randomBytes } from 'node:crypto'
import type { Store } from '#app/db/store.server'
import { textField } from '#app/http/form.server'
import { readFields } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import { drawForm, perHouseholdForm } from './draw-form'
import { takeKnownCommunities } from './frame.server'
import { drawWave } from './sample.server'
import { assignUnits, readAssignment } from './units.server'
import { type Handled, handled } from './wave-handle.server'
import { failedWave, failedWaveFields } from './wave-problem'
import type { WaveChange } from './waves.server'

type Sent = { form: FormData; t: Translate }

/** Draws, or assigns; which one the button says. */
export async function handleSample(store: Store, change: WaveChange, { form, t }: Sent): Promise<Handled> {
  const intent = textField(form, 'intent')
  if (intent === 'assign') return handled(t, 'assign', await assignUnits(store, change, readAssignment(form)), {})
  if (intent !== 'draw') return { failed: failedWave(t, 'draw', { problem: 'chooseAgain' }) }
  const read = readFields(form, drawForm)
  if (!read.ok) return { failed: failedWaveFields(t, 'draw', read) }
  const { count } = read.value
  const seed = read.value.seed || randomBytes(8).toString('hex')
  return handled(t, 'draw', await drawWave(store, change, { seed, count }), read.typed)
}

/** Takes the known communities as the frame. */
export async function handleKnown(store: Store, change: WaveChange, { form, t }: Sent): Promise<Handled> {
  const read = readFields(form, perHouseholdForm)
  if (!read.ok) return { failed: failedWaveFields(t, 'known', read) }
  return handled(t, 'known', await takeKnownCommunities(store, change, read.value.perHousehold), read.typed)
}
