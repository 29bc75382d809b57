import { describe, expect, test } from 'vitest'
import { type Copy, faultsAfter } from '../support/broken-content'

const INSTRUMENT = 'surveys/mini/instrument.yaml'
const SURVEY_WORDS = 'surveys/mini/zh-CN.yaml'
const BACKGROUND = 'surveys/background/background.yaml'
const BACKGROUND_WORDS = 'surveys/background/zh-CN.yaml'

type Case = [what: string, breakIt: (content: Copy) => void, line: string]

function eachTells(cases: Case[]) {
  test.each(cases)('%s', (_, breakIt, line) => {
    expect(faultsAfter(breakIt)).toEqual([line])
  })
}

const CREATE = 'expected this file. Create it as content/README.md shows.'
const COMPARE = 'Compare this place with the example in content/README.md.'
const USE = 'Use one of these words exactly.'

describe('survey instruments', () => {
  eachTells([
    [
      'an id that is not the folder’s name',
      (c) => c.set(INSTRUMENT, 'id', 'other'),
      `content/${INSTRUMENT} › id: expected the folder's name, mini. Make the id and the folder name the same.`,
    ],
    [
      'a key that is no option',
      (c) => c.set(INSTRUMENT, 'items.m-1.correct', ['lock']),
      `content/${INSTRUMENT} › items.m-1.correct: expected one of hand, foot. Correct the key.`,
    ],
    [
      'two keys',
      (c) => c.set(INSTRUMENT, 'items.m-1.correct', ['hand', 'foot']),
      `content/${INSTRUMENT} › items.m-1.correct: expected at most 1 entry. Remove some.`,
    ],
    [
      'a knowledge point without its fact',
      (c) => c.set(INSTRUMENT, 'items.m-1.point', 'door'),
      `content/${INSTRUMENT} › items.m-1.point: expected a knowledge point, such as call-119.f3. Correct this value.`,
    ],
    [
      'a must-know item that is not there',
      (c) => c.set(INSTRUMENT, 'mustKnow', ['m-9']),
      `content/${INSTRUMENT} › mustKnow: expected items of this instrument. m-9 does not exist.`,
    ],
    [
      'an option that stands twice',
      (c) => c.set(INSTRUMENT, 'items.m-1.options', ['hand', 'foot', 'foot']),
      `content/${INSTRUMENT} › items.m-1.options: expected each option once. Remove the repeated option id.`,
    ],
    [
      'a cut above all items',
      (c) => c.set(INSTRUMENT, 'masteryCut', 101),
      `content/${INSTRUMENT} › masteryCut: expected at most 100. Write a smaller number.`,
    ],
    [
      'an item without words',
      (c) => c.remove(SURVEY_WORDS, 'items.m-3'),
      `content/${SURVEY_WORDS} › items: expected an entry m-3, as the structure file has it. Add m-3 here.`,
    ],
    [
      'an option without words',
      (c) => c.remove(SURVEY_WORDS, 'items.m-2.options.lock'),
      `content/${SURVEY_WORDS} › items.m-2.options: expected an entry lock, as the structure file has it. Add lock here.`,
    ],
    [
      'a space within a word',
      (c) => c.set(SURVEY_WORDS, 'title', '小 问卷'),
      `content/${SURVEY_WORDS} › title: expected full-width punctuation and no spaces between Chinese characters. Correct "小 问卷".`,
    ],
    [
      '不清楚 written among the options',
      (c) => {
        c.set(INSTRUMENT, 'items.m-1.options', ['hand', 'foot', 'unsure'])
        c.set(SURVEY_WORDS, 'items.m-1.options.unsure', '不清楚')
      },
      `content/${INSTRUMENT} › items.m-1.options: expected no unsure: it is added by itself, last. Remove it from the options.`,
    ],
    [
      'an item without a dimension',
      (c) => c.remove(INSTRUMENT, 'items.m-1.dimension'),
      `content/${INSTRUMENT} › items.m-1.dimension: expected one of prevention, escape. ${USE}`,
    ],
    [
      'an item with a key in a dimension that has none',
      (c) => c.set(INSTRUMENT, 'items.m-1.dimension', 'safety'),
      `content/${INSTRUMENT} › items.m-1.dimension: expected one of prevention, escape. ${USE}`,
    ],
    [
      'no weights',
      (c) => c.remove(INSTRUMENT, 'composite'),
      `content/${INSTRUMENT} › composite: expected entries of the form "name: value". ${COMPARE}`,
    ],
    [
      'a dimension without a weight',
      (c) => c.remove(INSTRUMENT, 'composite.education'),
      `content/${INSTRUMENT} › composite.education: expected a number. ${COMPARE}`,
    ],
    [
      'a weight in per cent',
      (c) => c.set(INSTRUMENT, 'composite.prevention', 40),
      `content/${INSTRUMENT} › composite.prevention: expected at most 1. Write a smaller number.`,
    ],
    [
      'weights that are more than a whole',
      (c) => c.set(INSTRUMENT, 'composite.prevention', 0.5),
      `content/${INSTRUMENT} › composite: expected four weights that are 1 together. They are 1.1: correct them, such as 0.4, 0.3, 0.2, 0.1.`,
    ],
    [
      'a weight for a dimension that no item asks about',
      (c) => c.set(INSTRUMENT, 'items.m-3.dimension', 'escape'),
      `content/${INSTRUMENT} › composite.prevention: expected an item of the dimension prevention that has a key or scores. Write such an item, or make this weight 0 and the others larger.`,
    ],
    [
      'an item with an id of the background',
      (c) => {
        c.replace(INSTRUMENT, 'm-1:', 'feel-1:')
        c.replace(SURVEY_WORDS, 'm-1:', 'feel-1:')
      },
      `content/${INSTRUMENT} › items.feel-1: expected an id that the background does not have. Rename the item here.`,
    ],
    [
      'another id for 不清楚 than in the background',
      (c) => c.set(INSTRUMENT, 'unsure', 'do-not-know'),
      `content/${INSTRUMENT} › unsure: expected unsure, as the background has it. Use the same id for 不清楚 in both.`,
    ],
    [
      'right options that can be told by their length',
      (c) => c.set(SURVEY_WORDS, 'items.m-2.options.shut', '关上，不要反锁'),
      `content/${SURVEY_WORDS} › items: expected the right option not to be the longest one most of the time. It is in 2 of 3: shorten it or lengthen another option in m-1, m-2.`,
    ],
    [
      'a rejected saying as the right option',
      (c) => c.set(SURVEY_WORDS, 'items.m-1.options.hand', '可以跳楼'),
      `content/${SURVEY_WORDS} › items.m-1: expected nothing against safety position P4 (do not jump, do not teach knotted sheets). Rewrite the sentence, or show it as a myth with its correction.`,
    ],
    [
      'a rejected saying before the question',
      (c) => c.set(SURVEY_WORDS, 'items.m-1.stem', '应该先灭火再报警。试门用什么？'),
      `content/${SURVEY_WORDS} › items.m-1: expected nothing against safety position P10 (alarm first; five conditions before any fighting). Rewrite the sentence, or show it as a myth with its correction.`,
    ],
    [
      'a rejected saying in the introduction',
      (c) => c.set(SURVEY_WORDS, 'introduction', '发现火情应该先灭火再报警。'),
      `content/${SURVEY_WORDS} › introduction: expected nothing against safety position P10 (alarm first; five conditions before any fighting). Rewrite the sentence, or show it as a myth with its correction.`,
    ],
  ])

  test.each([
    ['as a wrong option', (c: Copy) => c.set(SURVEY_WORDS, 'items.m-1.options.foot', '可以跳楼')],
    ['as the question', (c: Copy) => c.set(SURVEY_WORDS, 'items.m-1.stem', '楼里起火，可以乘消防电梯逃生吗？')],
  ])('a rejected saying may stand %s', (_, write) => {
    expect(faultsAfter(write)).toEqual([])
  })
})

describe('the background of the surveys', () => {
  eachTells([
    ['no structure', (c) => c.drop(BACKGROUND), `content/${BACKGROUND}: ${CREATE}`],
    ['no Chinese', (c) => c.drop(BACKGROUND_WORDS), `content/${BACKGROUND_WORDS}: ${CREATE}`],
    [
      'an item in a dimension that needs a key',
      (c) => c.set(BACKGROUND, 'items.feel-1.dimension', 'escape'),
      `content/${BACKGROUND} › items.feel-1.dimension: expected one of safety, education. ${USE}`,
    ],
    [
      'an unknown kind',
      (c) => c.set(BACKGROUND, 'items.feel-1.kind', 'open'),
      `content/${BACKGROUND} › items.feel-1.kind: expected one of scale, single, multiple. ${USE}`,
    ],
    [
      'a key',
      (c) => c.set(BACKGROUND, 'items.feel-1.correct', ['safe']),
      `content/${BACKGROUND} › items.feel-1: expected only the keys that content/README.md lists. Remove or correct "correct"; text with a comma inside { } needs quotes.`,
    ],
    [
      'an option that stands twice',
      (c) => c.set(BACKGROUND, 'items.learnt-2.options', ['talk', 'phone', 'talk', 'none', 'unsure']),
      `content/${BACKGROUND} › items.learnt-2.options: expected each option once. Remove the repeated option id.`,
    ],
    [
      '不清楚 not at the end',
      (c) => c.set(BACKGROUND, 'items.learnt-2.options', ['unsure', 'talk', 'phone', 'none']),
      `content/${BACKGROUND} › items.learnt-2.options: expected unsure as the last option. Give those who do not know a place to say so.`,
    ],
    [
      'a scale without scores',
      (c) => c.remove(BACKGROUND, 'items.feel-1.scores'),
      `content/${BACKGROUND} › items.feel-1.scores: expected points from 0 to 100 for each option. Write scores: { option: points, … }.`,
    ],
    [
      'an option without its score',
      (c) => c.remove(BACKGROUND, 'items.feel-1.scores.so-so'),
      `content/${BACKGROUND} › items.feel-1.scores: expected an entry so-so, as the structure file has it. Add so-so here.`,
    ],
    [
      'a score above 100',
      (c) => c.set(BACKGROUND, 'items.feel-1.scores.safe', 120),
      `content/${BACKGROUND} › items.feel-1.scores.safe: expected at most 100. Write a smaller number.`,
    ],
    [
      'a scale whose scores go up and down',
      (c) => c.set(BACKGROUND, 'items.feel-1.options', ['so-so', 'safe', 'unsafe', 'unsure']),
      `content/${BACKGROUND} › items.feel-1.scores: expected points that go from 100 to 0, or from 0 to 100, in the order of the options. Only unsure may be null. Correct the points or the order.`,
    ],
    [
      'a scale with two steps of one height',
      (c) => c.set(BACKGROUND, 'items.feel-1.scores.so-so', 100),
      `content/${BACKGROUND} › items.feel-1.scores: expected points that go from 100 to 0, or from 0 to 100, in the order of the options. Only unsure may be null. Correct the points or the order.`,
    ],
    [
      'a single item whose best answer is not worth everything',
      (c) => c.set(BACKGROUND, 'items.learnt-1.scores.had', 80),
      `content/${BACKGROUND} › items.learnt-1.scores: expected points for each option but unsure, 100 for the best and 0 for the worst. Only unsure may be null. Correct the points or the order.`,
    ],
    [
      'an answer without points',
      (c) => c.set(BACKGROUND, 'items.learnt-1.scores.had-not', null),
      `content/${BACKGROUND} › items.learnt-1.scores: expected points for each option but unsure, 100 for the best and 0 for the worst. Only unsure may be null. Correct the points or the order.`,
    ],
    [
      'scores for what is only counted',
      (c) => c.set(BACKGROUND, 'items.learnt-2.scores', { talk: 100, phone: 100, none: 0, unsure: 0 }),
      `content/${BACKGROUND} › items.learnt-2.scores: expected no scores: a multiple item is only counted. Remove them.`,
    ],
    [
      '不清楚 together with other answers',
      (c) => c.set(BACKGROUND, 'items.learnt-2.alone', ['none']),
      `content/${BACKGROUND} › items.learnt-2.alone: expected options of this item, unsure among them. List the options that stand alone.`,
    ],
    [
      'an option that stands alone and does not exist',
      (c) => c.set(BACKGROUND, 'items.learnt-2.alone', ['nothing', 'unsure']),
      `content/${BACKGROUND} › items.learnt-2.alone: expected options of this item, unsure among them. List the options that stand alone.`,
    ],
    [
      'options that stand alone where only one can be chosen',
      (c) => c.set(BACKGROUND, 'items.learnt-1.alone', ['unsure']),
      `content/${BACKGROUND} › items.learnt-1.alone: expected no such list: only one can be chosen. Remove it.`,
    ],
    [
      'an item without words',
      (c) => c.remove(BACKGROUND_WORDS, 'items.learnt-1'),
      `content/${BACKGROUND_WORDS} › items: expected an entry learnt-1, as the structure file has it. Add learnt-1 here.`,
    ],
    [
      'half-width punctuation',
      (c) => c.set(BACKGROUND_WORDS, 'introduction', '没有对错,照实选。'),
      `content/${BACKGROUND_WORDS} › introduction: expected full-width punctuation and no spaces between Chinese characters. Correct "没有对错,照实选。".`,
    ],
    [
      'a rejected saying',
      (c) => c.set(BACKGROUND_WORDS, 'introduction', '楼里起火一律往下跑。'),
      `content/${BACKGROUND_WORDS} › introduction: expected nothing against safety position P2 (look for smoke first: no smoke, go down; smoke, close the door). Rewrite the sentence, or show it as a myth with its correction.`,
    ],
  ])

  test('may be in English, too, and then in the same items', () => {
    const english = 'surveys/background/en.yaml'
    const item = (options: Record<string, string>) => ({ stem: 'How is it?', options })
    const words = {
      title: 'What you feel',
      introduction: 'There is no right answer.',
      items: {
        'feel-1': item({ safe: 'Safe', 'so-so': 'So-so', unsafe: 'Unsafe', unsure: 'Not sure' }),
        'learnt-1': item({ had: 'Yes', 'had-not': 'No', unsure: 'Not sure' }),
        'learnt-2': item({ talk: 'A talk', phone: 'My phone', none: 'None', unsure: 'Not sure' }),
      },
    }
    expect(faultsAfter((c) => c.write(english, JSON.stringify(words)))).toEqual([])
    const saying = { ...words, introduction: 'In a fire, you can take the lift.' }
    expect(faultsAfter((c) => c.write(english, JSON.stringify(saying)))).toEqual([
      `content/${english} › introduction: expected nothing against safety position P3 (no lift of any kind, do not run to the roof). Rewrite the sentence, or show it as a myth with its correction.`,
    ])
  })
})
