/** What the forms of an organization's page do: one verb for each intent. */

import type { Store } from '#app/db/store.server'
import type { Translate } from '#app/i18n/config'
import {
  groupForm,
  groupIdForm,
  mergeForm,
  mergeGroupForm,
  organizationForm,
  plainFields,
  renameGroupForm,
} from './forms'
import { addGroup, closeGroup, mergeGroup, renameGroup } from './groups.server'
import { changeOrganization, closeOrganization, renewJoinCode, reopenOrganization } from './organization-changes.server'
import { mergeOrganization } from './organization-merge.server'
import { answer, type Change, type Submitted, submit } from './region-page.server'

export type OrganizationSaved =
  | 'changed'
  | 'closed'
  | 'reopened'
  | 'merged'
  | 'joinCode'
  | 'groupAdded'
  | 'groupRenamed'
  | 'groupClosed'
  | 'groupMerged'

type Sent = { intent: string | null; form: FormData; t: Translate }

/** Reads the form of an intent and does it. Null: there is no such intent, or nothing in the scope that it is about. */
export async function submitOrganization(
  store: Store,
  change: Change,
  { intent, form, t }: Sent,
): Promise<Submitted<OrganizationSaved> | null> {
  const at = { intent: intent ?? '', form, t }
  if (intent === 'change')
    return submit(at, organizationForm, 'changed', (given) => changeOrganization(store, change, given))
  if (intent === 'merge') return submit(at, mergeForm, 'merged', ({ into }) => mergeOrganization(store, change, into))
  if (intent === 'close') return answer(at, 'closed', await closeOrganization(store, change), {})
  if (intent === 'reopen') return answer(at, 'reopened', await reopenOrganization(store, change), {})
  if (intent === 'renewJoinCode') return answer(at, 'joinCode', await renewJoinCode(store, change), {})
  return submitGroup(store, change, { intent, form, t })
}

async function submitGroup(
  store: Store,
  { scope, trail, id: organizationId }: Change,
  { intent, form, t }: Sent,
): Promise<Submitted<OrganizationSaved> | null> {
  const where = { scope, trail, organizationId }
  const at = { intent: intent ?? '', form: plainFields(form), t }
  if (intent === 'addGroup') return submit(at, groupForm, 'groupAdded', ({ group }) => addGroup(store, where, group))
  if (intent === 'renameGroup')
    return submit(at, renameGroupForm, 'groupRenamed', ({ groupId, name }) => renameGroup(store, where, groupId, name))
  if (intent === 'mergeGroup')
    return submit(at, mergeGroupForm, 'groupMerged', ({ groupId, into }) => mergeGroup(store, where, groupId, into))
  if (intent === 'closeGroup')
    return submit(at, groupIdForm, 'groupClosed', ({ groupId }) => closeGroup(store, where, groupId))
  return null
}
