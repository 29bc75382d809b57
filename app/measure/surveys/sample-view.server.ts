/** The drawn sample as its page and its file show it. */
import { eq, inArray } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { kishTableOf } from './kish-selection'
import { type Cluster, frameOf } from './sample.server'
import { listUnits, type UnitRow } from './units.server'
import type { Disposition } from './wave'
import type { Wave } from './waves.server'

export type SampleUnit = { code: string; number: number | null; disposition: Disposition }
export type SampleStreet = {
  street: string
  clusters: {
    /** '' for units of no community. */
    id: string
    name: string
    code: string
    size: number
    count: number
    probability: number | null
    /** Who visits its units; more than one only where they were shared out elsewhere. */
    visitors: { id: string; name: string }[]
    units: SampleUnit[]
  }[]
}

/** More units than this are left to the file. */
const MOST_SHOWN = 2000

/** The names of streets by their codes; a code without a name stands for itself. */
export async function streetNames(
  { db, tables: { regions } }: Store,
  codes: string[],
): Promise<(code: string) => string> {
  if (codes.length === 0) return (code) => code
  const rows = await db
    .select({ code: regions.code, name: regions.name })
    .from(regions)
    .where(inArray(regions.code, codes))
  const names = new Map(rows.map(({ code, name }) => [code, name]))
  return (code) => names.get(code) ?? code
}

/** Drawn communities by street, with their units; one nameless street for units of no community. */
export async function sampleView(store: Store, scope: Scope, wave: Wave): Promise<SampleStreet[]> {
  const units = await listUnits(store, scope, wave.id)
  const drawn = (await frameOf(store, scope, wave.id)).filter(({ probability }) => probability !== null)
  const nameOf = await streetNames(store, [...new Set(drawn.map(({ stratum }) => stratum))])
  const shown = units.length <= MOST_SHOWN
  const byCluster = new Map<string, UnitRow[]>()
  for (const unit of units) byCluster.set(unit.clusterId ?? '', [...(byCluster.get(unit.clusterId ?? '') ?? []), unit])
  const streets = new Map<string, SampleStreet>()
  // Where nobody answered, a follow-up asks nobody.
  const shownClusters = wave.followsId === null ? drawn : drawn.filter(({ id }) => byCluster.has(id))
  for (const cluster of shownClusters) {
    const street = streets.get(cluster.stratum) ?? { street: nameOf(cluster.stratum), clusters: [] }
    street.clusters.push(clusterView(cluster, byCluster.get(cluster.id) ?? [], shown))
    streets.set(cluster.stratum, street)
  }
  const loose = byCluster.get('') ?? []
  const none = { id: '', name: '', code: '', size: 0, probability: null }
  return [
    ...streets.values(),
    ...(loose.length > 0 ? [{ street: '', clusters: [clusterView(none, loose, shown)] }] : []),
  ]
}

type ClusterHead = Pick<Cluster, 'id' | 'name' | 'code' | 'size' | 'probability'>

function clusterView({ id, name, code, size, probability }: ClusterHead, units: UnitRow[], shown: boolean) {
  const visitors = new Map(
    units.flatMap(({ interviewerId, interviewer }) =>
      interviewerId ? [[interviewerId, interviewer ?? '—'] as const] : [],
    ),
  )
  return {
    ...{ id, name, code, size, probability, count: units.length },
    visitors: [...visitors].map(([visitorId, visitor]) => ({ id: visitorId, name: visitor })),
    units: shown
      ? units.map(({ code: unitCode, number, disposition }) => ({ code: unitCode, number, disposition }))
      : [],
  }
}

const DISPOSITION: Record<Disposition, string> = {
  open: '未完成',
  complete: '完成',
  'break-off': '中途停止',
  refusal: '拒访',
  'no-contact': '没找到人',
  'not-eligible': '不符合条件',
}

/** Of a follow-up that the caller has found in the scope: who answered the time before, by unit. */
async function askedBefore({ db, tables: { surveyUnits, surveyResponses } }: Store, { id }: Wave) {
  const rows = await db
    .select({ unitId: surveyUnits.id, sex: surveyResponses.sex, age: surveyResponses.age })
    .from(surveyUnits)
    .innerJoin(surveyResponses, eq(surveyResponses.unitId, surveyUnits.followsUnitId))
    .where(eq(surveyUnits.waveId, id))
  const sexes = { female: '女', male: '男' }
  const textOf = ({ sex, age }: Pick<(typeof rows)[number], 'sex' | 'age'>) =>
    [sex ? sexes[sex] : '性别没说', age === null ? '年龄没说' : `那时 ${age} 岁`].join('，')
  return new Map(rows.map(({ unitId, ...row }) => [unitId, textOf(row)]))
}

/** The call sheet: every unit with where it is, who visits it, and whom to ask there: a Kish table, or the one of last time. */
export async function callSheet(store: Store, scope: Scope, wave: Wave): Promise<{ bytes: Uint8Array; units: number }> {
  const units = await listUnits(store, scope, wave.id)
  const clusters = new Map((await frameOf(store, scope, wave.id)).map((cluster) => [cluster.id, cluster]))
  const nameOf = await streetNames(store, [...new Set([...clusters.values()].map(({ stratum }) => stratum))])
  const kish = wave.design.household === 'kish' ? wave.seed : null
  const again = wave.followsId === null ? null : await askedBefore(store, wave)
  const titles = [
    '街道',
    '社区编码',
    '社区',
    '户序号',
    '样本编码',
    again ? '上次答题的人' : 'Kish 表',
    '访问员',
    '访问结果',
    '上门次数',
    '入样概率',
  ]
  const bytes = await writeSheet([
    {
      name: '样本户',
      columns: titles.map((title) => ({ title, width: 14 })),
      rows: units.map((unit) => {
        const cluster = clusters.get(unit.clusterId ?? '')
        return [
          cluster ? nameOf(cluster.stratum) : '',
          cluster?.code ?? '',
          cluster?.name ?? '',
          unit.number,
          unit.code,
          again ? (again.get(unit.id) ?? '') : kish && cluster ? kishTableOf(kish, unit.code) : '',
          unit.interviewer ?? '',
          DISPOSITION[unit.disposition],
          unit.visits,
          unit.probability,
        ]
      }),
    },
  ])
  return { bytes, units: units.length }
}
