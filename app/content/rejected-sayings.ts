/**
 * Sayings that the safety positions P1–P15 of the curriculum reject. They may stand only where the page calls them
 * wrong: as a myth's claim, a wrong option, the stem of a true-false question whose key is wrong, or denied in the
 * very sentence.
 */
import type { Locale } from '#app/i18n/locales'
import type { Fault } from './fault'
import type { InstrumentStructure, InstrumentWords } from './instrument-schema'
import { SAYINGS } from './sayings'
import type { Block, ModuleStructure, ModuleWords } from './schema'

type Text = { path: string; text: string }

/**
 * Faults for every rejected saying that one of the texts states as true. Give it only what the page presents as true:
 * no wrong options, no mistakes that a learner is warned of.
 */
export function rejectedIn(file: string, texts: Text[], locale: Locale): Fault[] {
  return texts.flatMap(({ path, text }) =>
    SAYINGS.filter(({ patterns }) => isAsserted(patterns[locale], text, locale)).map(({ position, say }) => ({
      file,
      path,
      expected: `nothing against safety position ${position} (${say})`,
      remedy: 'Rewrite the sentence, or show it as a myth with its correction.',
    })),
  )
}

/** Faults for every rejected saying that the module states as true, explanations of its questions included. */
export const findRejectedSayings = (
  file: string,
  structure: ModuleStructure,
  words: ModuleWords,
  locale: Locale = 'zh-CN',
): Fault[] => rejectedIn(file, assertedTexts(structure, words), locale)

/** The same for a survey instrument: what surrounds its items, what its stems tell before they ask, its right options. */
export function findRejectedInInstrument(
  file: string,
  structure: InstrumentStructure,
  words: InstrumentWords,
  locale: Locale,
): Fault[] {
  const items = Object.entries(structure.items).flatMap(([id, { correct }]) => {
    const item = words.items[id]
    if (!item) return []
    const told = item.stem.replace(QUESTION, '')
    const right = ASKS_FOR_WRONG.test(item.stem) ? [] : correct.map((option) => item.options[option] ?? '')
    return [told, ...right].map((text) => ({ path: `items.${id}`, text }))
  })
  const around = [
    { path: 'title', text: words.title },
    { path: 'introduction', text: words.introduction },
  ]
  return rejectedIn(file, [...around, ...items], locale)
}

/** The right option of "以下哪种做法最危险？" is a mistake. */
const ASKS_FOR_WRONG =
  /(?:哪|谁|什么)[^？]{0,12}(?:危险|错|不对|不该|不能|不应)|(?:which|who|whose|what)\b[^?]*\b(?:dangerous|wrong|not|never|mistakes?)\b/iu

const QUESTION = /[^。！.!？?]*[？?]/gu

/**
 * What takes a saying back before it is said: "不可以跳楼", "不要一律往下跑", "别以为按一下水就来", "Never use the lift". A
 * comma ends the reach of the word.
 */
const DENIED_BEFORE: Record<Locale, RegExp> = {
  'zh-CN':
    /(?:不|(?:不要|不能|不得|不可|不是|绝不|勿|禁止|严禁|谣言|误区|(?<![特分区])别(?!人))[^。！？；，]{0,4}|(?:谣言|误区|有人说|传言)(?:是|说)?[：，]?[“「]?)$/u,
  en: /\b(?:not|never|cannot|nobody|no one|neither|nor|without|avoid|forbidden|myth|rumou?r|wrong|mistake|false|instead of|rather than|(?:some|people|someone|many) says?|\w+n[’']t)\b[^.!?;,]{0,50}$/iu,
}

const WRONG: Record<Locale, string> = {
  'zh-CN':
    '(?:不对|不可信|不可靠|靠不住|没有(?:根据|依据)|(?:是|都|全)错|错误|(?:是|属于)(?:[^。！？；，]{0,4})?(?:谣言|误区|误解))',
  en: '\\b(?:is|are|was) (?:not (?:true|right|safe|so)|(?:a |an |all |both )*(?:wrong|false|untrue|dangerous|myths?|rumou?rs?|mistakes?))\\b',
}

/**
 * And after it: "先关阀会炸是谣言", "You can use the lift is wrong". What stands in quotation marks is reached to the end of
 * the sentence, so that a list of mistakes may be quoted.
 */
const DENIED_AFTER: Record<Locale, RegExp> = {
  'zh-CN': new RegExp(`^(?:[^。！？；]{0,12}?|[^。！？；“]{0,15}”[^。！？；]{0,60}?)${WRONG['zh-CN']}`, 'u'),
  en: new RegExp(`^(?:[^.!?;]{0,60}?|[^.!?;“]{0,40}”[^.!?;]{0,160}?)${WRONG.en}`, 'iu'),
}

function isAsserted(pattern: RegExp, text: string, locale: Locale): boolean {
  const said = [...text.matchAll(new RegExp(pattern, `g${pattern.flags}`))]
  return said.some(
    ({ index, 0: { length } }) =>
      !DENIED_BEFORE[locale].test(text.slice(0, index)) && !DENIED_AFTER[locale].test(text.slice(index + length)),
  )
}

/** The texts that the page presents as true. */
function assertedTexts(structure: ModuleStructure, words: ModuleWords): Text[] {
  const lesson = Object.entries(words.sections).flatMap(([id, section]) =>
    section.blocks.flatMap(toldBy).map((text) => ({ path: `sections.${id}`, text })),
  )
  const questions = Object.entries(structure.questions).flatMap(([id, question]) => {
    const text = words.questions[id]
    if (!text) return []
    const isKeyTold = question.type !== 'true-false' && !ASKS_FOR_WRONG.test(text.stem)
    const correct = isKeyTold ? question.correct.map((option) => text.options[option] ?? '') : []
    const stem = question.type === 'true-false' && question.correct[0] === 'right' ? [text.stem] : []
    const told = [...correct, ...stem].map((said) => ({ path: `questions.${id}`, text: said }))
    return [...told, { path: `questions.${id}.explanation`, text: text.explanation }]
  })
  const facts = Object.entries(words.facts).map(([id, { text }]) => ({ path: `facts.${id}`, text }))
  const goals = words.goals.map((text) => ({ path: 'goals', text }))
  return [...facts, ...lesson, ...questions, ...goals, { path: 'summary', text: words.summary }]
}

function toldBy(block: Block): string[] {
  if ('text' in block) return [block.text]
  if ('list' in block) return block.list
  if ('steps' in block) return block.steps.flatMap((step) => [step.title ?? '', step.text, step.alt ?? ''])
  if ('do' in block) return [block.do]
  if ('picture' in block) return [block.picture.alt]
  if ('myth' in block) return [block.myth.truth]
  return []
}
