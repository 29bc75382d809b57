/** A frame in short: one line a street. */
export type FrameSummary = {
  street: string
  communities: number
  households: number
  smallest: number
  largest: number
  drawn: number
}

type Community = { stratum: string; size: number; probability?: number | null }

/** By street, in the order of the frame; `nameOf` says what the code of a street is called. */
export function summariseFrame(frame: readonly Community[], nameOf: (street: string) => string): FrameSummary[] {
  const streets = new Map<string, Community[]>()
  for (const one of frame) streets.set(one.stratum, [...(streets.get(one.stratum) ?? []), one])
  return [...streets].map(([stratum, communities]) => {
    const sizes = communities.map(({ size }) => size)
    return {
      street: nameOf(stratum),
      communities: communities.length,
      households: sizes.reduce((sum, size) => sum + size, 0),
      smallest: Math.min(...sizes),
      largest: Math.max(...sizes),
      drawn: communities.filter(({ probability }) => probability).length,
    }
  })
}
