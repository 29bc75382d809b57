import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const CHINESE = 'modules/door/zh-CN.yaml'
const ENGLISH = 'modules/door/en.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, breakIt, line) => {
    expect(faultsAfter(breakIt)).toEqual([line])
  })
}

const WRITE_TEXT =
  'expected text. Write the text here; put quotes around a number, true, false or text with ": " in it.'
const BLOCK_FORMS =
  'expected one of the forms in content/README.md, with all of its parts and nothing else. A block is one of text, list, steps, picture, do, warning, myth; a question has one of the four types.'

describe('the form of the words', () => {
  eachTells([
    ['a missing title', (c) => c.remove(CHINESE, 'title'), `content/${CHINESE} › title: ${WRITE_TEXT}`],
    ['a number where text should be', (c) => c.set(CHINESE, 'title', 119), `content/${CHINESE} › title: ${WRITE_TEXT}`],
    [
      'a block of an unknown kind',
      (c) => c.set(CHINESE, 'sections.report.blocks.0', { tip: '打119' }),
      `content/${CHINESE} › sections.report.blocks.0: ${BLOCK_FORMS}`,
    ],
    [
      'a block of two kinds at once',
      (c) => c.set(CHINESE, 'sections.report.blocks.0', { do: '打119', text: '马上' }),
      `content/${CHINESE} › sections.report.blocks.0: ${BLOCK_FORMS}`,
    ],
    [
      'a procedure of one step',
      (c) => c.remove(CHINESE, 'sections.touch.blocks.1.steps.1'),
      `content/${CHINESE} › sections.touch.blocks.1.steps: expected at least 2 entries. Add what is missing.`,
    ],
    [
      'a comma inside braces without quotes',
      (c) => c.replace(ENGLISH, '"If the handle is hot, do not open."', 'If the handle is hot, do not open'),
      `content/${ENGLISH} › questions.door-3: expected only the keys that content/README.md lists. Remove or correct "do not open"; text with a comma inside { } needs quotes.`,
    ],
  ])
})

describe('what a page promises and claims', () => {
  eachTells([
    [
      'a summary of more than 40 characters',
      (c) => c.set(CHINESE, 'summary', '门'.repeat(41)),
      `content/${CHINESE} › summary: expected at most 40 characters. It has 41: say only what one can do afterwards.`,
    ],
    [
      'four goals',
      (c) => c.set(CHINESE, 'goals', ['试门', '关门', '报警', '等待']),
      `content/${CHINESE} › goals: expected at most 3 entries. Remove some.`,
    ],
    [
      'general knowledge that is said to be the law',
      (c) => c.set(CHINESE, 'facts.f3.text', '消防法规定，烫了就不开。'),
      `content/${CHINESE} › facts.f3.text: expected no “消防法规定”, as f3 is marked only G. Take these words out, or add the source that says so and mark it V or v.`,
    ],
  ])

  test.each([
    ['a summary of 40 characters', 'summary', '门'.repeat(40)],
    ['what the law says, with its source', 'facts.f2.text', '消防法规定，见火就报警。'],
  ])('%s has no fault', (_, place, text) => {
    expect(faultsAfter((c) => c.set(CHINESE, place, text))).toEqual([])
  })
})

describe('rule 1: the ids of both languages and of the structure agree', () => {
  const ADD = 'as the structure file has it. Add'
  const ONLY = 'expected only ids that the structure file has. Remove'
  eachTells([
    [
      'a fact missing',
      (c) => c.remove(CHINESE, 'facts.f6'),
      `content/${CHINESE} › facts: expected an entry f6, ${ADD} f6 here.`,
    ],
    [
      'a section missing',
      (c) => c.remove(CHINESE, 'sections.wait'),
      `content/${CHINESE} › sections: expected an entry wait, ${ADD} wait here.`,
    ],
    [
      'a question missing in English',
      (c) => c.remove(ENGLISH, 'questions.door-14'),
      `content/${ENGLISH} › questions: expected an entry door-14, ${ADD} door-14 here.`,
    ],
    [
      'an option missing',
      (c) => c.remove(CHINESE, 'questions.door-1.options.kick'),
      `content/${CHINESE} › questions.door-1.options: expected an entry kick, ${ADD} kick here.`,
    ],
    [
      'a fact too many in English',
      (c) => c.set(ENGLISH, 'facts.f7', { label: 'More', text: 'More.' }),
      `content/${ENGLISH} › facts.f7: ${ONLY} f7 here or add it there.`,
    ],
    [
      'a section too many',
      (c) => c.set(CHINESE, 'sections.more', { title: '多', blocks: [{ text: '多。' }] }),
      `content/${CHINESE} › sections.more: ${ONLY} more here or add it there.`,
    ],
    [
      'a question too many',
      (c) => c.set(CHINESE, 'questions.door-15', { stem: '多', explanation: '多。' }),
      `content/${CHINESE} › questions.door-15: ${ONLY} door-15 here or add it there.`,
    ],
    [
      'an option too many',
      (c) => c.set(CHINESE, 'questions.door-2.options.hide', '躲'),
      `content/${CHINESE} › questions.door-2.options.hide: ${ONLY} hide here or add it there.`,
    ],
    [
      'options of a true-false question',
      (c) => c.set(CHINESE, 'questions.door-3.options', { right: '对' }),
      `content/${CHINESE} › questions.door-3.options.right: ${ONLY} right here or add it there.`,
    ],
  ])
})

describe('rule 3: pictures', () => {
  eachTells([
    [
      'a step with a picture and no text alternative',
      (c) => c.remove(CHINESE, 'sections.touch.blocks.1.steps.0.alt'),
      `content/${CHINESE} › picture touch-door: expected an alt text that carries the same instruction. Write alt: beside the picture.`,
    ],
    [
      'a picture block without a text alternative',
      (c) => c.remove(CHINESE, 'sections.shut.blocks.0.picture.alt'),
      `content/${CHINESE} › sections.shut.blocks.0: ${BLOCK_FORMS}`,
    ],
  ])

  test('a picture whose file is missing, in both languages', () => {
    expect(faultsAfter((c) => c.drop('modules/door/pictures/shut-door.svg'))).toEqual(
      [CHINESE, ENGLISH].map(
        (file) =>
          `content/${file} › picture shut-door: expected the file content/modules/door/pictures/shut-door.svg. Add the picture or correct its name.`,
      ),
    )
  })

  test.each(['<text x="1">关门</text>', '<foreignObject/>'])('a picture with writing in it: %s', (writing) => {
    expect(faultsAfter((c) => c.replace('modules/door/pictures/shut-door.svg', '</svg>', `${writing}</svg>`))).toEqual([
      'content/modules/door/pictures/shut-door.svg: expected a picture without writing, the same for every language. Delete its <text>, draw a sign instead, and say it in alt: or in the lesson.',
    ])
  })

  test('a picture file that no lesson shows', () => {
    const pictures = (c: Copy, name: string) => join(c.folder, 'modules/door/pictures', name)
    expect(faultsAfter((c) => cpSync(pictures(c, 'shut-door.svg'), pictures(c, 'spare.svg')))).toEqual(
      [CHINESE, ENGLISH].map(
        (file) =>
          `content/modules/door/pictures/spare.svg: expected to be shown by content/${file}. Show the picture in the lesson or delete the file.`,
      ),
    )
  })
})

test('rule 6: the right answer must not be the longest one most of the time', () => {
  const long = '这一个选项写得比其余几个都长出来许多'
  const lengthen = (c: Copy, ...places: string[]) => {
    for (const place of places) c.set(CHINESE, `questions.${place}`, long)
  }
  const two = ['door-1.options.back', 'door-2.options.stay']
  expect(faultsAfter((c) => lengthen(c, ...two))).toEqual([])
  expect(faultsAfter((c) => lengthen(c, ...two, 'door-4.options.call'))).toEqual([
    `content/${CHINESE} › questions: expected the right answer not to be the longest one most of the time. It is in 3 of 7: shorten it or lengthen another option in door-1, door-2, door-4.`,
  ])
})

describe('rule 8: spaces and marks', () => {
  const told = (place: string, correct: string) =>
    `content/${CHINESE} › ${place}: expected full-width punctuation and no spaces between Chinese characters. Correct "${correct}".`
  eachTells([
    [
      'an empty text',
      (c) => c.set(CHINESE, 'facts.f1.text', '  '),
      `content/${CHINESE} › facts.f1.text: expected some text. This place is empty: write the text.`,
    ],
    [
      'a half-width comma',
      (c) => c.set(CHINESE, 'facts.f1.text', '开门前,先试温度。'),
      told('facts.f1.text', '开门前,先试温度'),
    ],
    [
      'half-width brackets',
      (c) => c.set(CHINESE, 'facts.f1.text', '门板(外侧)烫。'),
      told('facts.f1.text', '门板(外侧)烫'),
    ],
    [
      'a space within a word',
      (c) => c.set(CHINESE, 'questions.door-1.stem', '开门 前先做什么'),
      told('questions.door-1.stem', '开门 前先做什'),
    ],
    [
      'a space that a line break leaves behind',
      (c) => c.replace(CHINESE, 'text: 开门之前，**先试**。', 'text: 开门之前，\n          先试温度。'),
      told('sections.touch.blocks.0.text', '开门之前， 先试温度'),
    ],
  ])

  test.each(['打119，说清地址。', '用 ABC 干粉灭火器', 'GB 43854-2024、3:30、1.5米', '“关门”（户门）'])(
    '%s is well written',
    (text) => {
      expect(faultsAfter((c) => c.set(CHINESE, 'facts.f1.text', text))).toEqual([])
    },
  )
})
