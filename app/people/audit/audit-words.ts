/** How an entry is written for people: texts only, for the page and the sheet alike. */
import type { Translate } from '#app/i18n/config'
import { roles } from '#app/people/accounts/roles'
import { organizationKinds } from '#app/people/places/organization-kind'
import { type Action, actions, type Detail, subjectKinds } from './trail'

type T = Translate

const MOMENT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment in Asia/Shanghai, 2026-11-22 08:00:05. */
export const shanghaiMoment = (moment: Date): string => MOMENT.format(moment)

/** What was done, as the end of a sentence that begins with who. An action that no longer exists shows as it was kept. */
export function actionWords(t: T, action: string): string {
  const known = actions.find((one) => one === action)
  return known ? t(`audit.action.${known}`) : action
}

export function kindWords(t: T, kind: string): string {
  const known = subjectKinds.find((one) => one === kind)
  return known ? t(`audit.kind.${known}`) : kind
}

const NOUNS = [...new Set(actions.map(nounOf))]

function nounOf(action: Action) {
  return action.split('.')[0] as Action extends `${infer Noun}.${string}` ? Noun : never
}

/** All actions by noun, to choose from. */
export const actionChoices = (t: T) =>
  NOUNS.map((noun) => ({
    label: t(`audit.noun.${noun}`),
    choices: actions
      .filter((action) => nounOf(action) === noun)
      .map((action) => ({ value: action, label: actionWords(t, action) })),
  }))

/** Names of details. Another one shows as it was kept. */
export const detailKeys = [
  'account',
  'action',
  'again',
  'byLink',
  'changed',
  'channel',
  'clusters',
  'code',
  'conflict',
  'contacts',
  'count',
  'day',
  'duplicate',
  'failures',
  'fault',
  'filtered',
  'from',
  'group',
  'groups',
  'households',
  'import',
  'into',
  'isPublic',
  'kind',
  'leaves',
  'left',
  'level',
  'links',
  'membership',
  'memberships',
  'minutes',
  'new',
  'notice',
  'organization',
  'organizations',
  'people',
  'region',
  'regions',
  'role',
  'rows',
  'scope',
  'searched',
  'secondFactor',
  'secondFactorOwed',
  'seed',
  'sessions',
  'skipped',
  'status',
  'tier',
  'to',
  'unchanged',
  'units',
  'version',
  'waves',
  'way',
  'year',
] as const

export type Labelled = { label: string; value: string }

/** The details of an entry, each with its name. */
export const detailWords = (t: T, detail: Detail): Labelled[] =>
  Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => {
      const known = detailKeys.find((one) => one === key)
      return { label: known ? t(`audit.detail.${known}`) : key, value: valueWords(t, key, value) }
    })

/** How somebody consented or joined. */
export const detailValues = ['paper', 'in-person', 'phone', 'name', 'code'] as const

function valueWords(t: T, key: string, value: Detail[string]): string {
  if (typeof value === 'boolean') return value ? t('audit.yes') : t('audit.no')
  const text = String(value)
  const role = key === 'role' ? roles.find((one) => one === text) : undefined
  if (role) return t(`accounts.role.${role}`)
  const kind = key === 'kind' ? organizationKinds.find((one) => one === text) : undefined
  if (kind) return t(`organizations.kind.${kind}`)
  const known = key === 'channel' || key === 'way' ? detailValues.find((one) => one === text) : undefined
  if (known) return t(`audit.value.${known}`)
  return key === 'action' ? actionWords(t, text) : key === 'kind' ? kindWords(t, text) : text
}
