/** What the page of an import lets one do, form by form. */
import { z } from 'zod'
import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { textField } from '#app/http/form.server'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { applyImport } from './import-apply.server'
import { readChoices } from './import-choice'
import { saveChoices } from './import-choices.server'
import { atMost } from './import-queue.server'
import type { Import } from './import-records.server'
import { undoImport } from './import-undo.server'
import { checkAgain, dropImport } from './import-work.server'

export type Acting = { line: Import; scope: Scope; keys: Keys; form: FormData; trail: Trail }

/** `go`: done, with what the page shows after it. `wrong`: the key of a sentence that says why not. */
export type DeedAnswer = { go: string } | { wrong: WrongKey }
export type WrongKey = `rosters.import.page.${'recount' | 'closed' | 'unitClosed' | 'choicesWrong' | 'tick'}`

/** How long somebody waits for a short list to be ready, before they are shown a progress bar. */
export const SHORT_WAIT_MS = 1500

const closed: DeedAnswer = { wrong: 'rosters.import.page.closed' }

/** Does what the form's `intent` says; 400 for one that no form of the page sends. */
export async function actOnImport(store: Store, acting: Acting): Promise<DeedAnswer> {
  const intent = textField(acting.form, 'intent') ?? ''
  const verbs: Record<string, (store: Store, acting: Acting) => Promise<DeedAnswer>> = {
    choose,
    complete,
    incomplete,
    apply,
    drop,
    undo,
  }
  return Object.hasOwn(verbs, intent) && verbs[intent] ? verbs[intent](store, acting) : badRequest()
}

async function choose(store: Store, { line, scope, keys, form }: Acting): Promise<DeedAnswer> {
  const choices = readChoices(form)
  if (!choices) return { wrong: 'rosters.import.page.choicesWrong' }
  if (!(await saveChoices(store, keys, { scope, importId: line.id, choices }))) return closed
  const page = z.coerce.number().int().min(1).catch(1).parse(textField(form, 'page'))
  const tab = textField(form, 'tab') === 'duplicate' ? 'duplicate' : 'conflict'
  return { go: `?tab=${tab}&page=${page}&done=choices` }
}

async function complete(store: Store, acting: Acting): Promise<DeedAnswer> {
  if (textField(acting.form, 'complete') !== 'yes') return { wrong: 'rosters.import.page.tick' }
  return recheck(store, acting, { isComplete: true, go: '?tab=leaves' })
}

const incomplete = (store: Store, acting: Acting): Promise<DeedAnswer> =>
  recheck(store, acting, { isComplete: false, go: '' })

type Recheck = { isComplete: boolean; go: string }

async function recheck(store: Store, { line, keys }: Acting, { isComplete, go }: Recheck): Promise<DeedAnswer> {
  if (line.status !== 'ready') return closed
  const { work } = await checkAgain(store, keys, line.id, isComplete)
  await atMost(work, SHORT_WAIT_MS)
  return { go }
}

const confirmed = z.coerce.number().int().min(1)

async function apply(store: Store, acting: Acting): Promise<DeedAnswer> {
  const { line, scope, form, trail } = acting
  const given = confirmed.safeParse(textField(form, 'confirmed'))
  if (!given.success) return badRequest()
  const outcome = await applyImport(store, { scope, importId: line.id, confirmed: given.data, trail })
  if (outcome === 'applied') return { go: '?done=applied' }
  if (outcome === 'stale') return recheck(store, acting, { isComplete: line.isComplete, go: '?done=stale' })
  if (outcome === 'unitClosed') return { wrong: 'rosters.import.page.unitClosed' }
  return outcome === 'recount' ? { wrong: 'rosters.import.page.recount' } : closed
}

async function drop(store: Store, { line }: Acting): Promise<DeedAnswer> {
  if (line.status !== 'ready') return closed
  await dropImport(store, line.id)
  return { go: '' }
}

async function undo(store: Store, { line, scope, trail }: Acting): Promise<DeedAnswer> {
  const undone = await undoImport(store, { scope, importId: line.id, trail })
  return undone?.outcome === 'undone' ? { go: `?left=${undone.left}` } : closed
}
