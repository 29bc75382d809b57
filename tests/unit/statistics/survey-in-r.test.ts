import { expect, test } from 'vitest'
import { kornGraubardInterval } from '#app/statistics/korn-graubard-interval'
import { logitInterval } from '#app/statistics/logit-interval'
import type { Margin } from '#app/statistics/margin'
import { postStratify } from '#app/statistics/post-stratify'
import { rake } from '#app/statistics/rake'
import { type SurveyDesign, surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { surveyRatio } from '#app/statistics/survey-ratio'
import { trimWeights } from '#app/statistics/trim-weights'
import { sixty } from './survey-world'

/**
 * Figures of R 4.2.2 with survey 4.1-1 on the data of survey-world.ts:
 * whole: svymean(~y, D, deff = "replace") with SE, deff and degf(D); svyratio(~t, ~K, D) with SE; svyciprop(~y, D) "beta"
 * and "xlogit". part: the same for subset(D, dom), with deff of the ratio; "beta" only without calibration, because
 * svyciprop then counts the persons of the whole sample.
 */
type Figures = {
  readonly whole: readonly number[]
  readonly part: readonly number[]
  readonly beta?: readonly number[]
}

const { strata, clusters, weights } = sixty
const clustered = surveyDesign({ weights, strata, clusters })
const twoStage = surveyDesign({
  weights,
  strata,
  clusters,
  fpc: { firstStage: sixty.units, secondStage: sixty.persons },
})
const margins: readonly Margin[] = [
  { cells: sixty.town, totals: { 0: 5000, 1: 2000, 2: 3000 } },
  { cells: sixty.sex, totals: { 0: 4500, 1: 4000, 2: 1500 } },
  { cells: sixty.age, totals: { 0: 7000, 1: 3000 } },
]
/** Cluster 3 of stratum 0 alone in a stratum of its own: e$s[e$s == 0 & e$c == 3] <- 9. */
const lonely = strata.map((stratum, person) => (stratum === 0 && clusters[person] === 3 ? 9 : stratum))

test.each<[string, SurveyDesign, Figures]>([
  [
    'svydesign(~c, strata = ~s, weights = ~w, nest = TRUE)',
    clustered,
    {
      whole: [
        0.723154362416, 0.0439553368572, 0.569385682116, 13, 0.55969836615, 0.115142026718, 0.618091062269,
        0.812823536264, 0.619126738975, 0.807598687963,
      ],
      part: [
        0.776470588235, 0.0585945209249, 0.652782150012, 11, 0.560415122313, 0.118027720051, 3.04612537749,
        0.622969605639, 0.879558890043,
      ],
      beta: [0.624082548611, 0.888937222589],
    },
  ],
  [
    'the same with fpc = ~N1',
    surveyDesign({ weights, strata, clusters, fpc: { firstStage: sixty.units } }),
    {
      whole: [
        0.723154362416, 0.0346890016536, 0.354623015839, 13, 0.55969836615, 0.0902134000386, 0.642100626017,
        0.794699962415, 0.642409108852, 0.791582274701,
      ],
      part: [
        0.776470588235, 0.0463866968499, 0.409110994277, 11, 0.560415122313, 0.0924538059984, 1.86908618478,
        0.658581828137, 0.862172300464,
      ],
      beta: [0.660053172084, 0.868049047271],
    },
  ],
  [
    'svydesign(~c + i, strata = ~s, weights = ~w, fpc = ~N1 + M, nest = TRUE)',
    twoStage,
    {
      whole: [
        0.723154362416, 0.050236822023, 0.743751120599, 13, 0.55969836615, 0.0906268116389, 0.601334478739,
        0.824776011078, 0.60301898329, 0.817912052544,
      ],
      part: [
        0.776470588235, 0.0640992732206, 0.781196817843, 11, 0.560415122313, 0.0957724973678, 2.00567870495,
        0.606438393367, 0.886760109013,
      ],
      beta: [0.607289210555, 0.89779148724],
    },
  ],
  [
    'svydesign(~1, weights = ~w)',
    surveyDesign({ weights }),
    {
      whole: [
        0.723154362416, 0.0619446451822, 1.13081316534, 59, 0.55969836615, 0.0561884968848, 0.581868641829,
        0.837991416371, 0.584441574152, 0.829104172872,
      ],
      part: [
        0.776470588235, 0.0760555239488, 1.09980522828, 33, 0.560415122313, 0.0699891665919, 1.07112802705,
        0.587513032988, 0.894422946475,
      ],
      beta: [0.587993320159, 0.907321929234],
    },
  ],
  [
    'options(survey.lonely.psu = "adjust")',
    surveyDesign({ weights, strata: lonely, clusters, singlePsu: 'adjust' }),
    {
      whole: [
        0.723154362416, 0.0423339525417, 0.528154462931, 12, 0.55969836615, 0.114015185374, 0.62140693268,
        0.810392221324, 0.622327591456, 0.805477241172,
      ],
      part: [
        0.776470588235, 0.0579333485437, 0.638133460815, 10, 0.560415122313, 0.117895268893, 3.03929246656,
        0.622810077721, 0.879630815883,
      ],
      beta: [0.623920771721, 0.889025115387],
    },
  ],
  [
    'options(survey.lonely.psu = "certainty")',
    surveyDesign({ weights, strata: lonely, clusters, singlePsu: 'certainty' }),
    {
      whole: [
        0.723154362416, 0.0375706328782, 0.415987555251, 12, 0.55969836615, 0.111621165347, 0.633903571494,
        0.801025049022, 0.634432271094, 0.797226019065,
      ],
      part: [
        0.776470588235, 0.0570878435634, 0.619642976386, 10, 0.560415122313, 0.116979787085, 2.99227422807,
        0.625356507228, 0.878476822132,
      ],
      beta: [0.626502437139, 0.887616329357],
    },
  ],
  [
    'postStratify(clustered, ~age, c(7000, 3000))',
    postStratify(clustered, sixty.age, { 0: 7000, 1: 3000 }),
    {
      whole: [
        0.680617010816, 0.050892906092, 0.702994508493, 13, 0.325674220251, 0.0687475111598, 0.560206282847,
        0.785635106691, 0.562377934486, 0.779438827894,
      ],
      part: [
        0.70440517014, 0.0824007904209, 1.07611163376, 11, 0.334124309873, 0.0863602821004, 2.18556915797,
        0.499335505343, 0.850609061266,
      ],
    },
  ],
  [
    'postStratify(twoStage, ~age, c(7000, 3000))',
    postStratify(twoStage, sixty.age, { 0: 7000, 1: 3000 }),
    {
      whole: [
        0.680617010816, 0.0706612325624, 1.35518893941, 13, 0.325674220251, 0.0550082942001, 0.508130097792,
        0.823208630604, 0.513585239598, 0.811358746187,
      ],
      part: [
        0.70440517014, 0.104761616707, 1.73939795503, 11, 0.334124309873, 0.0712052559801, 1.48580068043,
        0.440526810631, 0.878227629804,
      ],
    },
  ],
  [
    'calibrate(clustered, ~town + sex + age, totals, calfun = "raking", epsilon = 1e-13)',
    rake(clustered, margins),
    {
      whole: [
        0.621450426317, 0.0832755512293, 1.7392331005, 13, 0.324261918302, 0.055443759915, 0.423717568619,
        0.793467946361, 0.43314401891, 0.779104113708,
      ],
      part: [
        0.625843109511, 0.107995188265, 1.64362799215, 11, 0.376365457242, 0.0599280962417, 0.825948828867,
        0.377385526343, 0.821934500281,
      ],
    },
  ],
  [
    'the same after postStratify(clustered, ~age, c(6000, 4000))',
    rake(postStratify(clustered, sixty.age, { 0: 6000, 1: 4000 }), margins),
    {
      whole: [
        0.621450426317, 0.0716823890944, 1.28868775774, 13, 0.324261918302, 0.124167997232, 0.452847352026,
        0.771008930683, 0.459446392734, 0.760238906742,
      ],
      part: [
        0.625843109511, 0.0935520590956, 1.2333928284, 11, 0.376365457242, 0.10038404801, 2.31750984705, 0.409772923884,
        0.801190744529,
      ],
    },
  ],
])('%s', (_, design, { whole, part, beta }) => {
  const { domain } = sixty
  const [mean, meanInPart] = [surveyMean(design, sixty.y), surveyMean(design, sixty.y, { domain })]
  const ratio = surveyRatio(design, sixty.points, sixty.items)
  const ratioInPart = surveyRatio(design, sixty.points, sixty.items, { domain })
  const korn = kornGraubardInterval(mean.value!, mean.se!, mean.n, mean.df!)!
  const kornInPart = kornGraubardInterval(meanInPart.value!, meanInPart.se!, meanInPart.n, meanInPart.df!)!
  const logit = logitInterval(mean.value!, mean.se!, mean.df!)!
  const logitInPart = logitInterval(meanInPart.value!, meanInPart.se!, meanInPart.df!)!

  expectAllClose([mean.value, mean.se, mean.deff, mean.df, ratio.value, ratio.se], whole.slice(0, 6))
  expectAllClose([korn.lower, korn.upper, logit.lower, logit.upper], whole.slice(6))
  expectAllClose([meanInPart.value, meanInPart.se, meanInPart.deff, meanInPart.df], part.slice(0, 4))
  expectAllClose([ratioInPart.value, ratioInPart.se, ratioInPart.deff], part.slice(4, 7))
  expectAllClose([logitInPart.lower, logitInPart.upper], part.slice(7))
  if (beta) expectAllClose([kornInPart.lower, kornInPart.upper], beta)
})

test('raked weights are those of calibrate', () => {
  const first = rake(clustered, margins).weights.slice(0, 6)
  expectAllClose(first, [49.9935873688, 4.93664269044, 83.0976319127, 211.500447605, 190.792621386, 19.3976548044])
})

test('weights that need one round are trimmed like trimWeights(D, lower = .05 * mean, upper = 2.7 * mean)', () => {
  const cubes = surveyDesign({ weights: weights.map((weight) => weight ** 3) })
  const trimmed = trimWeights(cubes, { lower: 0.05, upper: 2.7 })
  expectAllClose(
    [...trimmed.weights.slice(0, 4), surveyMean(trimmed, sixty.y).se],
    [21.2225761218, 2.37882612179, 27.4257011218, 3.80070112179, 0.076450111865],
  )
})

/** R was asked for twelve digits. */
function expectAllClose(actual: readonly (number | null)[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of actual.entries()) {
    expect(Math.abs(value! - expected[index]!)).toBeLessThanOrEqual(1e-10 * Math.abs(expected[index]!))
  }
}
