import type { Store } from '#app/db/store.server'
import { textField } from '#app/http/form.server'
import type { Translate } from '#app/i18n/config'
import type { Trail } from '#app/people/audit/trail'
import { type RefusedImport, takeImport } from '#app/people/places/file-import.server'
import type { Failed } from '#app/people/places/problem-text'
import type { Scope } from '#app/people/places/scope'
import { draftFault } from './draft-fault'
import { frameImport } from './frame.server'
import { handleKnown } from './sample-handle.server'
import { waveProblem } from './wave-problem'
import type { Wave } from './waves.server'

type By = { account: { id: string; scope: Scope }; trail: Trail }
export type RefusedFrame = RefusedImport & { failed: Failed | null }

/** Takes a file, a confirmed draft, or the known communities as the frame. `to`: where to go, after the page's address. */
export async function handleFrame(
  store: Store,
  by: By,
  wave: Wave,
  sent: { form: FormData; t: Translate },
): Promise<RefusedFrame | { to: string } | null> {
  const { form, t } = sent
  const fault = draftFault(wave)
  if (fault) return { error: waveProblem(t, fault), faults: [], failed: null }
  if (textField(form, 'intent') === 'takeKnown') {
    const change = { scope: by.account.scope, trail: by.trail, id: wave.id }
    const handled = await handleKnown(store, change, sent)
    if (!handled || 'id' in handled) return handled && { to: '?saved' }
    return { error: null, faults: [], failed: handled.failed }
  }
  const taken = await takeImport(store, frameImport(wave), by, form, t)
  if (taken.step === 'refused') return { ...taken.refused, failed: null }
  return { to: taken.step === 'written' ? '?saved' : `?draft=${encodeURIComponent(taken.draftId)}` }
}
