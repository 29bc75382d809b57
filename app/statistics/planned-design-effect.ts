import { isMeasurable } from './is-measurable'

/**
 * The design effect to expect of clusters and unequal weights: (1 + (b − 1)·ρ)·(1 + CV²).
 *
 * `clusterSize` b: interviews a cluster; `correlation` ρ: how alike persons of a cluster answer (0.02 to 0.10 is
 * usual);
 * `weightVariation` CV: standard deviation of the weights over their mean.
 * Throws RangeError unless b ≥ 1 and finite, 0 ≤ ρ ≤ 1 and CV ≥ 0 and finite.
 * Source: Kish (1965), Survey Sampling, 5.4 and 11.7; knowledge-rate definitions, section 6.
 */
export function plannedDesignEffect({
  clusterSize,
  correlation = 0.05,
  weightVariation = 0,
}: {
  readonly clusterSize: number
  readonly correlation?: number
  readonly weightVariation?: number
}): number {
  if (!(clusterSize >= 1 && isMeasurable(clusterSize)))
    throw new RangeError(`A cluster has at least 1 interview, not ${clusterSize}`)
  if (!(correlation >= 0 && correlation <= 1))
    throw new RangeError(`A correlation within clusters lies in [0, 1], not ${correlation}`)
  if (!(weightVariation >= 0 && isMeasurable(weightVariation)))
    throw new RangeError(`The variation of weights must be finite and at least 0, not ${weightVariation}`)
  return (1 + (clusterSize - 1) * correlation) * (1 + weightVariation ** 2)
}
