import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { textField } from '#app/http/form.server'
import { readFields, type Typed } from '#app/http/read-fields'
import type { Trail } from '#app/people/audit/trail'
import { detailsForm } from './account-form'
import { type Fault, type Faults, faultOf } from './faults'
import * as manage from './manage.server'
import { isOpenPlace } from './place-choices.server'

type Context = { keys: Keys; trail: Trail }
type Asked = { accountId: string; form: FormData }

/** What the forms of an account's page ask for, by the button that was pressed. */
const intents = ['change', 'link', 'factor', 'disable', 'enable', 'end'] as const
export type Intent = (typeof intents)[number]

export type OneAnswer =
  | { kind: 'done'; intent: Intent }
  | { kind: 'link'; made: manage.MadeLink }
  | { kind: 'refused'; intent: Intent; faults: Faults; typed: Typed }

/** Does what one of the forms of an account's page asks for; null for what none of them sends. */
export async function changeOne(store: Store, asked: Asked, context: Context): Promise<OneAnswer | null> {
  const { accountId, form } = asked
  const { trail } = context
  const given = textField(form, 'intent')
  const intent = intents.find((known) => known === given)
  if (!intent) return null
  const answered = (refusal: manage.ManageRefusal | null): OneAnswer =>
    refusal ? refusedBy(intent, refusal) : { kind: 'done', intent }
  const isSure = textField(form, 'sure') === 'yes'
  if ((intent === 'factor' || intent === 'disable') && !isSure)
    return { kind: 'refused', intent, faults: { errors: { sure: 'notSure' } }, typed: {} }
  switch (intent) {
    case 'change':
      return change(store, asked, context)
    case 'link': {
      const made = await manage.renewLink(store, accountId, trail)
      return 'refused' in made ? refusedBy(intent, made) : { kind: 'link', made }
    }
    case 'factor':
      return answered(await manage.takeSecondFactor(store, accountId, context))
    case 'disable':
      return answered(await manage.disableAccount(store, accountId, trail))
    case 'enable':
      return answered(await manage.enableAccount(store, accountId, trail))
    case 'end':
      return answered(await manage.endAllSessions(store, accountId, trail))
  }
}

async function change(store: Store, { accountId, form }: Asked, { trail }: Context): Promise<OneAnswer> {
  const read = readFields(form, detailsForm)
  const { typed } = read
  const refused = (faults: Faults): OneAnswer => ({ kind: 'refused', intent: 'change', faults, typed })
  if (!read.ok) return refused({ errors: read.errors })
  if (!(await isOpenPlace(store, read.value))) return refused(faultOf('place', 'placeGone'))
  const refusal = await manage.changeAccount(store, { accountId, ...read.value }, trail)
  return refusal ? refused(faultOf('form', faultFor(refusal))) : { kind: 'done', intent: 'change' }
}

const refusedBy = (intent: Intent, refusal: manage.ManageRefusal): OneAnswer => ({
  kind: 'refused',
  intent,
  faults: faultOf('form', faultFor(refusal)),
  typed: {},
})

/** Accounts are never deleted: one that is gone was never there, and the route has said so already. */
const faultFor = ({ refused }: manage.ManageRefusal): Fault => (refused === 'gone' ? 'required' : refused)
