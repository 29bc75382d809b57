import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { readFields } from '#app/http/read-fields'
import type { Trail } from '#app/people/audit/trail'
import type { Account } from './account'
import { confirmForm, secondFactorForm } from './account-form'
import { type Faults, faultOf } from './faults'
import { replaceRecoveryCodes, turnOffSecondFactor, turnOnSecondFactor } from './own-account.server'
import type { SignInRefusal } from './sign-in.server'

type Context = { keys: Keys; trail: Trail }
type Asked = { intent: string | null; form: FormData; account: Account; sessionId: string }

/** `shown`: recovery codes to show once, after the factor was turned on or the old codes replaced. */
export type FactorAnswer =
  | { kind: 'shown'; codes: string[]; wasTurnedOn: boolean }
  | { kind: 'off' }
  | { kind: 'refused'; faults: Faults }

/** Does what one of the forms of the second factor asks for; null for what none of them sends. */
export async function changeFactor(store: Store, asked: Asked, context: Context): Promise<FactorAnswer | null> {
  const { intent, form, account, sessionId } = asked
  if (intent === 'on' || intent === 'replace') {
    const read = readFields(form, secondFactorForm)
    if (!read.ok) return { kind: 'refused', faults: { errors: read.errors } }
    const { current: password, code } = read.value
    const made = await turnOnSecondFactor(store, { account, sessionId, password, code }, context)
    return 'refused' in made ? refusedBy(made) : { kind: 'shown', codes: made.codes, wasTurnedOn: true }
  }
  if (intent !== 'off' && intent !== 'codes') return null
  const read = readFields(form, confirmForm)
  if (!read.ok) return { kind: 'refused', faults: { errors: read.errors } }
  const own = { account, password: read.value.current }
  if (intent === 'off') {
    const refusal = await turnOffSecondFactor(store, own, context)
    return refusal ? refusedBy(refusal) : { kind: 'off' }
  }
  const made = await replaceRecoveryCodes(store, own, context)
  if (!made) return null
  return 'refused' in made ? refusedBy(made) : { kind: 'shown', codes: made.codes, wasTurnedOn: false }
}

function refusedBy(refusal: SignInRefusal | { refused: 'wrongCode' | 'needed' }): FactorAnswer {
  const faults = {
    wait: () => faultOf('form', 'wait', 'minutes' in refusal ? refusal.minutes : 1),
    wrong: () => faultOf('current', 'wrongPassword'),
    wrongCode: () => faultOf('code', 'wrongCode'),
    needed: () => faultOf('form', 'needed'),
  }
  return { kind: 'refused', faults: faults[refusal.refused]() }
}
