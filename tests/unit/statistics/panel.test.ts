/** Covariance of two estimates of the same persons, against figures of R 4.2.2 with survey (svymean of two variables). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { postStratify } from '#app/statistics/post-stratify'
import { ratioValues } from '#app/statistics/ratio-values'
import { surveyDesign } from '#app/statistics/survey-design'
import { surveyMean } from '#app/statistics/survey-mean'
import { surveyRatio } from '#app/statistics/survey-ratio'
import { totalCovariance } from '#app/statistics/total-covariance'
import { totalVariance } from '#app/statistics/total-variance'
import { waveDifference } from '#app/statistics/wave-difference'

// svydesign(~c, strata = ~h, weights = ~w, nest = TRUE)
const strata = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
const clusters = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]
const weights = [10, 12, 9, 14, 11, 10, 20, 18, 22, 19, 21, 20]
const before = [1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 1, 0]
const now = [1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 1, 1]
const ones = before.map(() => 1)
const design = surveyDesign({ weights, strata, clusters })

test('two means of one clustered sample have the covariance of R', () => {
  const [z1, z2] = [ratioValues(design, before, ones)!, ratioValues(design, now, ones)!]
  // vcov(svymean(~y1 + y2, s))
  expect(totalCovariance(design, z1, z2)).toBeCloseTo(0.00279117958656377, 14)
  expect(totalCovariance(design, z1, z1)).toBeCloseTo(0.0341630122750422, 14)
  expect(totalCovariance(design, z2, z2)).toBeCloseTo(0.0143884965298068, 14)
})

test('with it the change from wave to wave has the standard error of R', () => {
  const [z1, z2] = [ratioValues(design, before, ones)!, ratioValues(design, now, ones)!]
  const covariance = totalCovariance(design, z1, z2)
  const change = waveDifference(surveyMean(design, before), surveyMean(design, now), { covariance })
  // svycontrast(svymean(~y1 + y2, s), c(-1, 1))
  expect(change.se).toBeCloseTo(0.207290013342953, 13)
})

test('after post-stratification, too', () => {
  const cells = weights.map((_, at) => 'ab'[at % 2]!)
  const fitted = postStratify(design, cells, { a: 100, b: 110 })
  const [z1, z2] = [ratioValues(fitted, before, ones)!, ratioValues(fitted, now, ones)!]
  expect(totalCovariance(design, z1, z2)).toBeCloseTo(0.000265032501200138, 14)
  expect(totalVariance(design, z1)).toBeCloseTo(0.0345104164542754, 14)
})

test('the values of a ratio carry its own standard error, and people outside it add nothing', () => {
  const share = fc.constantFrom(null, 0, 1, 2)
  fc.assert(
    fc.property(fc.array(share, { minLength: 12, maxLength: 12 }), (numerators) => {
      const denominators = numerators.map((value) => value && value + 1)
      const { se, n } = surveyRatio(design, numerators, denominators)
      const z = ratioValues(design, numerators, denominators)
      if (z === null || n < 2) return
      for (const [person, value] of z.entries()) if (numerators[person] === null) expect(value).toBe(0)
      expect(Math.sqrt(totalVariance(design, z))).toBeCloseTo(se ?? 0, 10)
    }),
    { seed: 5 },
  )
})

test('nobody in a ratio gives none, and lists of another length are refused', () => {
  const nobody = before.map(() => null)
  expect(ratioValues(design, nobody, nobody)).toBeNull()
  expect(() => ratioValues(design, [1], ones)).toThrow(RangeError)
  expect(() => totalCovariance(design, [1], before)).toThrow(RangeError)
})
