import { describe, expect, test } from 'vitest'
import { drawCodes, drawSample, type FrameCluster } from '#app/measure/surveys/draw-sample'
import { kishSelection, kishTableOf, kishTables } from '#app/measure/surveys/kish-selection'
import { newUnitCode, readUnitCode, UNIT_SIGNS } from '#app/measure/surveys/unit-code'
import { seededRandom } from '#app/statistics/seeded-random'

const cluster = (code: string, size: number, stratum = 'a'): FrameCluster => ({ id: code, code, size, stratum })
/** Two streets; 梨园 holds more than a third of its street. */
const FRAME = [
  ...[120, 300, 80, 250, 750, 100, 200, 200].map((size, at) => cluster(`a${at}`, size)),
  ...[90, 110, 60, 140, 100].map((size, at) => cluster(`b${at}`, size, 'b')),
]
const PPS = { firstStage: 'pps' as const, clustersPerStratum: 3, takePerCluster: 10 }
const SRS = { ...PPS, firstStage: 'srs' as const }
const SEEDS = Array.from({ length: 4000 }, (_, at) => `seed ${at}`)

describe('the draw', () => {
  test('gives the same sample for the same seed and frame, in whatever order the frame stands', () => {
    expect(drawSample(FRAME.toReversed(), PPS, 'one')).toEqual(drawSample(FRAME, PPS, 'one'))
    expect(drawSample(FRAME, PPS, 'two')).not.toEqual(drawSample(FRAME, PPS, 'one'))
  })

  test('by size has probabilities that add up to the communities drawn', () => {
    const sizes = FRAME.filter(({ stratum }) => stratum === 'b')
    const chances = new Map<string, number>()
    for (const seed of SEEDS.slice(0, 200))
      for (const { id, probability } of drawSample(sizes, PPS, seed).clusters) chances.set(id, probability)
    expect(chances.size).toBe(sizes.length)
    expect([...chances.values()].reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(3, 12)
    expect(chances.get('b0')).toBeCloseTo((3 * 90) / 500, 12)
  })

  test('by size draws each community as often as its probability says', () => {
    const drawn = new Map<string, number>()
    for (const seed of SEEDS)
      for (const { id } of drawSample(FRAME, PPS, seed).clusters) drawn.set(id, (drawn.get(id) ?? 0) + 1)
    for (const { id, size, stratum } of FRAME) {
      const total = stratum === 'a' ? 2000 : 500
      // Four standard errors of a share of 4,000.
      expect(Math.abs((drawn.get(id) ?? 0) / SEEDS.length - Math.min(1, (3 * size) / total))).toBeLessThan(0.032)
    }
  })

  test('hits a community larger than the interval for certain, and asks more of it when it is hit twice', () => {
    const takes = new Set<number>()
    for (const seed of SEEDS.slice(0, 300)) {
      const { clusters, units } = drawSample(FRAME, PPS, seed)
      const large = clusters.find(({ id }) => id === 'a4')
      expect(large?.probability).toBe(1)
      takes.add(large?.take ?? 0)
      for (const unit of units.filter(({ clusterId }) => clusterId === 'a4'))
        expect(unit.probability).toBeCloseTo((large?.take ?? 0) / 750, 12)
    }
    expect([...takes].toSorted()).toEqual([10, 20])
  })

  test.each([PPS, SRS])('weights by 1/π to the true number of households on average: %o', (stage) => {
    const sums = SEEDS.slice(0, 2000).map((seed) =>
      drawSample(FRAME, stage, seed).units.reduce((sum, { probability }) => sum + 1 / probability, 0),
    )
    const truth = FRAME.reduce((sum, { size }) => sum + size, 0)
    const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length
    expect(Math.abs(mean / truth - 1)).toBeLessThan(0.02)
  })

  test('of equal chances takes k of N, each as often', () => {
    const first = drawSample(FRAME, SRS, 'one')
    expect(first.clusters.map(({ probability }) => probability)).toEqual([3 / 8, 3 / 8, 3 / 8, 3 / 5, 3 / 5, 3 / 5])
    const hits = SEEDS.filter((seed) => drawSample(FRAME, SRS, seed).clusters.some(({ id }) => id === 'a2')).length
    expect(Math.abs(hits / SEEDS.length - 3 / 8)).toBeLessThan(0.032)
  })

  test('takes all communities where there are no more, and all households where there are no more', () => {
    const { clusters, units } = drawSample([cluster('x', 4), cluster('y', 40)], PPS, 'one')
    expect(clusters.map(({ probability, take }) => [probability, take])).toEqual([
      [1, 4],
      [1, 10],
    ])
    expect(units.filter(({ clusterId }) => clusterId === 'x').map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(units[0]?.probability).toBe(1)
  })

  test('draws different households of 1 to M, every one as likely as any other', () => {
    const counts = new Array<number>(20).fill(0)
    for (const seed of SEEDS.slice(0, 2000)) {
      const { units } = drawSample([cluster('x', 20)], { ...PPS, takePerCluster: 5 }, seed)
      const numbers = units.map(({ number }) => number)
      expect(new Set(numbers).size).toBe(5)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      for (const number of numbers) counts[number - 1] = (counts[number - 1] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count / 2000 - 0.25)).toBeLessThan(0.04)
  })
})

describe('the code of a unit', () => {
  const codes = drawCodes(500, 'codes')

  test('is another for every unit, and read however it is typed', () => {
    expect(new Set(codes).size).toBe(500)
    expect(newUnitCode(seededRandom('x'), new Set())).toHaveLength(5)
    const [code = ''] = codes
    expect(readUnitCode(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `)).toBe(code)
  })

  test('holds no sign that is taken for another', () => {
    expect(UNIT_SIGNS).not.toMatch(/[01OIL]/)
    expect(UNIT_SIGNS).toHaveLength(31)
  })

  test('is refused with any one sign wrong, and with any two neighbours changed', () => {
    for (const code of codes.slice(0, 60)) {
      for (let at = 0; at < code.length; at++) {
        for (const sign of UNIT_SIGNS)
          if (sign !== code[at]) expect(readUnitCode(code.slice(0, at) + sign + code.slice(at + 1))).toBeNull()
        const [one, two] = [code[at], code[at + 1]]
        if (two !== undefined && one !== two)
          expect(readUnitCode(code.slice(0, at) + two + one + code.slice(at + 2))).toBeNull()
      }
    }
  })

  test.each(['', 'ABCD', 'ABCDEF', '编码', 'A'.repeat(1000), '0OIL1'])('is not read from %j', (typed) => {
    expect(readUnitCode(typed)).toBeNull()
  })
})

describe('the Kish grid', () => {
  test.each([1, 2, 3, 4, 6])('gives every one of %i persons the same chance over all units', (eligible) => {
    const counts = new Array<number>(eligible).fill(0)
    const units = 12_000
    for (let unit = 0; unit < units; unit++) {
      const chosen = kishSelection({ table: kishTableOf('seed', String(unit)), eligible })
      counts[chosen - 1] = (counts[chosen - 1] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count / units - 1 / eligible)).toBeLessThan(0.02)
  })

  test('is the published table', () => {
    const column = (eligible: number) => kishTables.map((table) => kishSelection({ table, eligible }))
    expect(column(3)).toEqual([1, 1, 1, 2, 2, 3, 3, 3])
    expect(column(5)).toEqual([1, 2, 2, 3, 4, 3, 5, 5])
    expect(column(9)).toEqual(column(6))
  })

  test('wants somebody to choose from', () => {
    for (const eligible of [0, -1, 1.5, Number.NaN])
      expect(() => kishSelection({ table: 'A', eligible })).toThrow(RangeError)
  })
})
