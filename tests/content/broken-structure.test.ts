import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const MODULE = 'modules/door/module.yaml'
const FILES = [MODULE, 'modules/door/zh-CN.yaml', 'modules/door/en.yaml']

type Case = [what: string, place: string, value: unknown, line: string]

/** Each sets one place of module.yaml to one value; the line is what the author reads after the file's name. */
function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, place, value, line) => {
    expect(faultsAfter((content) => content.set(MODULE, place, value))).toEqual([`content/${MODULE} › ${line}`])
  })
}

const ID = 'expected an id: lower-case letters, digits and single hyphens, such as call-119.'

describe('the form of module.yaml', () => {
  eachTells([
    ['an id with a capital', 'cover', 'Touch', `cover: ${ID} Correct this value.`],
    [
      'an option id with a space',
      'questions.door-2.options.1',
      'wide open',
      `questions.door-2.options.1: ${ID} Correct this value.`,
    ],
    [
      'a question id with a low line',
      'questions.door_15',
      { type: 'true-false', points: ['f1'], correct: ['right'] },
      `questions.door_15: ${ID} Rename this id.`,
    ],
    [
      'a fact id in words',
      'facts.fact7',
      { marks: ['G'] },
      'facts.fact7: expected a fact id: f and a number, such as f3. Rename this id.',
    ],
    [
      'half a minute',
      'minutes',
      2.5,
      'minutes: expected a whole number. Compare this place with the example in content/README.md.',
    ],
    ['no time at all', 'minutes', 0, 'minutes: expected at least 1. Write a larger number.'],
    ['more than an hour', 'minutes', 61, 'minutes: expected at most 60. Write a smaller number.'],
    [
      'a pass mark with a sign',
      'quiz.passMark',
      '80%',
      'quiz.passMark: expected a number. Compare this place with the example in content/README.md.',
    ],
    [
      'an unknown mark',
      'facts.f1.marks',
      ['X'],
      'facts.f1.marks.0: expected one of V, v, G, D. Use one of these words exactly.',
    ],
    ['one mark twice', 'facts.f1.marks', ['v', 'v'], 'facts.f1.marks: expected each mark once. Remove the second v.'],
    ['no mark', 'facts.f3.marks', [], 'facts.f3.marks: expected at least 1 entry. Add what is missing.'],
    [
      'a single word where a list should be',
      'quiz.always',
      'f1',
      'quiz.always: expected a list. Compare this place with the example in content/README.md.',
    ],
    [
      'a type of question that there is not',
      'questions.door-1.type',
      'essay',
      'questions.door-1.type: expected one of the forms in content/README.md, with all of its parts and nothing else. A block is one of text, list, steps, picture, do, warning, myth; a question has one of the four types.',
    ],
  ])

  test('a misspelt key is named', () => {
    expect(faultsAfter((c) => c.set(MODULE, 'minuts', 3))).toEqual([
      `content/${MODULE}: expected only the keys that content/README.md lists. Remove or correct "minuts"; text with a comma inside { } needs quotes.`,
    ])
  })

  test('three sections are too few', () => {
    expect(faultsAfter((c) => c.remove(MODULE, 'sections.3'))).toEqual([
      `content/${MODULE} › sections: expected at least 4 entries. Add what is missing.`,
    ])
  })
})

describe('rule 2: how many answers and options', () => {
  eachTells([
    [
      'a single choice with two answers',
      'questions.door-1.correct',
      ['back', 'palm'],
      'questions.door-1.correct: expected at most 1 entry. Remove some.',
    ],
    [
      'a single choice without an answer',
      'questions.door-1.correct',
      [],
      'questions.door-1.correct: expected at least 1 entry. Add what is missing.',
    ],
    [
      'true-false with two answers',
      'questions.door-3.correct',
      ['right', 'wrong'],
      'questions.door-3.correct: expected at most 1 entry. Remove some.',
    ],
    [
      'true-false with another word',
      'questions.door-3.correct',
      ['yes'],
      'questions.door-3.correct.0: expected one of right, wrong. Use one of these words exactly.',
    ],
    [
      'true-false with options',
      'questions.door-3.options',
      ['right', 'wrong'],
      'questions.door-3: expected only the keys that content/README.md lists. Remove or correct "options"; text with a comma inside { } needs quotes.',
    ],
    [
      'a multiple choice with one answer',
      'questions.door-7.correct',
      ['heat'],
      'questions.door-7.correct: expected at least 2 entries. Add what is missing.',
    ],
    [
      'a multiple choice without a wrong option',
      'questions.door-10.correct',
      ['window', 'towel', 'lift'],
      'questions.door-10.options: expected at least one wrong option. Add a distractor.',
    ],
    [
      'an order that leaves a step out',
      'questions.door-12.correct',
      ['shut', 'seal', 'signal'],
      'questions.door-12.correct: expected every option, in the right order. Complete the order.',
    ],
    [
      'an order with a step twice',
      'questions.door-8.correct',
      ['keys', 'leave', 'keys'],
      'questions.door-8.correct: expected each answer once. Remove the repeated answer.',
    ],
    [
      'two options',
      'questions.door-2.options',
      ['stay', 'open'],
      'questions.door-2.options: expected at least 3 entries. Add what is missing.',
    ],
    [
      'nine options',
      'questions.door-2.options',
      [...'abcdefghi'],
      'questions.door-2.options: expected at most 8 entries. Remove some.',
    ],
    [
      'an option twice',
      'questions.door-2.options',
      ['stay', 'open', 'shout', 'open'],
      'questions.door-2.options: expected each option once. Remove the repeated option id.',
    ],
    [
      'an answer that is no option',
      'questions.door-2.correct',
      ['ghost'],
      'questions.door-2.correct: expected one of the options (stay, open, shout). "ghost" is not among them.',
    ],
  ])
})

describe('rule 3: what is referred to exists', () => {
  eachTells([
    [
      'a question on a fact that does not exist',
      'questions.door-14.points',
      ['f6', 'f9'],
      'questions.door-14.points: expected facts of this module. f9 does not exist.',
    ],
    [
      'a section on a fact that does not exist',
      'sections.0.facts',
      ['f1', 'f9'],
      'sections.0.facts: expected facts of this module. f9 does not exist.',
    ],
    [
      'a fact that no section teaches',
      'sections.0.facts',
      [],
      'facts.f1: expected a section that teaches it. List f1 under the facts of a section.',
    ],
    [
      'a source that is not in the list',
      'facts.f1.sources',
      [{ id: 'ghost' }],
      'facts.f1.sources: expected a source of content/sources.yaml. Add "ghost" to content/sources.yaml or correct its spelling.',
    ],
    [
      'a cover that there is no picture of',
      'cover',
      'ghost',
      'cover: expected the name of a picture in content/modules/door/pictures. There is no ghost.svg.',
    ],
  ])
})

describe('rule 4: a paper can be drawn', () => {
  eachTells([
    [
      'a paper longer than the bank gives',
      'quiz.draw',
      13,
      'quiz.draw: expected a bank from which 13 questions can be drawn with at most 2 a point. Only 12 can be drawn: add questions on other points.',
    ],
    [
      'a point that is always asked and has no question',
      'quiz.always',
      ['f9'],
      'quiz.always: expected a question whose first point is f9. Write one, or take the point out of always.',
    ],
  ])

  test('thirteen questions are too few', () => {
    const breakIt = (content: Copy) => {
      for (const file of FILES) content.remove(file, 'questions.door-14')
    }
    expect(faultsAfter(breakIt)).toEqual([
      `content/${MODULE} › questions: expected at least 14 questions. There are 13: write 1 more.`,
    ])
  })
})

describe('rule 5: who says so', () => {
  eachTells([
    [
      'a fact marked v without a source',
      'facts.f1.sources',
      [],
      'facts.f1: expected a source, as it is marked v. Add the source, or mark it G.',
    ],
    [
      'a fact marked V and G without a source',
      'facts.f3.marks',
      ['V', 'G'],
      'facts.f3: expected a source, as it is marked V, G. Add the source, or mark it G.',
    ],
    [
      'a fact marked D without a source',
      'facts.f3.marks',
      ['D'],
      'facts.f3: expected a source, as it is marked D. Add the source, or mark it G.',
    ],
  ])

  test.each([[['G']], [['G', 'D']]])('a fact marked %j may stand without a source', (marks) => {
    expect(faultsAfter((content) => content.set(MODULE, 'facts.f3.marks', marks))).toEqual([])
  })
})

describe('names', () => {
  test('a module whose id is not its folder’s name', () => {
    const [first, ...others] = faultsAfter((content) => content.set(MODULE, 'id', 'gate'))
    expect(first).toBe(
      `content/${MODULE} › id: expected the folder's name, door. Make the id and the folder name the same.`,
    )
    expect(
      others.filter((line) => !line.endsWith('expected an id that begins with gate-. Rename the question.')),
    ).toEqual([])
  })

  test('a question whose id does not begin with the module’s', () => {
    const breakIt = (content: Copy) => {
      for (const file of FILES) content.replace(file, 'door-14:', 'gate-14:')
    }
    expect(faultsAfter(breakIt)).toEqual([
      `content/${MODULE} › questions.gate-14: expected an id that begins with door-. Rename the question.`,
    ])
  })

  test('two sections of one name', () => {
    const lines = faultsAfter((content) => content.set(MODULE, 'sections.3.id', 'shut'))
    expect(lines[0]).toBe(`content/${MODULE} › sections.3: expected each section id once. Rename the second shut.`)
  })
})
