/** What has been published of the estimates: the public page reads it, whoever asks. Taken back: not here. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { estimateResult } from './estimate-result'
import type { Published } from './published'

/** Every published estimate, by the day on which its survey ended; of one wave the one published last. */
export async function listPublished(store: Store): Promise<Published[]> {
  const { estimates, regions } = store.tables
  const rows = await store.db
    .select({
      id: estimates.id,
      waveId: estimates.waveId,
      result: estimates.result,
      note: estimates.note,
      publishedAt: estimates.publishedAt,
      regionId: regions.id,
      regionCode: regions.code,
      level: regions.level,
    })
    .from(estimates)
    .innerJoin(regions, eq(regions.id, estimates.regionId))
    .where(and(isNotNull(estimates.publishedAt), isNull(estimates.withdrawnAt)))
    .orderBy(asc(estimates.publishedAt), asc(estimates.id))
  const newestOf = new Map<string, Published>()
  for (const { publishedAt, result, ...row } of rows)
    if (publishedAt) newestOf.set(row.waveId, { ...row, publishedAt, result: estimateResult.parse(result) })
  return [...newestOf.values()].sort((a, b) => compare(lastDay(a), lastDay(b)))
}

const lastDay = ({ result }: Published): string => result.about.wave.fieldTo
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
