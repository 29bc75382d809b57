/** Who may do what (design, section 6). What is written here is asked by every desk page through `requireAccount`. */

export const roles = ['admin', 'auditor', 'survey-lead', 'organizer', 'interviewer', 'examiner', 'teacher'] as const
export type Role = (typeof roles)[number]

/** What a role is confined to: the whole district, one region with all below it, or one organization. */
export const SCOPE_OF: Record<Role, 'district' | 'region' | 'organization'> = {
  admin: 'district',
  auditor: 'district',
  'survey-lead': 'region',
  organizer: 'region',
  interviewer: 'region',
  examiner: 'region',
  teacher: 'organization',
}

/** These may not sign in without a second factor. */
export const needsSecondFactor = (role: Role): boolean => role === 'admin' || role === 'survey-lead'

const MAY = {
  'desk.open': roles,
  'places.read': ['admin', 'auditor', 'survey-lead', 'organizer'],
  'places.write': ['admin'],
  'organizations.read': ['admin', 'auditor', 'survey-lead', 'organizer', 'teacher'],
  'organizations.write': ['admin', 'organizer'],
  'rosters.read': ['admin', 'auditor', 'organizer', 'teacher'],
  'rosters.write': ['admin', 'organizer', 'teacher'],
  /** Phones, even masked. */
  'contacts.see': ['admin', 'organizer', 'teacher'],
  'accounts.manage': ['admin'],
  'audit.read': ['admin', 'auditor'],
  'surveys.read': ['admin', 'auditor', 'survey-lead'],
  'surveys.write': ['survey-lead'],
  /** Enters answers for the units that are assigned to them; sees no results. */
  'surveys.interview': ['interviewer', 'survey-lead'],
  /** Keys and how well they work; of instruments only once the wave is closed. */
  'items.read': ['admin', 'auditor', 'survey-lead'],
  'rates.read': ['admin', 'auditor', 'survey-lead', 'organizer'],
  /** Modules with their keys: nobody who only takes or teaches the quizzes. */
  'content.read': ['admin', 'auditor', 'survey-lead', 'organizer'],
  'content.review': ['admin'],
  'feedback.read': ['admin', 'auditor', 'organizer'],
  'feedback.answer': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Capability = keyof typeof MAY

export const may = (role: Role, capability: Capability): boolean => (MAY[capability] as readonly Role[]).includes(role)
