import { z } from 'zod'
import { isId } from '#app/db/ids'
import type { Translate } from '#app/i18n/config'
import type { Decision } from './review-state'

export const MOST_NAME = 40
export const MOST_UNIT = 80
export const MOST_NOTE = 1000

const EARLIEST = '2000-01-01'

/** Nothing that cannot be seen, one kind of line end, no blanks around it. */
const seen = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim()

const lengthOf = (text: string): number => [...text].length

const written = (least: number, most: number, problem: Problem) =>
  z
    .string({ error: problem })
    .transform(seen)
    .refine((text) => lengthOf(text) >= least && lengthOf(text) <= most, { error: problem })

const line = (most: number, problem: Problem) =>
  written(2, most, problem).refine((text) => !text.includes('\n'), { error: problem })

/**
 * What a reviewer sends. To sign they must say that they have read it all; to send back they must say why.
 * @param today in Asia/Shanghai, YYYY-MM-DD: nobody has reviewed tomorrow
 */
export const reviewForm = (decision: Decision, today: string) =>
  z.object({
    reviewId: z.string().refine(isId),
    version: z.string().max(40),
    name: line(MOST_NAME, 'name'),
    unit: line(MOST_UNIT, 'unit'),
    day: z.iso.date({ error: 'day' satisfies Problem }).refine((day) => day >= EARLIEST && day <= today, {
      error: 'day' satisfies Problem,
    }),
    note:
      decision === 'returned'
        ? written(2, MOST_NOTE, 'noteNeeded')
        : written(0, MOST_NOTE, 'noteLong').transform((note) => note || null),
    hasRead: decision === 'signed' ? z.literal('yes', { error: 'hasRead' satisfies Problem }) : z.string().optional(),
  })

const problems = ['name', 'unit', 'day', 'noteNeeded', 'noteLong', 'hasRead'] as const
type Problem = (typeof problems)[number]

/** The sentence about what is wrong with a field; null when nothing is. */
export function problemWords(t: Translate, problem: string | undefined): string | null {
  const known = problems.find((one) => one === problem)
  return known ? t(`content.error.${known}`) : null
}
