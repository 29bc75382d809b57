/** Takes what an interviewer's phone kept while it was offline. */
import type { Store } from '#app/db/store.server'
import type { Account } from '#app/people/accounts/account'
import type { Trail } from '#app/people/audit/trail'
import { enterResponse } from './enter-response.server'
import type { QueuedEntry } from './interview'
import { findInterviewUnit, interviewerSource, recordVisit } from './interview-units.server'

/** `saved` and `already` may be deleted from the phone; with all others it stays there, with the reason. */
export type Taken = 'saved' | 'already' | 'waveClosed' | 'unitTaken' | 'unknownUnit' | 'unknownOption' | 'outOfFrame'

/** Keeps one entry, once, however often it is sent. */
export async function takeQueued(store: Store, account: Account, entry: QueuedEntry, trail: Trail): Promise<Taken> {
  const { id, unitId, visits, eligible } = entry
  if (entry.kind === 'visit') {
    const recorded = await recordVisit(store, account, { unitId, outcome: entry.outcome, visits, eligible, trail })
    // What the answers say counts more than a visit in vain: nothing is lost by dropping it.
    return recorded === 'answered' ? 'already' : recorded
  }
  const unit = await findInterviewUnit(store, account, unitId)
  if (!unit) return 'unknownUnit'
  const { mode, sheet, sex, age, isProxy, seconds } = entry
  const respondent = { sex, age, regionId: null, isProxy, seconds, personKey: null }
  const entered = await enterResponse(store, {
    ...{ id, waveId: unit.waveId, unitId, mode, respondent, trail },
    sheet: new Map(Object.entries(sheet)),
    source: interviewerSource(account),
    visit: { visits, eligible },
  })
  return entered.kind
}
