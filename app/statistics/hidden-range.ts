import type { CountNetwork } from './count-network'

/** What is known of a hidden figure: it lies in [lower, upper]; upper may be Infinity. */
export type HiddenRange = { readonly lower: number; readonly upper: number }

type Step = { readonly edge: number; readonly isRaise: boolean; readonly from: number }

/**
 * The exact range of one hidden figure for somebody who knows all shown figures and that none is below 0: by how much
 * it can be raised and lowered while other hidden figures make up for it, as maximum flows through them. `hidden[edge]`
 * says which are hidden. Limits are whole, because capacities are.
 *
 * Source: Edmonds and Karp (1972), Journal of the ACM 19, 248–264; attacker's problem: Fischetti and Salazar (1999),
 * Mathematical Programming 84, 283–312.
 */
export function hiddenRange(network: CountNetwork, hidden: readonly boolean[], edge: number): HiddenRange {
  const { from, to, value } = network.edges[edge]!
  return {
    lower: value - maximumFlow(network, hidden, edge, { source: from, sink: to, most: value }),
    upper: value + maximumFlow(network, hidden, edge, { source: to, sink: from, most: Infinity }),
  }
}

/** Whether the range of a hidden figure is at least 1 wide, without computing it. */
export function canVary(network: CountNetwork, hidden: readonly boolean[], edge: number): boolean {
  const { from, to, value } = network.edges[edge]!
  const values = network.edges.map((one) => one.value)
  const usable = usableBut(hidden, edge)
  if (shortestPath(network, usable, values, to, from)) return true
  return value > 0 && shortestPath(network, usable, values, from, to) !== null
}

type Terminals = { readonly source: number; readonly sink: number; readonly most: number }

/** Stops at `most`; Infinity when only raises lead from source to sink. */
function maximumFlow(
  network: CountNetwork,
  hidden: readonly boolean[],
  edge: number,
  { source, sink, most }: Terminals,
): number {
  const values = network.edges.map(({ value }) => value)
  const usable = usableBut(hidden, edge)
  let flow = 0
  while (flow < most) {
    const path = shortestPath(network, usable, values, source, sink)
    if (path === null) return flow
    const room = path.reduce((least, step) => (step.isRaise ? least : Math.min(least, values[step.edge]!)), most - flow)
    if (room === Infinity) return Infinity
    for (const step of path) values[step.edge]! += step.isRaise ? room : -room
    flow += room
  }
  return flow
}

/** A figure cannot make up for itself. */
function usableBut(hidden: readonly boolean[], edge: number): boolean[] {
  return hidden.map((isHidden, index) => isHidden && index !== edge)
}

/** Fewest steps from source to sink, each raising a usable figure or lowering one that is above 0. */
function shortestPath(
  { at, edges }: CountNetwork,
  usable: readonly boolean[],
  values: readonly number[],
  source: number,
  sink: number,
): Step[] | null {
  const reachedBy = new Array<Step | undefined>(at.length)
  const queue = [source]
  for (const node of queue) {
    for (const edge of at[node]!) {
      if (!usable[edge]) continue
      const isRaise = edges[edge]!.from === node
      const next = isRaise ? edges[edge]!.to : edges[edge]!.from
      if (next === source || reachedBy[next] || !(isRaise || values[edge]! > 0)) continue
      reachedBy[next] = { edge, isRaise, from: node }
      if (next === sink) return stepsTo(sink, source, reachedBy)
      queue.push(next)
    }
  }
  return null
}

function stepsTo(sink: number, source: number, reachedBy: readonly (Step | undefined)[]): Step[] {
  const steps: Step[] = []
  for (let node = sink; node !== source; ) {
    const step = reachedBy[node]!
    steps.push(step)
    node = step.from
  }
  return steps
}
