/**
 * Who may open and who may write to each address, as the design's section 6 has it: written down here once more, by hand,
 * so that a mistake in the app is not repeated by its test. tests/routes/rights.test.ts walks all of it.
 */
import type { Role } from '#app/people/accounts/roles'

export type Access = {
  /** Who may read it; 'everybody' needs no account. Left out where the address only takes forms. */
  read?: readonly Role[] | 'everybody'
  /** Who may send a form to it; left out where the address takes none. */
  write?: readonly Role[] | 'everybody'
  /** The thing at the address belongs to a place: of somebody confined to another place, it is not found. */
  scoped?: true
  /** What follows the address, with names of things in braces. */
  query?: string
  /** A form that is understood and lacks what it needs; without one, a form that nobody sends. */
  form?: Record<string, string>
  /** Where reading leads instead of showing a page. */
  leadsElsewhere?: true
}

const ALL: readonly Role[] = ['admin', 'auditor', 'survey-lead', 'organizer', 'interviewer', 'examiner', 'teacher']
const ADMIN: readonly Role[] = ['admin']
const SEE_PLACES: readonly Role[] = ['admin', 'auditor', 'survey-lead', 'organizer']
const SEE_ORGANIZATIONS: readonly Role[] = ['admin', 'auditor', 'survey-lead', 'organizer', 'teacher']
const CHANGE_ORGANIZATIONS: readonly Role[] = ['admin', 'organizer']
const SEE_ROSTERS: readonly Role[] = ['admin', 'auditor', 'organizer', 'teacher']
const CHANGE_ROSTERS: readonly Role[] = ['admin', 'organizer', 'teacher']
const SEE_CONTENT: readonly Role[] = ['admin', 'auditor', 'survey-lead', 'organizer']
const SEE_SURVEYS: readonly Role[] = ['admin', 'auditor', 'survey-lead']
const CHANGE_SURVEYS: readonly Role[] = ['survey-lead']
/** Only what is assigned to themselves. */
const INTERVIEW: readonly Role[] = ['interviewer', 'survey-lead']
const SEE_FEEDBACK: readonly Role[] = ['admin', 'auditor', 'organizer']

/** Learning, joining, public figures, signing in: nobody needs an account. */
const PUBLIC: Record<string, Access> = {
  '/': { read: 'everybody' },
  '/about': { read: 'everybody' },
  '/attempts/:attemptId': { write: 'everybody' },
  '/attempts/:attemptId/answers': { write: 'everybody' },
  '/awareness': { read: 'everybody' },
  '/awareness/estimate.xlsx': { read: 'everybody', leadsElsewhere: true },
  '/awareness/method': { read: 'everybody' },
  '/checklists': { read: 'everybody' },
  '/checklists/:checklistId': { read: 'everybody' },
  '/desk/invitation': { write: 'everybody' },
  '/desk/setup': { write: 'everybody' },
  '/desk/sign-in': { read: 'everybody', write: 'everybody' },
  '/desk/sign-in/code': { write: 'everybody' },
  '/desk/sign-out': { write: 'everybody' },
  '/feedback': { read: 'everybody', write: 'everybody' },
  '/for/:audience': { read: 'everybody' },
  '/guardians': { read: 'everybody' },
  '/healthz': { read: 'everybody' },
  '/join/:code': { read: 'everybody', write: 'everybody' },
  '/me': { read: 'everybody', write: 'everybody' },
  '/me/continue': { read: 'everybody', write: 'everybody' },
  '/me/data': { read: 'everybody', write: 'everybody' },
  '/me/data/download': { read: 'everybody', leadsElsewhere: true },
  '/me/leave': { write: 'everybody' },
  '/modules': { read: 'everybody' },
  '/modules/:moduleId': { read: 'everybody' },
  '/modules/:moduleId/practice': { read: 'everybody', write: 'everybody', leadsElsewhere: true },
  '/modules/:moduleId/quiz': { read: 'everybody', write: 'everybody', leadsElsewhere: true },
  '/pictures/:moduleId/:name.svg': { read: 'everybody' },
  '/preferences': { write: 'everybody' },
  '/search': { read: 'everybody' },
  '/survey/answer': { read: 'everybody', write: 'everybody', query: '?t={token}' },
  '/survey/open': { read: 'everybody', write: 'everybody' },
  '/survey/thanks': { read: 'everybody' },
}

const DESK: Record<string, Access> = {
  '/desk': { read: ALL },
  '/desk/accounts': { read: ADMIN },
  '/desk/accounts/:accountId': { read: ADMIN, write: ADMIN },
  '/desk/accounts/export.xlsx': { read: ADMIN },
  '/desk/accounts/new': { read: ADMIN, write: ADMIN },
  '/desk/audit': { read: ['admin', 'auditor'] },
  '/desk/audit/export.xlsx': { read: ['admin', 'auditor'] },
  '/desk/content': { read: SEE_CONTENT },
  '/desk/content/:moduleId': { read: SEE_CONTENT, write: ADMIN },
  '/desk/content/export.xlsx': { read: SEE_CONTENT },
  '/desk/estimates': { read: SEE_SURVEYS },
  '/desk/estimates/:estimateId': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/estimates/:estimateId/file.xlsx': { read: SEE_SURVEYS, scoped: true },
  '/desk/estimates/export.xlsx': { read: SEE_SURVEYS },
  '/desk/feedback': { read: SEE_FEEDBACK },
  '/desk/feedback/:feedbackId': { read: SEE_FEEDBACK, write: ADMIN },
  '/desk/feedback/export.xlsx': { read: SEE_FEEDBACK },
  '/desk/imports': { read: CHANGE_ROSTERS },
  '/desk/imports/:importId': { read: CHANGE_ROSTERS, write: CHANGE_ROSTERS, scoped: true },
  '/desk/imports/:importId/errors.xlsx': { read: CHANGE_ROSTERS, scoped: true },
  '/desk/imports/:importId/progress': { read: CHANGE_ROSTERS, scoped: true },
  '/desk/imports/new': { read: CHANGE_ROSTERS, write: CHANGE_ROSTERS },
  '/desk/imports/template.xlsx': { read: CHANGE_ROSTERS },
  '/desk/interviews': { read: INTERVIEW },
  '/desk/interviews/:unitId': { read: INTERVIEW, write: INTERVIEW, scoped: true },
  '/desk/interviews/field': { read: INTERVIEW },
  '/desk/interviews/send': { write: INTERVIEW },
  '/desk/interviews/worker.js': { read: 'everybody' },
  '/desk/items': { read: SEE_SURVEYS },
  '/desk/items/export.xlsx': { read: SEE_SURVEYS },
  '/desk/items/modules/:moduleId': { read: SEE_SURVEYS },
  '/desk/items/modules/:moduleId/export.xlsx': { read: SEE_SURVEYS },
  '/desk/items/waves/:closedWaveId': { read: SEE_SURVEYS, scoped: true },
  '/desk/items/waves/:closedWaveId/export.xlsx': { read: SEE_SURVEYS, scoped: true },
  '/desk/learn': { read: SEE_CONTENT },
  '/desk/me': { read: ALL, write: ALL },
  '/desk/me/password': { read: ALL, write: ALL },
  '/desk/me/second-factor': { read: ALL, write: ALL },
  '/desk/measure': { read: ['admin', 'auditor', 'survey-lead', 'organizer', 'interviewer'] },
  '/desk/organizations': { read: SEE_ORGANIZATIONS },
  '/desk/organizations/:organizationId': {
    read: SEE_ORGANIZATIONS,
    write: CHANGE_ORGANIZATIONS,
    scoped: true,
    form: { intent: 'change', name: '' },
  },
  '/desk/organizations/:organizationId/poster': { read: SEE_ORGANIZATIONS, scoped: true },
  '/desk/organizations/export.xlsx': { read: SEE_ORGANIZATIONS },
  '/desk/organizations/import': { read: CHANGE_ORGANIZATIONS, write: CHANGE_ORGANIZATIONS },
  '/desk/organizations/new': { read: CHANGE_ORGANIZATIONS, write: CHANGE_ORGANIZATIONS },
  '/desk/organizations/template.xlsx': { read: CHANGE_ORGANIZATIONS },
  '/desk/people': { read: ['admin', 'auditor', 'survey-lead', 'organizer', 'teacher'] },
  '/desk/places': { read: SEE_PLACES },
  '/desk/places/:regionId': { read: SEE_PLACES, write: ADMIN, scoped: true, form: { intent: 'rename', name: '' } },
  '/desk/places/:regionId/population': { read: ADMIN, write: ADMIN, scoped: true },
  '/desk/places/export.xlsx': { read: SEE_PLACES },
  '/desk/places/import': { read: ADMIN, write: ADMIN },
  '/desk/places/new': { read: ADMIN, write: ADMIN },
  '/desk/places/template.xlsx': { read: ADMIN },
  '/desk/rates': { read: SEE_PLACES, scoped: true, query: '?place={regionId}' },
  '/desk/rates/export.xlsx': { read: SEE_PLACES, scoped: true, query: '?place={regionId}' },
  '/desk/reach': { read: SEE_FEEDBACK },
  '/desk/rosters': { read: SEE_ROSTERS },
  '/desk/rosters/codes': { read: CHANGE_ROSTERS, scoped: true, query: '?organization={organizationId}' },
  '/desk/rosters/export.xlsx': { read: SEE_ROSTERS },
  '/desk/rosters/new': {
    read: CHANGE_ROSTERS,
    write: CHANGE_ROSTERS,
    scoped: true,
    query: '?organization={organizationId}',
  },
  '/desk/rosters/persons/:personId': { read: SEE_ROSTERS, write: CHANGE_ROSTERS, scoped: true },
  '/desk/rosters/persons/:personId/consent': { read: CHANGE_ROSTERS, write: CHANGE_ROSTERS, scoped: true },
  '/desk/rosters/persons/:personId/memberships/:membershipId': {
    read: CHANGE_ROSTERS,
    write: CHANGE_ROSTERS,
    scoped: true,
  },
  '/desk/surveys': { read: SEE_SURVEYS },
  '/desk/surveys/:waveId': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/answers.xlsx': { read: SEE_SURVEYS, scoped: true, leadsElsewhere: true },
  '/desk/surveys/:waveId/edit': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/estimate': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/follow-up': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/frame': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/frame/template.xlsx': { read: SEE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/import': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/links': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  // Of somebody confined to another place: tests/routes/paper.test.ts.
  '/desk/surveys/:waveId/links/file': { write: CHANGE_SURVEYS },
  '/desk/surveys/:waveId/paper': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/plan': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/quality': { read: SEE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/questionnaire': { read: SEE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/sample': { read: SEE_SURVEYS, write: CHANGE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/sample/export.xlsx': { read: SEE_SURVEYS, scoped: true },
  '/desk/surveys/:waveId/xlsform.xlsx': { read: SEE_SURVEYS, scoped: true },
  '/desk/surveys/export.xlsx': { read: SEE_SURVEYS },
  '/desk/surveys/new': { read: CHANGE_SURVEYS, write: CHANGE_SURVEYS },
}

/** Every address of the site but the last resort, which is nobody's. */
export const accesses: Record<string, Access> = { ...PUBLIC, ...DESK }
