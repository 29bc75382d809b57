/**
 * Words for searching, the same for what is kept and for what is asked. Chinese has no blanks: Intl.Segmenter cuts it. It may
 * cut the same word in two ways in two sentences, so single characters are kept beside the words.
 */
import type { Tokens, Wanted, Way } from '#app/db/search'
import { fold } from './search-fold'

/** Changes when the same text would be cut otherwise than before, so that what is kept is made anew. */
export const CUTTING = '1'

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })
const RUN = /[\p{L}\p{N}\p{M}]+/gu
const HAN = /^\p{Script=Han}+$/u
const HAN_RUNS = /\p{Script=Han}+/gu
/** Stands between two runs of characters, so that a word is not found across a comma. */
const GAP = ' x '
const MOST_TERMS = 12
const MOST_SHORTER = 6

/** Words that mean one thing to whoever asks. Each finds all of its row. */
const SAME = [
  ['电动自行车', '电动车', '电瓶车'],
  ['烟感', '感烟', '烟雾报警器'],
  ['燃气', '煤气', '天然气', '液化气'],
  ['消火栓', '消防栓'],
  ['插线板', '插排', '接线板', '拖线板'],
  ['灭火器', '灭火筒'],
  ['着火', '起火', '失火'],
]
const ROW_OF = new Map(SAME.flatMap((row) => row.map((word) => [word, row] as const)))
const KNOWN = new RegExp(`(${[...ROW_OF.keys()].sort((a, b) => b.length - a.length).join('|')})`)

/** What only makes a question of it: "灭火器怎么用" asks for 灭火器. */
const ASKING = /怎么办|怎么用|怎么样|怎么|怎样|如何|为什么|什么|哪里|哪些|是不是|吗|呢|吧|的|了/g
const ASKING_ENGLISH = new Set(
  'a an and are at can do does for how i if in is it my of on or the to what when where which who why with'.split(' '),
)

/** A text as it is kept: its words, and its Chinese characters one by one. */
export function tokensOf(text: string): Tokens {
  const { folded } = fold(text)
  const words = (folded.match(RUN) ?? []).flatMap(cut)
  const characters = (folded.match(HAN_RUNS) ?? []).map((run) => [...run].join(' '))
  return { words: words.join(' '), characters: characters.join(GAP) }
}

/** What somebody asks for, word by word; empty when there is no word in it. */
export function wantedIn(query: string): Wanted {
  const { folded } = fold(query)
  const runs = folded.match(RUN) ?? []
  const told = runs.flatMap((run) => run.split(ASKING)).filter((run) => run !== '' && !ASKING_ENGLISH.has(run))
  const terms = (told.length > 0 ? told : runs).flatMap((run) => run.split(KNOWN).flatMap(termsOfPart))
  return [...new Set(terms)].slice(0, MOST_TERMS).map(waysOf)
}

/** The words that say something by themselves: not single Chinese characters, unless there is nothing else. */
export function tellingOf(wanted: Wanted): Wanted {
  const telling = wanted.filter(([way]) => way?.by !== 'characters' || [...way.term].length > 1)
  return telling.length > 0 ? telling : wanted
}

/** Parts of the words asked for, where these are longer than two characters: what to try when nothing was found. */
export function shorterWords(wanted: Wanted): string[] {
  const parts = wanted
    .flatMap(([way]) => (way?.by === 'characters' ? [[...way.term]] : []))
    .filter((characters) => characters.length > 2)
    .flatMap((characters) => [characters.slice(0, 2), characters.slice(-2)])
  return [...new Set(parts.map((characters) => characters.join('')))].slice(0, MOST_SHORTER)
}

/** The segmenter's words of a run; neighbours of one character each are one word: it knows 电动车 as 电, 动, 车. */
function termsOfPart(part: string): string[] {
  if (ROW_OF.has(part)) return [part]
  const terms: string[] = []
  let isOpen = false
  for (const word of cut(part)) {
    const isSingle = HAN.test(word) && [...word].length === 1
    if (isSingle && isOpen) terms.push(`${terms.pop()}${word}`)
    else terms.push(word)
    isOpen = isSingle
  }
  return terms
}

const cut = (run: string): string[] => [...SEGMENTER.segment(run)].map(({ segment }) => segment)

const waysOf = (term: string): Way[] => (ROW_OF.get(term) ?? [term]).map(wayOf)

function wayOf(term: string): Way {
  if (HAN.test(term)) return { term, by: 'characters' }
  if (/^\p{N}+$/u.test(term) || term.length < 3) return { term, by: 'word' }
  // "extinguishers" asks for an extinguisher, and "extinguish" for either.
  return { term: /[^s]s$/.test(term) && term.length > 3 ? term.slice(0, -1) : term, by: 'beginning' }
}
