/** What a file of organizations would change: compared with what is known, before anything is written. */
import { groupKey } from '#app/people/rosters/group-name'
import { normaliseCode } from './code'
import type { Fault } from './import-fault'
import type { OrganizationKind } from './organization-kind'
import {
  ORGANIZATION_SHEET,
  type OrganizationField,
  type OrganizationLine,
  organizationFault,
} from './organizations-file'

export type PlacedRegion = { id: string; code: string; name: string; isClosed: boolean }

export type KnownOrganization = {
  id: string
  regionId: string
  name: string
  kind: OrganizationKind
  staffCount: number | null
  isClosed: boolean
  /** Keys of its open groups. */
  groupKeys: string[]
}

export type KnownOrganizations = {
  /** The regions of the account's scope, closed ones too. */
  regions: PlacedRegion[]
  organizations: KnownOrganization[]
}

export type NewGroup = { name: string; key: string }
/** `id` null: to be added. What is listed under `changes` differs from before. */
export type PlannedOrganization = {
  id: string | null
  row: number
  name: string
  regionId: string
  regionName: string
  kind: OrganizationKind
  staffCount: number | null
  newGroups: NewGroup[]
  changes: ('kind' | 'staff' | 'groups')[]
}

export type OrganizationsPlan = {
  faults: Fault[]
  added: PlannedOrganization[]
  changed: PlannedOrganization[]
  unchanged: number
}

/** True when the file says exactly what is known. */
export const changesNothing = ({ added, changed }: OrganizationsPlan): boolean => added.length + changed.length === 0

/** Compares; with any fault nothing of the plan may be written. */
export function planOrganizations(lines: OrganizationLine[], known: KnownOrganizations): OrganizationsPlan {
  const plan: OrganizationsPlan = { faults: [], added: [], changed: [], unchanged: 0 }
  const places = placesOf(known.regions)
  const organizations = new Map(known.organizations.map((one) => [keyOf(one.regionId, one.name), one]))
  const firstRows = new Map<string, number>()
  for (const line of lines) {
    const fault = (...[field, problem, data]: FaultAt) =>
      plan.faults.push(organizationFault(ORGANIZATION_SHEET, line.row, field, textIn(line, field), problem, data))
    const candidates = places(line.region)
    const [region] = candidates
    if (!region) fault('region', 'regionUnknown')
    else if (candidates.length > 1) fault('region', 'regionAmbiguous', { count: candidates.length })
    else {
      const key = keyOf(region.id, line.name)
      const first = firstRows.get(key)
      firstRows.set(key, first ?? line.row)
      if (first !== undefined) fault('name', 'organizationTwice', { first })
      else place(plan, line, region, organizations.get(key), fault)
    }
  }
  return plan
}

type FaultAt = [field: OrganizationField, problem: Fault['problem'], data?: Fault['data']]

/** Where a line with a known, single region belongs in the plan. */
function place(
  plan: OrganizationsPlan,
  line: OrganizationLine,
  region: PlacedRegion,
  before: KnownOrganization | undefined,
  fault: (...at: FaultAt) => void,
): void {
  const planned = compare(line, region, before)
  if (!planned) fault('kind', 'kindMissing')
  else if (before && planned.changes.length === 0) plan.unchanged += 1
  else if (before?.isClosed) fault('name', 'organizationClosed')
  else if (region.isClosed && !before) fault('region', 'regionClosed', { name: region.name })
  else (before ? plan.changed : plan.added).push(planned)
}

/** Null: a new organization without a kind. */
function compare(
  line: OrganizationLine,
  region: PlacedRegion,
  before: KnownOrganization | undefined,
): PlannedOrganization | null {
  const kind = line.kind ?? before?.kind
  if (!kind) return null
  const staffCount = line.staff ?? before?.staffCount ?? null
  const newGroups = groupsToAdd(line.groups, before?.groupKeys ?? [])
  const changes: PlannedOrganization['changes'] = []
  if (before && kind !== before.kind) changes.push('kind')
  if (before && staffCount !== before.staffCount) changes.push('staff')
  if (newGroups.length > 0) changes.push('groups')
  const { id: regionId, name: regionName } = region
  return {
    id: before?.id ?? null,
    row: line.row,
    name: line.name,
    regionId,
    regionName,
    kind,
    staffCount,
    newGroups,
    changes,
  }
}

/** The groups that are not there yet, each once, however often and however spelt it is listed. */
function groupsToAdd(names: string[], known: string[]): NewGroup[] {
  const taken = new Set(known)
  return names.flatMap((name) => {
    const key = groupKey(name)
    if (key === '' || taken.has(key)) return []
    taken.add(key)
    return [{ name, key }]
  })
}

/** The regions a text may mean: the one of that code, else the open ones of that name, else the closed ones. */
function placesOf(regions: PlacedRegion[]): (text: string) => PlacedRegion[] {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  const byName = new Map<string, PlacedRegion[]>()
  for (const region of regions) byName.set(region.name, [...(byName.get(region.name) ?? []), region])
  return (text) => {
    const coded = byCode.get(normaliseCode(text))
    if (coded) return [coded]
    const named = byName.get(text.trim()) ?? []
    const open = named.filter(({ isClosed }) => !isClosed)
    return open.length > 0 ? open : named
  }
}

const keyOf = (regionId: string, name: string) => `${regionId}\n${name}`

function textIn(line: OrganizationLine, field: OrganizationField): string {
  const texts: Record<OrganizationField, string> = {
    name: line.name,
    kind: line.kind ?? '',
    region: line.region,
    staff: String(line.staff ?? ''),
    groups: line.groups.join('、'),
  }
  return texts[field]
}
