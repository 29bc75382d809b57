import { describe, expect, test } from 'vitest'
import { countCurriculum, describeCount, unmetCounts } from '#app/content/curriculum-counts'
import type { Catalog } from '#app/content/schema'
import { catalogAt, FIXTURE_ROOT } from '../support/fixture-catalog'

const catalog = catalogAt(process.cwd())

/** What `npm run check:content` would complain of. */
const unmetIn = (changed: Partial<Catalog>) =>
  unmetCounts(countCurriculum({ ...catalog, ...changed })).map(describeCount)

test('content/ is as much as the curriculum asks for', () => {
  expect(unmetIn({})).toEqual([])
  const said = countCurriculum(catalog).map(describeCount)
  expect(said).toEqual(
    expect.arrayContaining([
      'modules: 32 of 32',
      'items of the survey core-20: 20 of 20',
      'items of the survey core-20-b: 20 of 20',
      'skill sheets: 2 of 2',
      'campaign presets: 10 of 10',
      'checklist items: 55 of 55',
      'plans: 5 of 5',
    ]),
  )
})

describe('it is noticed when', () => {
  const shorter: [string, Partial<Catalog>, string[]][] = [
    ['a plan is missing', { plans: catalog.plans.slice(1) }, ['plans: 4 of 5']],
    [
      'a campaign preset is missing',
      { campaigns: { ...catalog.campaigns, presets: catalog.campaigns.presets.slice(1) } },
      ['campaign presets: 9 of 10'],
    ],
    [
      'a checklist is missing',
      { checklists: catalog.checklists.filter(({ id }) => id !== 'home') },
      ['items of the checklist home: 0 of 15', 'checklist items: 40 of 55'],
    ],
    [
      'an item moves to another checklist',
      { checklists: moved(catalog.checklists) },
      ['items of the checklist home: 14 of 15', 'items of the checklist organization: 21 of 20'],
    ],
    [
      'a skill sheet is missing',
      { skills: catalog.skills.filter(({ id }) => id !== 'hydrant-live-water') },
      ['skill sheets: 1 of 2', 'steps of the skill sheet hydrant-live-water: 0 of 8'],
    ],
    [
      'a survey form is missing',
      { instruments: catalog.instruments.filter(({ id }) => id !== 'core-20-b') },
      ['items of the survey core-20-b: 0 of 20'],
    ],
    ['a module is one too many', { modules: [...catalog.modules, catalog.modules[0]!] }, ['modules: 33 of 32']],
    [
      'the question banks are empty',
      { modules: catalog.modules.map((module) => ({ ...module, questions: {} })) },
      ['questions: 0 of at least 448'],
    ],
    [
      'a key audience is missing',
      { keyAudiences: { ...catalog.keyAudiences, audiences: catalog.keyAudiences.audiences.slice(1) } },
      ['key audiences: 14 of 15'],
    ],
  ]
  test.each(shorter)('%s', (_, changed, lines) => {
    expect(unmetIn(changed)).toEqual(lines)
  })
})

test('more questions than asked for are welcome', () => {
  const questions = countCurriculum(catalog).find(({ what }) => what === 'questions')
  expect(questions?.found).toBeGreaterThan(448)
  expect(questions && unmetCounts([questions])).toEqual([])
})

test('a small catalogue is whole in itself and still not the curriculum', () => {
  expect(unmetCounts(countCurriculum(catalogAt(FIXTURE_ROOT))).length).toBeGreaterThan(10)
})

function moved(checklists: Catalog['checklists']): Catalog['checklists'] {
  const [spare] = checklists.find(({ id }) => id === 'home')?.items ?? []
  return checklists.map((checklist) => {
    if (checklist.id === 'home') return { ...checklist, items: checklist.items.slice(1) }
    if (checklist.id === 'organization' && spare) return { ...checklist, items: [...checklist.items, spare] }
    return checklist
  })
}
