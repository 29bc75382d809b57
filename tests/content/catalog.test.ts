import { describe, expect, test } from 'vitest'
import { lessonView } from '#app/content/lesson'
import { findNearCopies, likeness, NEAR_COPY } from '#app/content/near-copy'
import { UNREVIEWED } from '#app/content/review-state'
import type { Module } from '#app/content/schema'
import { awaitsReview } from '#app/content/words'
import { drawPaper } from '#app/learn/quiz/draw-paper'
import { catalogAt } from '../support/fixture-catalog'

const catalog = catalogAt(process.cwd())
const { modules, instruments, sources } = catalog
const byId: [string, Module][] = modules.map((module) => [module.id, module])

/** Curriculum, section 1.1: what each of the seven groups of 一警六员 must learn. */
const PROGRAMME: Record<string, string[]> = {
  police: ['police-guard-first-response', 'extinguisher', 'indoor-hydrant', 'run-or-close-door'],
  grassroots: ['grid-inspection', 'drill-organisation', 'elderly-children', 'extinguisher'],
  'patrol-officer': ['grid-inspection', 'mixed-use-rental', 'hot-work', 'extinguisher', 'indoor-hydrant'],
  property: ['property-fire-lane', 'control-room', 'indoor-hydrant', 'ebike-lithium'],
  guard: ['police-guard-first-response', 'extinguisher', 'indoor-hydrant', 'signs-and-facilities'],
  'highrisk-staff': ['unit-four-abilities', 'crowded-places', 'kitchen-oil-fire', 'gas-leak', 'extinguisher'],
  'multi-brigade': ['micro-station', 'indoor-hydrant', 'extinguisher', 'control-room'],
}

/** The ten modules that residents need first: all in English, too. */
const RESIDENT_FACING = [
  'call-119',
  'extinguisher',
  'run-or-close-door',
  'escape-by-building',
  'smoke-and-co',
  'kitchen-oil-fire',
  'gas-leak',
  'electrical-safety',
  'ebike-lithium',
  'home-escape-plan',
]

describe('the catalogue', () => {
  test('loads without a fault, with the 32 modules of the curriculum and the survey of twenty items', () => {
    expect(modules).toHaveLength(32)
    const questions = modules.flatMap((module) => Object.keys(module.questions))
    expect(questions.length).toBeGreaterThanOrEqual(448)
    expect(new Set(questions).size).toBe(questions.length)
    expect(instruments.map(({ id, items }) => [id, Object.keys(items).length])).toEqual([
      ['core-10-a', 10],
      ['core-10-b', 10],
      ['core-20', 20],
      ['core-20-b', 20],
    ])
  })

  test('gives every module a picture, and teaches each of the seven role groups what the programme requires', () => {
    for (const { id, pictures } of modules) expect(pictures.length, id).toBeGreaterThan(0)
    const required = Object.fromEntries(Object.entries(catalog.audiences).map(([id, { required }]) => [id, required]))
    for (const [group, needs] of Object.entries(PROGRAMME))
      expect(required[group], group).toEqual(expect.arrayContaining(needs))
  })

  test('puts the right option first no more often than chance over the whole bank', () => {
    const singles = modules.flatMap(({ questions }) =>
      Object.values(questions).flatMap((question) => (question.type === 'single' ? [question] : [])),
    )
    const first = singles.filter(({ options, correct }) => options[0] === correct[0]).length
    const expected = singles.reduce((sum, { options }) => sum + 1 / options.length, 0)
    const deviation = Math.sqrt(
      singles.reduce((sum, { options: { length } }) => sum + (1 / length) * (1 - 1 / length), 0),
    )
    expect(first).toBeLessThanOrEqual(expected + 2 * deviation)
  })

  test('is in English where the issue asked for it', () => {
    const english = modules.filter(({ words }) => words.en).map(({ id }) => id)
    expect(english).toEqual(expect.arrayContaining(RESIDENT_FACING))
  })

  test('keeps fire fighting out of what students must or may learn first', () => {
    const { required, suggested } = catalog.audiences.student!
    const fighting = [...required, ...suggested].filter((id) => id === 'extinguisher' || id === 'indoor-hydrant')
    expect(fighting).toEqual([])
  })

  test('has parallel survey forms: the same points, other questions', () => {
    const [short, otherShort, long, other] = instruments
    const points = (form: typeof long) => Object.values(form?.items ?? {}).map(({ point }) => point)
    expect(points(other)).toEqual(points(long))
    expect(points(otherShort)).toEqual(points(short))
    const stems = (form: typeof long) => Object.values(form?.words['zh-CN'].items ?? {}).map(({ stem }) => stem)
    const near = stems(long).flatMap((a) => stems(other).filter((b) => likeness(a, b) >= NEAR_COPY))
    expect(near).toEqual([])
  })

  test('names every version differently', () => {
    expect(new Set(modules.map(({ version }) => version)).size).toBe(modules.length)
    for (const { version } of [...modules, ...instruments, catalog]) expect(version).toMatch(/^[0-9a-f]{12}$/)
  })
})

describe.each(byId)('%s', (_, module) => {
  const chinese = module.words['zh-CN']

  test('has a label and a text for every knowledge point', () => {
    for (const id of Object.keys(module.facts)) {
      expect(chinese.facts[id]?.label, id).toMatch(/\p{Script=Han}/u)
      expect([...(chinese.facts[id]?.label ?? '')].length, id).toBeLessThanOrEqual(20)
      expect(chinese.facts[id]?.text, id).toMatch(/\p{Script=Han}/u)
    }
  })

  test('has the same ids in every language', () => {
    for (const words of Object.values(module.words)) {
      expect(Object.keys(words.facts).toSorted()).toEqual(Object.keys(module.facts).toSorted())
      expect(Object.keys(words.sections).toSorted()).toEqual(module.sections.map(({ id }) => id).toSorted())
      expect(Object.keys(words.questions).toSorted()).toEqual(Object.keys(module.questions).toSorted())
      for (const [id, { options }] of Object.entries(words.questions))
        expect(Object.keys(options).toSorted(), id).toEqual(Object.keys(chinese.questions[id]!.options).toSorted())
    }
  })

  test('says that a fact awaits review where no law or official text that was read stands behind it', () => {
    const shown = new Map(
      lessonView(module, sources, 'zh-CN', UNREVIEWED).sections.flatMap(({ facts }) => facts.map((f) => [f.id, f])),
    )
    for (const [id, { marks, sources: citations }] of Object.entries(module.facts)) {
      const isUnsupported = marks.every((mark) => mark === 'G' || mark === 'D')
      if (isUnsupported) expect(shown.get(id)?.awaitsReview, id).toBe(true)
      if (citations.length === 0) expect(awaitsReview(module, id, UNREVIEWED.signed), id).toBe(true)
      expect(shown.has(id), id).toBe(true)
    }
  })

  test('has no single choice bank whose right answer can be told by its length', () => {
    const singles = Object.entries(module.questions).filter(([, { type }]) => type === 'single')
    for (const words of Object.values(module.words)) {
      const told = singles.filter(([id, { correct }]) => isLongest(words.questions[id]!.options, correct[0]!))
      expect(singles.length).toBeGreaterThan(0)
      expect(told.length / singles.length, told.map(([id]) => id).join()).toBeLessThanOrEqual(0.4)
    }
  })

  test('gives papers of its own length that keep its blueprint and reach the whole bank', () => {
    const { draw, always, atMostPerPoint } = module.quiz
    const drawn = new Set<string>()
    for (let seed = 0; seed < 400; seed++) {
      const paper = drawPaper(module, `${module.id} ${seed}`)
      const points = paper.map(({ questionId }) => module.questions[questionId]?.points[0] ?? '')
      expect(paper).toHaveLength(draw)
      expect(points).toEqual(expect.arrayContaining(always))
      for (const point of points)
        expect(points.filter((other) => other === point).length).toBeLessThanOrEqual(atMostPerPoint)
      for (const { questionId } of paper) drawn.add(questionId)
    }
    expect([...drawn].toSorted()).toEqual(Object.keys(module.questions).toSorted())
    expect(draw).toBe(10)
  })

  test('asks nothing that the survey asks, in the same or nearly the same words', () => {
    expect(findNearCopies([module], instruments)).toEqual([])
  })
})

/** Whether the option is longer than every other one. */
function isLongest(options: Record<string, string>, option: string): boolean {
  const length = (text = '') => [...text].length
  return Object.keys(options).every((other) => other === option || length(options[other]) < length(options[option]))
}
