import { isId } from '#app/db/ids'
import { type Capability, may, type Role } from '#app/people/accounts/roles'

type SubjectPage = { kind: string; folder: string; needs: Capability; isName?: true }

/** What authors call a module. */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Where at the desk a subject has a page. */
const PAGES: SubjectPage[] = [
  { kind: 'account', folder: '/desk/accounts', needs: 'accounts.manage' },
  { kind: 'region', folder: '/desk/places', needs: 'places.read' },
  { kind: 'organization', folder: '/desk/organizations', needs: 'organizations.read' },
  { kind: 'person', folder: '/desk/rosters/persons', needs: 'rosters.read' },
  { kind: 'import', folder: '/desk/imports', needs: 'rosters.write' },
  { kind: 'module', folder: '/desk/content', needs: 'content.read', isName: true },
  { kind: 'feedback', folder: '/desk/feedback', needs: 'feedback.read' },
  { kind: 'wave', folder: '/desk/surveys', needs: 'surveys.read' },
  { kind: 'estimate', folder: '/desk/estimates', needs: 'surveys.read' },
]

/** The page about a subject that this role may open; null where there is none. */
export function subjectPage(role: Role, { kind, id }: { kind: string; id: string }): string | null {
  const page = PAGES.find((one) => one.kind === kind)
  const isThere = page?.isName ? NAME.test(id) && id !== 'list' : isId(id)
  return page && isThere && may(role, page.needs) ? `${page.folder}/${id}` : null
}
