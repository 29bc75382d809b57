import type { Store } from '#app/db/store.server'
import type { Trail } from '#app/people/audit/trail'
import { findPreview } from '#app/people/places/file-import.server'
import type { Scope } from '#app/people/places/scope'
import { frameImport, knownCommunities } from './frame.server'
import { summariseFrame } from './frame-summary'
import { frameOf } from './sample.server'
import { streetNames } from './sample-view.server'
import type { Wave } from './waves.server'

type By = { account: { id: string; scope: Scope }; trail: Trail }

/** What the page of the frame shows: the frame, what an uploaded file would make of it, and what places are known. */
export async function frameView(store: Store, by: By, wave: Wave, url: string) {
  const { scope } = by.account
  const frame = await frameOf(store, scope, wave.id)
  const preview = await findPreview(store, frameImport(wave), by, new URL(url).searchParams.get('draft'))
  const clusters = preview.plan?.clusters ?? []
  const nameOf = await streetNames(store, [...new Set([...frame, ...clusters].map(({ stratum }) => stratum))])
  const known = wave.status === 'draft' ? await knownCommunities(store, scope, wave) : []
  return {
    wave: {
      id: wave.id,
      name: wave.name,
      status: wave.status,
      followsId: wave.followsId,
      isDrawn: wave.drawnAt !== null,
      isPersons: wave.design.household === 'persons',
    },
    frame: summariseFrame(frame, nameOf),
    draft: {
      draftId: preview.draftId,
      isExpired: preview.isExpired,
      faults: preview.plan?.faults ?? null,
      rows: preview.plan ? summariseFrame(clusters, nameOf) : null,
    },
    known: known.length > 0 ? { count: known.length, unknown: known.filter(({ people }) => !people).length } : null,
  }
}
