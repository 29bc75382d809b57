/** Everything an estimate of a closed wave is computed from, read once. */
import { createHash } from 'node:crypto'
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Instrument } from '#app/content/schema'
import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import { doubtfulRows } from '#app/measure/surveys/file-import.server'
import { lastDayOf } from '#app/measure/surveys/last-day'
import { readResponses } from '#app/measure/surveys/responses.server'
import type { Wave } from '#app/measure/surveys/waves.server'
import { populationsOf } from '#app/people/places/populations.server'
import { codePrefix, type Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'
import type { EstimateInput, EstimateSettings } from './estimate-input'
import { populationMargins } from './population-margins'
import { respondentsOf } from './respondents-of'

export type InputOptions = { scope: Scope; settings: EstimateSettings; now: Date }

/** Null while the wave is not closed: nobody may see results before. The caller has found the wave in the scope. */
export async function readEstimateInput(
  store: Store,
  wave: Wave,
  { scope, settings, now }: InputOptions,
): Promise<EstimateInput | null> {
  if (wave.status !== 'closed') return null
  const [clusters, dispositions, places, responses, doubtful] = await Promise.all([
    drawnClusters(store, wave.id),
    countDispositions(store, wave.id),
    placesOf(store, scope, wave),
    readResponses(store, scope, wave.id),
    doubtfulRows(store, wave.id),
  ])
  const instrument = instrumentOf(wave.instrument)
  const found = respondentsOf({ wave, instrument, clusters, responses })
  const streets = places.streets.filter(({ populations }) => populations.length > 0)
  return {
    wave: waveOf(wave),
    instrument,
    respondents: found.respondents,
    frameUnits: await frameUnits(store, wave),
    clusters: Object.fromEntries(
      clusters.map(({ code, size, probability }) => [code, { size, isCertain: probability === 1 }]),
    ),
    streets: Object.fromEntries(places.streets.map(({ code, name }) => [code, name])),
    margins: populationMargins(places.whole, streets, wave, settings),
    settings,
    target:
      wave.planId !== null && wave.targetPercent !== null
        ? { planId: wave.planId, percent: wave.targetPercent, definition: wave.targetDefinition }
        : null,
    dispositions,
    excluded: found.excluded,
    notes: {
      ...found.notes,
      ...(doubtful > 0 && { doubtfulFile: doubtful }),
      ...(wave.followsId !== null && { followUp: found.respondents.length }),
    },
    asOf: shanghaiDay(now),
  }
}

const waveOf = (wave: Wave): EstimateInput['wave'] => ({
  id: wave.id,
  name: wave.name,
  placeName: wave.region.name,
  regionCode: wave.region.code,
  tier: wave.tier,
  ageFrom: wave.ageFrom,
  ageTo: wave.ageTo,
  fieldFrom: wave.fieldFrom,
  fieldTo: lastDayOf(wave),
  modes: wave.design.modes,
  firstStage: wave.design.firstStage,
  ...(wave.followsId !== null && { follows: wave.followsId }),
})

/** An item is known again by its hash: what it asks in Chinese, what it offers, and which of it is right. */
function instrumentOf(frozen: Instrument): EstimateInput['instrument'] {
  const { id, version, form, masteryCut, mustKnow, composite, words } = frozen
  const hashOf = (itemId: string, rest: unknown) =>
    createHash('sha256')
      .update(JSON.stringify([words['zh-CN'].items[itemId], rest]))
      .digest('hex')
      .slice(0, 16)
  return {
    id,
    version,
    form,
    masteryCut,
    mustKnow,
    composite,
    items: Object.entries(frozen.items).map(([itemId, { point, dimension, options, correct }]) => ({
      id: itemId,
      point,
      dimension,
      choices: options.length,
      hash: hashOf(itemId, [options, correct]),
    })),
    otherItems: Object.entries(frozen.background.items)
      .filter(([, { scores }]) => scores !== undefined)
      .map(([itemId, { dimension }]) => ({ id: itemId, dimension })),
  }
}

/** How each drawn community was worked. */
async function drawnClusters({ db, tables: { surveyClusters, surveyUnits } }: Store, waveId: string) {
  const clusters = await db.select().from(surveyClusters).where(eq(surveyClusters.waveId, waveId))
  const units = await db
    .select({ clusterId: surveyUnits.clusterId, disposition: surveyUnits.disposition, units: count() })
    .from(surveyUnits)
    .where(eq(surveyUnits.waveId, waveId))
    .groupBy(surveyUnits.clusterId, surveyUnits.disposition)
  return clusters
    .filter(({ probability }) => probability !== null)
    .map(({ id, code, stratum, size, probability }) => {
      const own = units.filter(({ clusterId }) => clusterId === id)
      const sum = (counts: typeof own) => counts.reduce((total, { units: some }) => total + some, 0)
      const notEligible = sum(own.filter(({ disposition }) => disposition === 'not-eligible'))
      return { id, code, stratum, size, probability: probability ?? 1, drawn: sum(own), notEligible }
    })
}
export type DrawnCluster = Awaited<ReturnType<typeof drawnClusters>>[number]

/** Communities in the frame of each street that was drawn with equal chances or whole; null where there are none. */
async function frameUnits({ db, tables: { surveyClusters } }: Store, { id, design }: Wave) {
  const rows = await db
    .select({ stratum: surveyClusters.stratum, probability: surveyClusters.probability })
    .from(surveyClusters)
    .where(eq(surveyClusters.waveId, id))
  const streets = [...new Set(rows.map(({ stratum }) => stratum))].map((stratum) => {
    const own = rows.filter((row) => row.stratum === stratum)
    return { stratum, units: own.length, isWhole: own.every(({ probability }) => probability === 1) }
  })
  const known = streets.filter(({ isWhole }) => isWhole || design.firstStage === 'srs')
  return known.length > 0 ? Object.fromEntries(known.map(({ stratum, units }) => [stratum, units])) : null
}

async function countDispositions({ db, tables: { surveyUnits } }: Store, waveId: string) {
  const rows = await db
    .select({ disposition: surveyUnits.disposition, units: count() })
    .from(surveyUnits)
    .where(eq(surveyUnits.waveId, waveId))
    .groupBy(surveyUnits.disposition)
  return Object.fromEntries(rows.map(({ disposition, units }) => [disposition, units]))
}

/** What is known of the wave's place and of the open streets in it. */
async function placesOf(store: Store, scope: Scope, { regionId, region }: Wave) {
  const { regions } = store.tables
  const inside = regionsIn(store, { kind: 'region', prefix: codePrefix(region) })
  const found = await store.db
    .select({ id: regions.id, code: regions.code, name: regions.name })
    .from(regions)
    .where(and(inside, regionsIn(store, scope), inArray(regions.level, ['street']), isNull(regions.closedOn)))
    .orderBy(asc(regions.code))
  const streets = await Promise.all(
    found.map(async ({ id, code, name }) => ({ code, name, populations: await populationsOf(store, scope, id) })),
  )
  return { whole: await populationsOf(store, scope, regionId), streets }
}
