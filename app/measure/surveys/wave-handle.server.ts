/** What the forms of a wave's pages bring, carried out: one intent, one verb, one answer. */
import type { Store } from '#app/db/store.server'
import { readFields } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import type { Outcome } from '#app/people/places/outcome'
import type { Failed } from '#app/people/places/problem-text'
import { closeWave, openWave } from './field-work.server'
import { addFollowUp, changeFollowUp } from './follow-up.server'
import { takePlan } from './plan.server'
import { planSurvey } from './planner'
import { plannedOf, plannerForm } from './planner-fields'
import { followUpForm, waveForm } from './wave-fields'
import { failedWave, failedWaveFields } from './wave-problem'
import { addWave, changeWave, type WaveChange } from './waves.server'

/** `failed`: the user's mistake; `null`: no such wave; `id`: done. */
export type Handled = { failed: Failed } | { id: string } | null

type Sent = { form: FormData; t: Translate }

/** A new wave, or a draft written anew. */
export async function saveWave(
  store: Store,
  change: WaveChange & { isNew: boolean; accountId: string },
  { form, t }: Sent,
): Promise<Handled> {
  const { isNew, accountId, ...at } = change
  const read = readFields(form, waveForm)
  if (!read.ok) return { failed: failedWaveFields(t, 'save', read) }
  const outcome = isNew
    ? await addWave(store, { ...at, trail: { ...at.trail, accountId } }, read.value)
    : await changeWave(store, at, read.value)
  return handled(t, 'save', outcome, read.typed)
}

/** A follow-up: a new one of the wave `earlierId`, or with null a draft written anew. */
export async function saveFollowUp(
  store: Store,
  change: WaveChange & { accountId: string },
  earlierId: string | null,
  { form, t }: Sent,
): Promise<Handled> {
  const { accountId, ...at } = change
  const read = readFields(form, followUpForm)
  if (!read.ok) return { failed: failedWaveFields(t, 'save', read) }
  const outcome =
    earlierId === null
      ? await changeFollowUp(store, at, read.value)
      : await addFollowUp(store, { ...at, trail: { ...at.trail, accountId } }, earlierId, read.value)
  return handled(t, 'save', outcome, read.typed)
}

/** Opening and closing; both want the box ticked that says one has understood. */
export async function moveWave(
  store: Store,
  change: WaveChange,
  intent: string | null,
  { form, t }: Sent,
): Promise<Handled> {
  const verb = intent === 'open' ? openWave : intent === 'close' ? closeWave : null
  if (!verb) return { failed: failedWave(t, 'none', { problem: 'chooseAgain' }) }
  if (form.get('sure') !== 'yes') return { failed: failedWave(t, intent ?? '', { problem: 'notSure', at: 'sure' }) }
  return handled(t, intent ?? '', await verb(store, change), {})
}

/** The planner's answer is worked out once more from the fields and put into the design. */
export async function handlePlan(store: Store, change: WaveChange, { form, t }: Sent): Promise<Handled> {
  const read = readFields(form, plannerForm)
  if (!read.ok) return { failed: failedWaveFields(t, 'plan', read) }
  const plan = planSurvey(read.value)
  const taken = {
    clustersPerStratum: plan.clustersPerStreet,
    takePerCluster: plan.take,
    planned: plannedOf(read.value, plan),
  }
  return handled(t, 'plan', await takePlan(store, change, taken), read.typed)
}

/** What a verb answered, as a page shows it. */
export function handled(
  t: Translate,
  form: string,
  outcome: Outcome<string> | null,
  typed: Record<string, string>,
): Handled {
  if (!outcome) return null
  return outcome.done ? { id: outcome.id } : { failed: failedWave(t, form, outcome, typed) }
}
