/** Computing every frozen estimate again from what it was computed from. */
import { asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Store } from '#app/db/store.server'
import { differencesBetween } from './estimate-differences'
import { estimateInput } from './estimate-input'
import { estimateResult } from './estimate-result'
import { estimateWave } from './estimate-wave'

/** `checked`: how many were computed again. `unreadable`: a sentence for each that could not be, with its id and its wave. */
export type Verified = { checked: number; unreadable: string[]; differences: string[] }

/**
 * All estimates, or the one of an id. A difference names the estimate and where in the result it is. One that is damaged,
 * or of a shape this version does not know, keeps none of the others from being looked at.
 */
export async function verifyEstimates({ db, tables: { estimates } }: Store, id?: string): Promise<Verified> {
  const ids = await db
    .select({ id: estimates.id })
    .from(estimates)
    .where(id === undefined ? undefined : eq(estimates.id, id))
    .orderBy(asc(estimates.createdAt), asc(estimates.id))
  const verified: Verified = { checked: 0, unreadable: [], differences: [] }
  // As texts: the columns themselves would throw at what is no JSON.
  const texts = { input: sql<string>`${estimates.input}`, result: sql<string>`${estimates.result}` }
  for (const row of ids) {
    // One at a time: an input may hold thousands of respondents.
    const [kept] = await db
      .select({ waveId: estimates.waveId, ...texts })
      .from(estimates)
      .where(eq(estimates.id, row.id))
    if (!kept) continue
    const compared = compare(kept)
    if ('problem' in compared)
      verified.unreadable.push(`Estimate ${row.id} of wave ${kept.waveId} cannot be read: ${compared.problem}.`)
    else {
      verified.checked += 1
      verified.differences.push(...compared.differences.map((difference) => `${row.id}: ${difference}`))
    }
  }
  return verified
}

type Kept = { waveId: string; input: string; result: string }

function compare({ waveId, input, result }: Kept): { problem: string } | { differences: string[] } {
  const read = readAs(estimateInput, input)
  if ('problem' in read) return { problem: `its input ${read.problem}` }
  const kept = readAs(estimateResult, result)
  if ('problem' in kept) return { problem: `its result ${kept.problem}` }
  if (read.value.wave.id !== waveId)
    return { differences: [`the input is of wave ${read.value.wave.id}, not ${waveId}`] }
  const again = estimateWave(read.value)
  if (again.kind === 'refused') return { differences: [`computed again it is refused: ${again.problem}`] }
  return { differences: differencesBetween(kept.value, again.result) }
}

function readAs<Value>(schema: z.ZodType<Value>, text: string): { value: Value } | { problem: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'is not JSON' }
  }
  const read = schema.safeParse(json)
  if (read.success) return { value: read.data }
  const at = read.error.issues[0]?.path.join('.') ?? ''
  return { problem: `has a shape that this version does not know${at === '' ? '' : ` (at ${at})`}` }
}
