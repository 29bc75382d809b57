/** What the form of a wave offers: places of the scope, instruments, and plans that set a target for the public. */
import { catalog } from '#app/content/catalog.server'
import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import { listRegionChoices } from '#app/people/places/region-lists.server'
import type { Scope } from '#app/people/places/scope'
import { planTarget } from './plan-target'

export type WaveChoices = Awaited<ReturnType<typeof waveChoices>>

export async function waveChoices(store: Store, scope: Scope, locale: Locale) {
  const regions = await listRegionChoices(store, scope)
  return {
    regions: regions
      .filter(({ level }) => level === 'district' || level === 'street')
      .map(({ id, label }) => ({ id, label })),
    instruments: catalog.instruments.map(({ id, form, items, background }) => ({
      id,
      form,
      items: Object.keys(items).length,
      more: Object.keys(background.items).length,
    })),
    plans: catalog.plans.flatMap((plan) => {
      const target = planTarget(plan)
      return target ? [{ id: plan.id, district: plan.words[locale].district, ...target }] : []
    }),
  }
}

/** The district whose plan it is, as the page's language names it; null for a plan that is no longer there. */
export const planDistrict = (planId: string | null, locale: Locale): string | null =>
  catalog.plans.find(({ id }) => id === planId)?.words[locale].district ?? null
