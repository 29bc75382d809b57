/**
 * One of everything, twice: in 梧桐街道 ("here") and in 河湾街道 ("elsewhere"), with an account of every role confined to
 * the first. What stands elsewhere is the out-of-scope twin of what stands here.
 */
import { eq } from 'drizzle-orm'
import { newId } from '#app/db/ids'
import { store } from '#app/db/main.server'
import { makeLinks } from '#app/measure/surveys/tokens.server'
import { type Role, roles, SCOPE_OF } from '#app/people/accounts/roles'
import { wholeDistrict } from '#app/people/places/scope'
import { atDesk, ELSEWHERE, HERE, newOrganization, regionAt } from './desk'
import { csvOf, upload } from './import-files'
import { keptEstimate } from './kept-estimate'
import { newVisitor, sit, type Visitor } from './visitor'
import { openedWave, unitsOf } from './waves'

/** The ids that addresses of a place are filled with. */
export type Things = Record<string, string>

export type RightsWorld = {
  here: Things
  elsewhere: Things
  /** What is a role's own, in the place of what stands here: units are assigned to one person. */
  own: Partial<Record<Role, Things>>
  visitors: Record<Role | 'nobody' | 'learner', Visitor>
}

export async function createRightsWorld(): Promise<RightsWorld> {
  const here = await thingsAt(HERE)
  const elsewhere = await thingsAt(ELSEWHERE)
  const staff = await Promise.all(
    roles.map(async (role) => {
      const where = {
        district: {},
        region: { regionCode: HERE },
        organization: { organizationId: here.organizationId },
      }[SCOPE_OF[role]]
      return [role, await atDesk(role, where)] as const
    }),
  )
  const learner = newVisitor()
  await sit(learner)
  const own = Object.fromEntries(
    await Promise.all(
      staff.map(async ([role, { account }], at) => [role, await unitOf(here.waveId ?? '', at + 1, account.id)]),
    ),
  )
  return {
    here,
    elsewhere,
    own,
    visitors: { nobody: newVisitor(), learner, ...(Object.fromEntries(staff) as unknown as Record<Role, Visitor>) },
  }
}

async function thingsAt(code: string): Promise<Things> {
  const region = await regionAt(code)
  const organization = await newOrganization(code)
  const organizer = await atDesk('organizer', { regionCode: code })
  const [personId, membershipId, feedbackId, groupId] = [newId(), newId(), newId(), newId()]
  const now = new Date()
  const { tables } = store
  await store.atomically((tx) => [
    tx.insert(tables.groups).values({ id: groupId, organizationId: organization.id, name: '一班', key: '1班' }),
    tx.insert(tables.persons).values({
      id: personId,
      name: '周敏',
      birthYear: 1962,
      joinCodeHash: personId,
      joinFailures: 0,
      createdAt: now,
    }),
    tx.insert(tables.memberships).values({
      id: membershipId,
      personId,
      organizationId: organization.id,
      groupId,
      roleGroup: 'staff',
      startedOn: '2026-11-25',
    }),
    tx.insert(tables.feedback).values({
      id: feedbackId,
      kind: 'mistake',
      page: '/',
      text: '这里写错了，请改正。',
      submittedAt: now,
      day: '2026-11-25',
      status: 'open',
    }),
  ])
  const wave = await openedWave(store, { regionCode: code })
  const links = await makeLinks(store, wholeDistrict, { waveId: wave.id, clusterId: null }, organizer.account.trail)
  const estimate = await keptEstimate(store, { regionCode: code, instrumentId: 'core-20-b' })
  const bytes = csvOf('姓名\n赵一\n')
  const { id: importId } = await upload(organizer, { bytes, fileName: '名单.csv', organization: organization.id })
  return {
    regionId: region.id,
    organizationId: organization.id,
    code: organization.joinCode,
    personId,
    membershipId,
    groupId,
    importId,
    feedbackId,
    moduleId: 'call-119',
    accountId: organizer.account.id,
    waveId: wave.id,
    estimateId: estimate.id,
    closedWaveId: estimate.wave.id,
    ...(await unitOf(wave.id, 0, organizer.account.id)),
    token: links?.[0]?.token ?? '',
  }
}

/** The unit of a wave at a place, assigned to an account. */
async function unitOf(waveId: string, at: number, accountId: string): Promise<Things> {
  const { surveyUnits } = store.tables
  const unit = (await unitsOf(store, waveId))[at]
  if (!unit) throw new Error(`the wave has no unit ${at}`)
  await store.atomically((tx) => [
    tx.update(surveyUnits).set({ interviewerId: accountId }).where(eq(surveyUnits.id, unit.id)),
  ])
  return { unitId: unit.id }
}
