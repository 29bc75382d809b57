import type { EstimateFlag } from './estimate'

/**
 * What a reader must know about an estimate from n persons with standard error `se` or none, on df degrees of freedom.
 *
 * Source: knowledge-rate definitions, section 3 rule 13 (n < 30) and section 4 (df < 8; standard error 0).
 */
export function estimateFlags(n: number, se: number | null, df = n - 1): EstimateFlag[] {
  if (n === 0) return ['noData']

  const flags: EstimateFlag[] = []
  if (n === 1) flags.push('singleRespondent')
  if (n < 30) flags.push('fewRespondents')
  if (df < 8) flags.push('fewDegreesOfFreedom')
  if (se === 0) flags.push('noVariation')
  return flags
}
