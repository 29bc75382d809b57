import { expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const SKILL = 'skills/shut-door/skill.yaml'
const CHINESE = 'skills/shut-door/zh-CN.yaml'
const ENGLISH = 'skills/shut-door/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

const cases: Case[] = [
  [
    'an id that is not the folder’s name',
    (c) => c.set(SKILL, 'id', 'open-door'),
    `${SKILL} › id: expected the folder's name, shut-door. Make the id and the folder name the same.`,
  ],
  [
    'a module that there is not',
    (c) => c.set(SKILL, 'module', 'gate'),
    `${SKILL} › module: expected modules that exist. gate does not exist.`,
  ],
  ['three people', (c) => c.set(SKILL, 'people', 3), `${SKILL} › people: expected at most 2. Write a smaller number.`],
  [
    'points that add up to 90',
    (c) => c.set(SKILL, 'steps.1.points', 50),
    `${SKILL} › steps: expected points that add up to 100. They add up to 90: change the points of a step.`,
  ],
  [
    'a pass mark above all points',
    (c) => c.set(SKILL, 'passMark', 101),
    `${SKILL} › passMark: expected at most 100. Write a smaller number.`,
  ],
  [
    'somebody under eighteen',
    (c) => c.set(SKILL, 'minimumAge', 16),
    `${SKILL} › minimumAge: expected at least 18. Write a larger number.`,
  ],
  [
    'nothing that fails the sheet',
    (c) => c.set(SKILL, 'fatal', []),
    `${SKILL} › fatal: expected at least 1 entry. Add what is missing.`,
  ],
  [
    'a clock that stops at no step',
    (c) => c.set(SKILL, 'clockStopsAt', 'lock'),
    `${SKILL} › clockStopsAt: expected a step of this sheet. lock does not exist.`,
  ],
  [
    'a mark that needs a source',
    (c) => c.set(SKILL, 'marks', ['V']),
    `${SKILL} › marks: expected a source, as it is marked V. Add the source, or mark it G.`,
  ],
  [
    'a source that is not in the list',
    (c) => c.set(SKILL, 'sources', [{ id: 'ghost' }]),
    `${SKILL} › marks.sources: expected a source of content/sources.yaml. Add "ghost" to content/sources.yaml or correct its spelling.`,
  ],
  [
    'a step without words',
    (c) => c.remove(CHINESE, 'steps.shut'),
    `${CHINESE} › steps: expected an entry shut, as the structure file has it. Add shut here.`,
  ],
  [
    'words of a fatal step that there is not',
    (c) => c.set(ENGLISH, 'fatal.k2', 'Sprays water'),
    `${ENGLISH} › fatal.k2: expected only ids that the structure file has. Remove k2 here or add it there.`,
  ],
  [
    'a half-width comma in Chinese',
    (c) => c.set(CHINESE, 'command', '先试,再开'),
    `${CHINESE} › command: expected full-width punctuation and no spaces between Chinese characters. Correct "先试,再开".`,
  ],
  [
    'Chinese characters in English',
    (c) => c.set(ENGLISH, 'command', '先试 first'),
    `${ENGLISH} › command: expected English without Chinese characters. Translate the Chinese words, or write the name in Latin letters.`,
  ],
  [
    'a rejected saying',
    (c) => c.set(CHINESE, 'remark', '按一下水就来。'),
    `${CHINESE} › remark: expected nothing against safety position P13 (the button signals; the pump may have to be started by the control room). Rewrite the sentence, or show it as a myth with its correction.`,
  ],
  ['no English words', (c) => c.drop(ENGLISH), `${ENGLISH}: expected this file. Create it as content/README.md shows.`],
]

test.each(cases)('%s', (_, breakIt, line) => {
  expect(faultsAfter(breakIt)).toEqual([`content/${line}`])
})

test('a step twice is told, with what follows from it', () => {
  const lines = faultsAfter((content) => content.set(SKILL, 'steps.1.id', 'touch'))
  expect(lines[0]).toBe(`content/${SKILL} › steps: expected each id once. Remove or rename the second touch.`)
})

test('a mistake may be a rejected saying: it is called a mistake', () => {
  const breakIt = (content: Copy) => content.set(CHINESE, 'steps.shut.mistake', '按一下水就来')
  expect(faultsAfter(breakIt)).toEqual([])
})

test('a sheet without a limit within it is timed as a whole', () => {
  expect(faultsAfter((content) => content.remove(SKILL, 'clockStopsAt'))).toEqual([])
})
