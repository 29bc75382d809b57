/** Reading a file of organizations, comparing it with the scope, and writing what was confirmed. */
import { asc } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { isTaken, type Statement, type Store, type Writer } from '#app/db/store.server'
import { audited } from '#app/people/audit/audit.server'
import type { Trail } from '#app/people/audit/trail'
import { dropDraft } from './drafts.server'
import { openGroupsOf } from './groups.server'
import { type Fault, nothingIn } from './import-fault'
import { inParts } from './in-parts'
import { newJoinCode, updateOrganization } from './organization-changes.server'
import { ORGANIZATION_SHEET, type OrganizationLine, understandOrganizations } from './organizations-file'
import { type OrganizationsPlan, type PlannedOrganization, planOrganizations } from './organizations-plan'
import type { ReadFile } from './places-import.server'
import type { Scope } from './scope'
import { organizationsIn, regionsIn } from './scope.server'
import { takeRows } from './take-rows.server'

/** Understands an uploaded file: its sheet 单位, or the first one. */
export async function readOrganizationsFile(bytes: Uint8Array): Promise<ReadFile<OrganizationLine[]>> {
  const sheet = await takeRows(bytes, [ORGANIZATION_SHEET])
  if (!sheet.ok) return sheet
  const { lines, faults } = understandOrganizations(sheet.rows, sheet.sheetName ?? ORGANIZATION_SHEET)
  const all = [...sheet.faults, ...faults]
  const isEmpty = all.length + lines.length === 0
  return { ok: true, file: lines, faults: isEmpty ? [nothingIn(sheet.sheetName ?? ORGANIZATION_SHEET)] : all }
}

/** What the file would change in the scope, as things are now. */
export async function planForOrganizations(
  store: Store,
  scope: Scope,
  lines: OrganizationLine[],
): Promise<OrganizationsPlan> {
  const { organizations, regions } = store.tables
  const [places, known] = await Promise.all([
    store.db
      .select({ id: regions.id, code: regions.code, name: regions.name, closedOn: regions.closedOn })
      .from(regions)
      .where(regionsIn(store, scope))
      .orderBy(asc(regions.code)),
    store.db.select().from(organizations).where(organizationsIn(store, scope)),
  ])
  const groups = await openGroupsOf(
    store,
    known.map(({ id }) => id),
  )
  return planOrganizations(lines, {
    regions: places.map(({ closedOn, ...region }) => ({ ...region, isClosed: closedOn !== null })),
    organizations: known.map(({ id, regionId, name, kind, staffCount, closedOn }) => {
      const groupKeys = (groups.get(id) ?? []).map(({ key }) => key)
      return { id, regionId, name, kind, staffCount, isClosed: closedOn !== null, groupKeys }
    }),
  })
}

/**
 * Plans once more and writes the whole of it, or nothing: the faults that have come up since the preview are handed
 * back. Empty: it is written.
 */
export async function applyOrganizations(
  store: Store,
  { scope, trail, draftId }: { scope: Scope; trail: Trail; draftId: string },
  lines: OrganizationLine[],
): Promise<{ faults: Fault[]; plan: OrganizationsPlan }> {
  const plan = await planForOrganizations(store, scope, lines)
  if (plan.faults.length > 0) return { faults: plan.faults, plan }
  const groups = [...plan.added, ...plan.changed].reduce((sum, { newGroups }) => sum + newGroups.length, 0)
  const detail = { added: plan.added.length, changed: plan.changed.length, groups }
  const deed = { action: 'organization.import' as const, subject: { kind: 'organization', id: 'file' }, detail }
  try {
    await audited(store, trail, deed, (tx) => [
      ...writeOrganizations(store, tx, scope, plan, trail.now),
      dropDraft(store, tx, draftId),
    ])
  } catch (error) {
    // Somebody has just added one of them: planning again finds it there.
    if (isTaken(error)) return applyOrganizations(store, { scope, trail, draftId }, lines)
    throw error
  }
  return { faults: [], plan }
}

function writeOrganizations(
  store: Store,
  tx: Writer,
  scope: Scope,
  { added, changed }: OrganizationsPlan,
  now: Date,
): Statement[] {
  const { organizations } = store.tables
  const withIds = added.map((planned) => ({ ...planned, id: newId() }))
  const rows = withIds.map(({ id, regionId, kind, name, staffCount }) => {
    return { id, regionId, kind, name, staffCount, joinCode: newJoinCode(), createdAt: now }
  })
  return [
    ...inParts(rows).map((part) => tx.insert(organizations).values(part)),
    ...changed.flatMap(({ id, kind, staffCount }) =>
      id ? [updateOrganization(store, tx, scope, id, { kind, staffCount })] : [],
    ),
    ...writeGroups(store, tx, [...withIds, ...changed]),
  ]
}

/** A group that was closed under the same key is opened again, under the name it had. */
function writeGroups(store: Store, tx: Writer, planned: PlannedOrganization[]): Statement[] {
  const { groups } = store.tables
  const rows = planned.flatMap(({ id: organizationId, newGroups }) =>
    organizationId ? newGroups.map((group) => ({ id: newId(), organizationId, ...group })) : [],
  )
  return inParts(rows).map((part) =>
    tx
      .insert(groups)
      .values(part)
      .onConflictDoUpdate({ target: [groups.organizationId, groups.key], set: { closedOn: null } }),
  )
}
