/** What a result shows of a text: about three lines around the first hit, and which parts of it are hits. */
import type { Wanted, Way } from '#app/db/search'
import { fold } from './search-fold'

export type Part = { text: string; isHit: boolean }

/** In characters; a Latin letter is about a third as wide as it is worth. */
const LENGTH = { chinese: 60, latin: 160 }
const BEGINS = /[。！？!?\n]|\.\s/gu
const BREATHES = /[，；：、,;:]/gu
const INSIDE_WORD = /^[\p{Script=Latin}\p{N}.,%]{2}$/u
const WORD_AT_END = /[\p{Script=Latin}\p{N}.,%]+$/u
const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** The whole text, its hits marked. */
export const markHits = (text: string, wanted: Wanted): Part[] =>
  partsBetween(text, hitsIn(text, wanted), 0, text.length)

/** True when every word asked for stands in the text. */
export const holdsEvery = (text: string, wanted: Wanted): boolean =>
  wanted.every((ways) => hitsIn(text, [ways]).length > 0)

/**
 * The part of a text around its first hit. It begins with a sentence, so that a "do not" is not cut off what it forbids,
 * or, in a very long sentence, with a clause. No character is cut in two.
 */
export function excerptOf(text: string, wanted: Wanted): Part[] {
  const hits = hitsIn(text, wanted)
  const length = /\p{Script=Han}/u.test(text) ? LENGTH.chinese : LENGTH.latin
  const start = startFor(text, hits[0]?.start ?? 0, length)
  const end = endFor(text, start, length)
  const parts = partsBetween(text, hits, start, end)
  return [...(start > 0 ? [ELLIPSIS] : []), ...parts, ...(end < text.trimEnd().length ? [ELLIPSIS] : [])]
}

const ELLIPSIS: Part = { text: '…', isHit: false }

/** The last beginning of a sentence before the hit; where that is too far away, of a clause; else as near as is sure. */
function startFor(text: string, hit: number, length: number): number {
  const last = (pattern: RegExp) =>
    [...text.slice(0, hit).matchAll(pattern)].map((found) => found.index + found[0].length).at(-1) ?? 0
  const sentence = last(BEGINS)
  if (hit - sentence <= length * 0.7) return sentence
  const clause = last(BREATHES)
  return hit - clause <= length * 0.7 ? clause : startOfGrapheme(text, hit - Math.floor(length / 3))
}

function endFor(text: string, start: number, length: number): number {
  let end = start
  let left = length
  for (const { segment, index } of GRAPHEMES.segment(text.slice(start))) {
    if (left-- === 0) break
    end = start + index + segment.length
  }
  // Half a number would be another number. A "word" without end is cut all the same.
  const [begun] = INSIDE_WORD.test(text.slice(end - 1, end + 1))
    ? (WORD_AT_END.exec(text.slice(start, end)) ?? [''])
    : ['']
  return end - begun.length > start ? end - begun.length : end
}

function startOfGrapheme(text: string, near: number): number {
  const { index } = GRAPHEMES.segment(text).containing(Math.max(0, near)) ?? { index: 0 }
  const blank = /[A-Za-z]/.test(text[index] ?? '') ? text.indexOf(' ', index) : -1
  return blank === -1 ? index : blank + 1
}

type Range = { start: number; end: number }

/** Where the words asked for stand, in order, overlaps made one. */
function hitsIn(text: string, wanted: Wanted): Range[] {
  const { folded, starts } = fold(text)
  const found = wanted.flat().flatMap((way) =>
    [...folded.matchAll(patternOf(way))].map((match) => ({
      start: starts[match.index] ?? 0,
      end: starts[match.index + match[0].length] ?? text.length,
    })),
  )
  const merged: Range[] = []
  for (const range of found.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = merged.at(-1)
    if (before && range.start <= before.end) before.end = Math.max(before.end, range.end)
    else merged.push({ ...range })
  }
  return merged
}

function patternOf({ term, by }: Way): RegExp {
  // Only letters and digits, so none has a meaning of its own in a pattern.
  if (by === 'characters') return new RegExp(term, 'gu')
  const letter = '[[\\p{L}\\p{N}]--\\p{Script=Han}]'
  return new RegExp(`(?<!${letter})${term}${by === 'beginning' ? `${letter}*` : `(?!${letter})`}`, 'gv')
}

function partsBetween(text: string, hits: Range[], start: number, end: number): Part[] {
  const parts: Part[] = []
  let at = start
  const add = (to: number, isHit: boolean) => {
    if (to > at) parts.push({ text: onOneLine(text.slice(at, to)), isHit })
    at = Math.max(at, to)
  }
  for (const hit of hits.filter((range) => range.end > start && range.start < end)) {
    add(Math.min(hit.start, end), false)
    add(Math.min(hit.end, end), true)
  }
  add(end, false)
  return parts
}

/** Chinese writes no blank after a full stop. */
const onOneLine = (text: string): string => text.replace(/(?<=[。！？])\n/gu, '').replaceAll('\n', ' ')
