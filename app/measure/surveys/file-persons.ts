/** Of several answers of one person the earliest counts (knowledge-rate.md, section 3 rule 7). Pure. */

/**
 * The rows that stay, in their old order. Of one key the earliest by `at` stays, where every row of that key says when;
 * else the first in the file. Rows without a key are different people. `known`: keys that have answered before.
 */
export function earliestOfEach<Row extends { key: string | null; at: string | null }>(
  rows: readonly Row[],
  known: ReadonlySet<string>,
): { kept: Row[]; repeated: number; known: number } {
  const best = new Map<string, Row>()
  const undated = new Set(rows.filter(({ at }) => at === null).map(({ key }) => key))
  for (const row of rows) {
    if (row.key === null || known.has(row.key)) continue
    const rival = best.get(row.key)
    const isEarlier = rival && !undated.has(row.key) && (row.at ?? '') < (rival.at ?? '')
    if (!rival || isEarlier) best.set(row.key, row)
  }
  const kept = rows.filter((row) => row.key === null || best.get(row.key) === row)
  const before = rows.filter(({ key }) => key !== null && known.has(key)).length
  return { kept, repeated: rows.length - kept.length - before, known: before }
}
