/**
 * A wave of the demonstration district's two streets, 梧桐街道 and 河湾街道, as far as a test wants it: drafted, drawn, in
 * the field, answered, closed. Rows are written by the app's own verbs where there are any.
 */
import { and, asc, eq } from 'drizzle-orm'
import type { Instrument } from '#app/content/schema'
import { shanghaiDay } from '#app/db/day'
import { newId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { closeWave, openWave } from '#app/measure/surveys/field-work.server'
import { addFollowUp } from '#app/measure/surveys/follow-up.server'
import { lastDayOf } from '#app/measure/surveys/last-day'
import { drawWave } from '#app/measure/surveys/sample.server'
import type { WaveDesign } from '#app/measure/surveys/wave'
import { addWave, findWave, type GivenWave, type Wave } from '#app/measure/surveys/waves.server'
import { wholeDistrict } from '#app/people/places/scope'
import { seededRandom } from '#app/statistics/seeded-random'
import { ELSEWHERE, HERE, newAccount, regionAt } from './desk'

export const DISTRICT = '990101000000'
export const SEED = '0123456789abcdef'

/** Communities of the frame: their street, how many households. */
export const FRAME = [
  { code: '990101001001', name: '梧桐里社区', stratum: HERE, size: 400 },
  { code: '990101001002', name: '钟楼社区', stratum: HERE, size: 250 },
  { code: '990101001003', name: '北河沿社区', stratum: HERE, size: 350 },
  { code: '990101001004', name: '梨园社区', stratum: HERE, size: 500 },
  { code: '990101002001', name: '河湾社区', stratum: ELSEWHERE, size: 300 },
  { code: '990101002002', name: '水塔社区', stratum: ELSEWHERE, size: 200 },
  { code: '990101002003', name: '东关社区', stratum: ELSEWHERE, size: 450 },
  { code: '990101002004', name: '菜市口社区', stratum: ELSEWHERE, size: 250 },
]

export type WaveOptions = Partial<Omit<GivenWave, 'design'>> & {
  design?: Partial<WaveDesign>
  /** The place asked; the whole district when nothing is said. */
  regionCode?: string
  /** Who makes it; a new survey lead when nothing is said. */
  accountId?: string
  /** What the draw begins from. */
  seed?: string
}

const DAY = 86_400_000

/** A draft: tier P, three communities a street by PPS, 5 households each, all modes, from yesterday to in ten days. */
export async function newWave(store: Store, options: WaveOptions = {}): Promise<Wave> {
  const { design, regionCode = DISTRICT, accountId, seed: _, ...given } = options
  const lead = accountId ?? (await newAccount('survey-lead', { regionCode }, store)).id
  const now = new Date()
  const id = newId()
  const { planned: __, ...changed } = design ?? {}
  const added = await addWave(
    store,
    { scope: wholeDistrict, trail: trailOf(lead), id },
    {
      name: `${id.slice(-4)}批`,
      regionId: (await regionAt(regionCode, store)).id,
      instrumentId: 'core-20',
      tier: 'P',
      design: {
        firstStage: 'pps',
        clustersPerStratum: 3,
        takePerCluster: 5,
        household: 'kish',
        modes: ['face', 'phone', 'web', 'paper'],
        ...changed,
      },
      ageFrom: 18,
      ageTo: 75,
      planId: 'tongzhou',
      fieldFrom: shanghaiDay(new Date(now.getTime() - DAY)),
      fieldTo: shanghaiDay(new Date(now.getTime() + 10 * DAY)),
      ...given,
    },
  )
  if (!added.done) throw new Error(`the wave was refused: ${added.problem}`)
  return waveOf(store, id)
}

/** A draft with the communities of FRAME that lie in its place, and its sample drawn. */
export async function drawnWave(store: Store, options: WaveOptions = {}): Promise<Wave> {
  const wave = await newWave(store, options)
  await putFrame(store, wave)
  const change = { scope: wholeDistrict, trail: trailOf(wave.createdBy), id: wave.id }
  const drawn = await drawWave(store, change, { seed: options.seed ?? SEED, count: null })
  if (!drawn?.done) throw new Error(`the sample was refused: ${drawn?.problem}`)
  return waveOf(store, wave.id)
}

/** The communities of FRAME that lie in the place of a wave. */
export async function putFrame(store: Store, { id: waveId, region }: Wave): Promise<void> {
  const inside = FRAME.filter(({ stratum }) => region.level === 'district' || stratum === region.code)
  await store.atomically((tx) => [
    tx.insert(store.tables.surveyClusters).values(inside.map((row) => ({ id: newId(), waveId, take: 0, ...row }))),
  ])
}

/** A drawn wave that answers may come in for. */
export async function openedWave(store: Store, options: WaveOptions = {}): Promise<Wave> {
  const wave = await drawnWave(store, options)
  await openWave(store, { scope: wholeDistrict, trail: trailOf(wave.createdBy), id: wave.id })
  return waveOf(store, wave.id)
}

export type Answering = WaveOptions & {
  /** Chance of a right answer to each core item. */
  rate?: number
  /** Answers of the units at these places (in the order of codes of communities and numbers); all when left out. */
  units?: number
  isClosed?: boolean
}

/**
 * A wave whose units have answered, and which is closed unless `isClosed` is false. Sex and age go round, 2 in 20 skip
 * nothing and say 不清楚; everything follows from the seed, so that the same options give the same answers.
 */
export async function answeredWave(store: Store, options: Answering = {}): Promise<Wave> {
  const { rate, units, isClosed, ...rest } = options
  return answerUnits(store, await openedWave(store, rest), { rate, units, isClosed, seed: rest.seed })
}

/** The next round of a closed wave: the same people, in the field. */
export async function openedFollowUp(store: Store, earlier: Wave, name = '跟访'): Promise<Wave> {
  const trail = trailOf(earlier.createdBy)
  const id = newId()
  const days = { fieldFrom: lastDayOf(earlier), fieldTo: earlier.fieldTo }
  const added = await addFollowUp(store, { scope: wholeDistrict, trail, id }, earlier.id, { name, ...days })
  if (!added?.done) throw new Error(`the follow-up was refused: ${added?.problem}`)
  await openWave(store, { scope: wholeDistrict, trail, id })
  return waveOf(store, id)
}

/** Answers of the units of a wave in the field; then it is closed, unless that is not wanted. */
export async function answerUnits(
  store: Store,
  wave: Wave,
  {
    rate = 0.8,
    units: most = Number.POSITIVE_INFINITY,
    isClosed = true,
    seed = SEED,
    skip = 0,
  }: Pick<Answering, 'rate' | 'units' | 'isClosed' | 'seed'> & { skip?: number } = {},
): Promise<Wave> {
  const units = (await unitsOf(store, wave.id)).slice(skip, skip + most)
  const random = seededRandom(`answers of ${seed}`)
  const rows = units.map((unit, at) => responseOf(wave, unit.id, at, rate, random))
  const { surveyResponses, surveyAnswers, surveyUnits } = store.tables
  await store.atomically((tx) =>
    rows.flatMap(({ response, answers }) => [
      tx.insert(surveyResponses).values(response),
      tx.insert(surveyAnswers).values(answers),
      tx
        .update(surveyUnits)
        .set({ disposition: 'complete', visits: 1, eligible: 2, changedAt: response.submittedAt })
        .where(eq(surveyUnits.id, response.unitId)),
    ]),
  )
  if (isClosed) await closeWave(store, { scope: wholeDistrict, trail: trailOf(wave.createdBy), id: wave.id })
  return waveOf(store, wave.id)
}

/** The units of a wave in the order in which they were drawn. */
export async function unitsOf(store: Store, waveId: string) {
  const { surveyUnits, surveyClusters } = store.tables
  const rows = await store.db
    .select({ unit: surveyUnits })
    .from(surveyUnits)
    .leftJoin(surveyClusters, eq(surveyClusters.id, surveyUnits.clusterId))
    .where(and(eq(surveyUnits.waveId, waveId)))
    .orderBy(asc(surveyClusters.code), asc(surveyUnits.number), asc(surveyUnits.code))
  return rows.map(({ unit }) => unit)
}

function responseOf(wave: Wave, unitId: string, at: number, rate: number, random: () => number) {
  const id = newId()
  const now = new Date()
  const core = coreAnswers(wave.instrument, rate, random)
  const background = Object.entries(wave.instrument.background.items).map(([itemId, { options }]) => ({
    itemId,
    optionId: options[Math.floor(random() * options.length)] ?? null,
    correct: false,
  }))
  const response = {
    id,
    instrumentId: wave.instrumentId,
    instrumentVersion: wave.instrumentVersion,
    tier: wave.tier,
    regionId: wave.regionId,
    asked: core.length,
    answered: core.length,
    correct: core.filter(({ correct }) => correct).length,
    submittedAt: now,
    day: shanghaiDay(now),
    waveId: wave.id,
    unitId,
    mode: 'face' as const,
    sex: at % 2 === 0 ? ('female' as const) : ('male' as const),
    age: 20 + ((at * 7) % 55),
    isProxy: false,
    seconds: 300 + at,
  }
  return { response, answers: [...core, ...background].map((answer) => ({ responseId: id, ...answer })) }
}

const coreAnswers = ({ items, unsure }: Instrument, rate: number, random: () => number) =>
  Object.entries(items).map(
    ([
      itemId,
      {
        options,
        correct: [right = ''],
      },
    ]) => {
      const isRight = random() < rate
      const others = [...options.filter((option) => option !== right), unsure]
      const optionId = isRight ? right : (others[Math.floor(random() * others.length)] ?? null)
      return { itemId, optionId, correct: isRight }
    },
  )

const trailOf = (accountId: string) => ({ accountId, origin: 'a test', now: new Date() })

export async function waveOf(store: Store, id: string): Promise<Wave> {
  const wave = await findWave(store, wholeDistrict, id)
  if (!wave) throw new Error('the wave has gone')
  return wave
}
