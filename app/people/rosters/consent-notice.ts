/**
 * What guardians are told before a child stands on a roster: the items that 儿童个人信息网络保护规定 (2019) article 10
 * asks for. The words stand in rosters.json (consent.notice.*); whoever changes them gives the notice a new version, so
 * that each consent says what was agreed to.
 */
export const NOTICE_VERSION = '2026-11'

export const NOTICE_ITEMS = [
  'purpose',
  'what',
  'place',
  'period',
  'security',
  'refusing',
  'complaint',
  'correct',
] as const

/** How a consent reached the district; an import brings its own (`import`). */
export const CONSENT_CHANNELS = ['paper', 'in-person', 'phone'] as const
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number]

/** What stands in the place of a name once the consent has been withdrawn. */
export const WITHDRAWN_NAME = '已撤回'
