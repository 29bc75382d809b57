import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const LIST = 'checklists/corridor/checklist.yaml'
const CHINESE = 'checklists/corridor/zh-CN.yaml'
const ENGLISH = 'checklists/corridor/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, breakIt, line) => {
    expect(faultsAfter(breakIt)).toEqual([`content/${line}`])
  })
}

describe('a checklist', () => {
  eachTells([
    [
      'an id that is not the folder’s name',
      (c) => c.set(LIST, 'id', 'cellar'),
      `${LIST} › id: expected the folder's name, corridor. Make the id and the folder name the same.`,
    ],
    [
      'a point of a module that there is not',
      (c) => c.set(LIST, 'items.0.point', 'gate.f1'),
      `${LIST} › items.c1.point: expected a knowledge point that exists. gate.f1 does not exist.`,
    ],
    [
      'a point that the module does not have',
      (c) => c.set(LIST, 'items.0.point', 'door.f9'),
      `${LIST} › items.c1.point: expected a knowledge point that exists. door.f9 does not exist.`,
    ],
    [
      'a point that is none',
      (c) => c.set(LIST, 'items.0.point', 'door'),
      `${LIST} › items.0.point: expected a knowledge point, such as call-119.f3. Correct this value.`,
    ],
    [
      'a draft without its source',
      (c) => c.remove(LIST, 'items.1.sources'),
      `${LIST} › items.c2: expected a source, as it is marked D. Add the source, or mark it G.`,
    ],
    [
      'a source that is not in the list',
      (c) => c.set(LIST, 'items.1.sources', [{ id: 'ghost' }]),
      `${LIST} › items.c2.sources: expected a source of content/sources.yaml. Add "ghost" to content/sources.yaml or correct its spelling.`,
    ],
    [
      'a source that nothing is marked with',
      (c) => c.remove(LIST, 'items.1.marks'),
      `${LIST} › items.c2: expected marks, as it names sources. Write V, v, G or D as marks.`,
    ],
    [
      'one item only',
      (c) => c.remove(LIST, 'items.1'),
      `${LIST} › items: expected at least 2 entries. Add what is missing.`,
    ],
    [
      'a word where yes or no should be',
      (c) => c.set(LIST, 'items.0.onTheSpot', 'yes'),
      `${LIST} › items.0.onTheSpot: expected true or false. Compare this place with the example in content/README.md.`,
    ],
    [
      'an item without words',
      (c) => c.remove(CHINESE, 'items.c2'),
      `${CHINESE} › items: expected an entry c2, as the structure file has it. Add c2 here.`,
    ],
    [
      'words of an item that there is not',
      (c) => c.set(ENGLISH, 'items.c3', { ask: 'Is it?', why: 'So.', mend: 'Do.' }),
      `${ENGLISH} › items.c3: expected only ids that the structure file has. Remove c3 here or add it there.`,
    ],
    [
      'an item that does not say how to mend it',
      (c) => c.set(ENGLISH, 'items.c1.mend', ' '),
      `${ENGLISH} › items.c1.mend: expected some text. This place is empty: write the text.`,
    ],
    [
      'an item that asks nothing',
      (c) => c.set(CHINESE, 'items.c1.ask', '门关着。'),
      `${CHINESE} › items.c1.ask: expected a question that yes or no answers. End it with a question mark.`,
    ],
    [
      'a space between Chinese characters',
      (c) => c.set(CHINESE, 'title', '走道 清单'),
      `${CHINESE} › title: expected full-width punctuation and no spaces between Chinese characters. Correct "走道 清单".`,
    ],
    [
      'Chinese characters in English',
      (c) => c.set(ENGLISH, 'title', 'Corridor 走道'),
      `${ENGLISH} › title: expected English without Chinese characters. Translate the Chinese words, or write the name in Latin letters.`,
    ],
    [
      'a rejected saying',
      (c) => c.set(CHINESE, 'items.c1.mend', '起火时一律往下跑。'),
      `${CHINESE} › items.c1.mend: expected nothing against safety position P2 (look for smoke first: no smoke, go down; smoke, close the door). Rewrite the sentence, or show it as a myth with its correction.`,
    ],
    [
      'no Chinese words',
      (c) => c.drop(CHINESE),
      `${CHINESE}: expected this file. Create it as content/README.md shows.`,
    ],
  ])

  test('an item twice is told', () => {
    const [first] = faultsAfter((content) => content.set(LIST, 'items.1.id', 'c1'))
    expect(first).toBe(`content/${LIST} › items: expected each id once. Remove or rename the second c1.`)
  })

  test('a module that cannot be read makes no fault of who refers to it', () => {
    const lines = faultsAfter((content) => content.set('modules/door/module.yaml', 'minutes', 'three'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('content/modules/door/module.yaml › minutes')
  })
})
