import { expect, test } from 'vitest'
import { countCoverage } from '../../../scripts/simulation/coverage'
import { answersByChance, clusterSample, STAGE, simpleSample } from '../../../scripts/simulation/samples'
import { ITEMS, syntheticDistrict } from '../../../scripts/simulation/synthetic-district'

const small = { streets: 3, communities: 12 }
const district = syntheticDistrict('a small district', small)
const persons = district.age.length

test('the same seed makes the same district, another seed another', () => {
  const tiny = { streets: 1, communities: 2 }
  const { truth } = syntheticDistrict('a hamlet', tiny)
  expect(syntheticDistrict('a hamlet', tiny).truth).toEqual(truth)
  expect(syntheticDistrict('another', tiny).truth).not.toEqual(truth)
})

test('the truth is counted from the answers of everybody', () => {
  expect(district.scores).toHaveLength(persons * ITEMS)
  const totals = Array.from({ length: persons }, (_, person) =>
    district.scores.subarray(person * ITEMS, (person + 1) * ITEMS).reduce((sum, score) => sum + score, 0),
  )
  expect(district.truth.mastery).toBe(totals.filter((total) => total >= 16).length / persons)
  expect(district.truth.overall).toBe(totals.reduce((sum, total) => sum + total, 0) / (persons * ITEMS))
})

test('households follow each other without gaps, one to five adults each', () => {
  const ends = district.communities.flatMap(({ households }) => households)
  expect([ends[0], ends.at(-1)]).toEqual([0, persons])
  for (const { households } of district.communities)
    for (const [at, start] of households.slice(0, -1).entries())
      expect([1, 2, 3, 4, 5]).toContain(households[at + 1]! - start)
})

test('a cluster sample asks one adult in each household drawn, and its weights add up to the population', () => {
  const samples = Array.from({ length: 200 }, (_, at) => clusterSample(district, `sum/${at}`, () => true))
  const asked = small.streets * STAGE.clustersPerStratum * STAGE.takePerCluster
  expect(samples.every((sample) => new Set(sample.persons).size === asked)).toBe(true)
  const sums = samples.map(({ design }) => design.weights.reduce((sum, weight) => sum + weight, 0))
  expect(sums.reduce((sum, one) => sum + one, 0) / sums.length / persons).toBeCloseTo(1, 2)
})

test('those who do not answer are missing, and the rest of their community stands for them', () => {
  const answered = clusterSample(district, 'some', answersByChance(district, 'some'))
  const all = clusterSample(district, 'some', () => true)
  expect(all.persons).toEqual(expect.arrayContaining([...answered.persons]))
  expect(answered.persons.length).toBeLessThan(all.persons.length)
  expect(new Set(simpleSample(district, 'some').persons).size).toBe(400)
})

test('the counts are repeatable, and every design has every sample', () => {
  const rows = countCoverage(district, 15, 'seed')
  expect(countCoverage(district, 15, 'seed')).toEqual(rows)
  expect(rows).toHaveLength(7)
  for (const { overall, mastery } of rows) {
    expect(overall.covered).toBeGreaterThan(7)
    expect(mastery.covered).toBeLessThanOrEqual(15)
  }
})
