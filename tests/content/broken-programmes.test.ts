import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const PROGRAMME = 'programmes/wardens/programme.yaml'
const GROUPS = 'programmes/wardens/zh-CN.yaml'
const AUDIENCES = 'audiences/audiences.yaml'
const NAMES = 'audiences/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, breakIt, line) => {
    expect(faultsAfter(breakIt)).toEqual([`content/${line}`])
  })
}

describe('a programme', () => {
  eachTells([
    [
      'an id that is not the folder’s name',
      (c) => c.set(PROGRAMME, 'id', 'others'),
      `${PROGRAMME} › id: expected the folder's name, wardens. Make the id and the folder name the same.`,
    ],
    [
      'a module that there is not',
      (c) => c.set(PROGRAMME, 'groups.0.modules', ['door', 'gate']),
      `${PROGRAMME} › groups.warden.modules: expected modules that exist. gate does not exist.`,
    ],
    [
      'a module twice',
      (c) => c.set(PROGRAMME, 'groups.0.modules', ['door', 'door']),
      `${PROGRAMME} › groups.warden.modules: expected each id once. Remove or rename the second door.`,
    ],
    [
      'a skill that there is not',
      (c) => c.set(PROGRAMME, 'groups.0.skills', ['juggle']),
      `${PROGRAMME} › groups.warden.skills: expected skill sheets of content/skills. juggle does not exist.`,
    ],
    [
      'no validity where the public gathers',
      (c) => c.remove(PROGRAMME, 'validity.publicGatheringPlaces'),
      `${PROGRAMME} › validity.publicGatheringPlaces: expected a number. Compare this place with the example in content/README.md.`,
    ],
    [
      'a variant that does not say whether it is counted apart',
      (c) => c.remove(PROGRAMME, 'groups.0.variants.0.countedApart'),
      `${PROGRAMME} › groups.0.variants.0.countedApart: expected true or false. Compare this place with the example in content/README.md.`,
    ],
    [
      'a mark that needs a source',
      (c) => c.remove(PROGRAMME, 'sources'),
      `${PROGRAMME} › marks: expected a source, as it is marked V. Add the source, or mark it G.`,
    ],
    [
      'a group without words',
      (c) => c.remove(GROUPS, 'groups.warden'),
      `${GROUPS} › groups: expected an entry warden, as the structure file has it. Add warden here.`,
    ],
    [
      'a variant without a name',
      (c) => c.set(GROUPS, 'groups.warden.variants', {}),
      `${GROUPS} › groups.warden.variants: expected an entry riverside, as the structure file has it. Add riverside here.`,
    ],
    [
      'a group that knows nothing',
      (c) => c.set(GROUPS, 'groups.warden.knows', []),
      `${GROUPS} › groups.warden.knows: expected at least 1 entry. Add what is missing.`,
    ],
  ])

  test('a district that has no plan is told, with the words that it lacks', () => {
    const [first] = faultsAfter((content) => content.set(PROGRAMME, 'groups.0.variants.0.plan', 'hillside'))
    expect(first).toBe(
      `content/${PROGRAMME} › groups.warden.variants: expected plans of content/plans. hillside does not exist.`,
    )
  })
})

describe('key audiences', () => {
  eachTells([
    [
      'a module that there is not',
      (c) => c.set(AUDIENCES, 'audiences.0.modules', ['gate']),
      `${AUDIENCES} › audiences.neighbour.modules: expected modules that exist. gate does not exist.`,
    ],
    [
      'a plan that there is not',
      (c) => c.set(AUDIENCES, 'audiences.0.plans', ['riverside', 'hillside']),
      `${AUDIENCES} › audiences.neighbour.plans: expected plans of content/plans. hillside does not exist.`,
    ],
    [
      'no plan that names them',
      (c) => c.set(AUDIENCES, 'audiences.0.plans', []),
      `${AUDIENCES} › audiences.0.plans: expected at least 1 entry. Add what is missing.`,
    ],
    [
      'a mark that needs a source',
      (c) => c.set(AUDIENCES, 'audiences.0.sources', []),
      `${AUDIENCES} › audiences.neighbour: expected a source, as it is marked v. Add the source, or mark it G.`,
    ],
    [
      'one twice',
      (c) =>
        c.set(AUDIENCES, 'audiences.1', { id: 'neighbour', plans: ['riverside'], modules: ['door'], marks: ['G'] }),
      `${AUDIENCES} › audiences: expected each id once. Remove or rename the second neighbour.`,
    ],
    [
      'words too many',
      (c) => c.set(NAMES, 'audiences.porter', { name: 'Porters', why: 'Near', risks: [], knows: ['Doors'] }),
      `${NAMES} › audiences.porter: expected only ids that the structure file has. Remove porter here or add it there.`,
    ],
    ['no file', (c) => c.drop(AUDIENCES), `${AUDIENCES}: expected this file. Create it as content/README.md shows.`],
  ])

  test('people without a danger of their own may stand without one', () => {
    expect(faultsAfter((content) => content.set(NAMES, 'audiences.neighbour.risks', []))).toEqual([])
  })
})
