import type { CountNetwork } from './count-network'

type Reached = { readonly cost: number; readonly edges: readonly number[] }

/**
 * The figures to hide in addition so that one hidden figure can vary by 1, counting as few persons as possible: the
 * cheapest cycle through it, in the direction of raising or of lowering it. Hidden figures cost nothing, shown ones
 * their count; zeros cost more than the whole table, because they are hidden only when nothing else helps.
 *
 * There always is one: cell, column total, grand total and row total can be raised together.
 * Source: Dijkstra (1959), Numerische Mathematik 1, 269–271.
 */
export function cheapestCover(network: CountNetwork, hidden: readonly boolean[], edge: number): readonly number[] {
  const { from, to, value } = network.edges[edge]!
  const raising = cheapestPath(network, hidden, edge, to, from)
  const lowering = value > 0 ? cheapestPath(network, hidden, edge, from, to) : null
  const cheapest = lowering && (!raising || lowering.cost < raising.cost) ? lowering : raising
  if (!cheapest) throw new Error('A figure of a table with totals always lies on a cycle')
  return cheapest.edges.filter((index) => !hidden[index])
}

function cheapestPath(
  network: CountNetwork,
  hidden: readonly boolean[],
  besides: number,
  source: number,
  sink: number,
): Reached | null {
  const open = new Map<number, Reached>([[source, { cost: 0, edges: [] }]])
  const done = new Set<number>()
  for (;;) {
    const nearest = nearestOf(open)
    if (!nearest) return null
    const [node, reached] = nearest
    if (node === sink) return reached
    open.delete(node)
    done.add(node)
    for (const edge of network.at[node]!) {
      const { from, to, value } = network.edges[edge]!
      const next = from === node ? to : from
      if (edge === besides || done.has(next) || (from !== node && value === 0)) continue
      const cost = reached.cost + costOf(network, hidden, edge)
      if (cost < (open.get(next)?.cost ?? Infinity)) open.set(next, { cost, edges: [...reached.edges, edge] })
    }
  }
}

function nearestOf(open: ReadonlyMap<number, Reached>): [number, Reached] | null {
  let nearest: [number, Reached] | null = null
  for (const entry of open) if (!nearest || entry[1].cost < nearest[1].cost) nearest = entry
  return nearest
}

function costOf({ edges }: CountNetwork, hidden: readonly boolean[], edge: number): number {
  if (hidden[edge]) return 0
  const grandTotal = edges.at(-1)!.value
  // A path has at most four totals, none above the grand total.
  return edges[edge]!.value || 8 * grandTotal + 1
}
