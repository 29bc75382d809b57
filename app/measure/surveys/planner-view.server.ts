import type { Store } from '#app/db/store.server'
import { readFields } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import type { Scope } from '#app/people/places/scope'
import { summariseFrame } from './frame-summary'
import { countStreets, framePopulation } from './plan.server'
import { planSurvey } from './planner'
import { newPlannerFields, plannerForm } from './planner-fields'
import { frameOf } from './sample.server'
import { waveProblem } from './wave-problem'
import type { Wave } from './waves.server'

/** What the planner's page shows: the fields of the address, or what they begin with, and what comes of them. */
export async function planFor(store: Store, scope: Scope, wave: Wave, url: string, t: Translate) {
  const { searchParams } = new URL(url)
  const fields = searchParams.has('rate')
    ? Object.fromEntries([...searchParams].map(([name, value]) => [name, value.slice(0, 20)]))
    : newPlannerFields({
        target: wave.targetPercent,
        population: await framePopulation(store, scope, wave),
        take: wave.design.takePerCluster,
        streets: await countStreets(store, scope, wave),
      })
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const read = readFields(form, plannerForm)
  if (!read.ok) {
    const errors = Object.entries(read.errors).map(([field, problem]) => [field, waveProblem(t, problem)])
    return { fields, errors: Object.fromEntries(errors) as Record<string, string>, calculated: null }
  }
  const plan = planSurvey(read.value)
  return {
    fields,
    errors: {},
    calculated: { input: read.value, plan, most: await mostCommunities(store, scope, wave) },
  }
}

/** How many communities the largest street of the frame has; null while there is no frame. */
async function mostCommunities(store: Store, scope: Scope, { id }: Wave): Promise<number | null> {
  const streets = summariseFrame(await frameOf(store, scope, id), (code) => code)
  return streets.length === 0 ? null : Math.max(...streets.map(({ communities }) => communities))
}
