/** Computing every frozen estimate again from what it was computed from. */
import { asc, eq } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'
import { differencesBetween } from './estimate-differences'
import { estimateInput } from './estimate-input'
import { estimateResult } from './estimate-result'
import { estimateWave } from './estimate-wave'

export type Verified = { checked: number; differences: string[] }

/** All estimates, or the one of an id. A difference names the estimate and where in the result it is. */
export async function verifyEstimates({ db, tables: { estimates } }: Store, id?: string): Promise<Verified> {
  const ids = await db
    .select({ id: estimates.id })
    .from(estimates)
    .where(id === undefined ? undefined : eq(estimates.id, id))
    .orderBy(asc(estimates.createdAt), asc(estimates.id))
  const differences: string[] = []
  for (const row of ids) {
    // One at a time: an input may hold thousands of respondents.
    const [kept] = await db.select().from(estimates).where(eq(estimates.id, row.id))
    if (kept) differences.push(...differencesOf(kept).map((difference) => `${row.id}: ${difference}`))
  }
  return { checked: ids.length, differences }
}

type Kept = { waveId: string; input: unknown; result: unknown }

function differencesOf({ waveId, input, result }: Kept): string[] {
  const read = estimateInput.safeParse(input)
  if (!read.success) return [`the input cannot be read: ${read.error.issues[0]?.path.join('.')}`]
  const kept = estimateResult.safeParse(result)
  if (!kept.success) return [`the result cannot be read: ${kept.error.issues[0]?.path.join('.')}`]
  if (read.data.wave.id !== waveId) return [`the input is of wave ${read.data.wave.id}, not ${waveId}`]
  const again = estimateWave(read.data)
  if (again.kind === 'refused') return [`computed again it is refused: ${again.problem}`]
  return differencesBetween(kept.data, again.result)
}
