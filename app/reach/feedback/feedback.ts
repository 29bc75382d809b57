import { z } from 'zod'
import type { ListQuery } from '#app/http/list-query'
import { safeReturnPath } from '#app/http/return-path'
import type { Translate } from '#app/i18n/config'

export const feedbackKinds = ['mistake', 'complaint', 'suggestion'] as const
export type FeedbackKind = (typeof feedbackKinds)[number]

export const feedbackStatuses = ['open', 'answered', 'set-aside'] as const
export type FeedbackStatus = (typeof feedbackStatuses)[number]

/** In characters as people count them. */
export const LEAST_TEXT = 10
export const MOST_TEXT = 1000
export const MOST_REASON = 300

/** On the public list. */
export const ANSWERS_A_PAGE = 20

/** Controls, half characters, and the marks that make text run the other way: shown, they could make a line lie. */
const UNSHOWABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** The text as it is kept: one kind of line end, nothing that cannot be shown, no blanks around it. */
export const readable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(UNSHOWABLE, '').normalize('NFC').trim()

const lengthOf = (text: string): number => [...text].length

/** Blanks and what has no width are no text. */
const seenLength = (text: string): number => lengthOf(text.replace(/[\s\p{Cf}]|\p{Default_Ignorable_Code_Point}/gu, ''))

const linksIn = (text: string): number => text.match(/https?:\/\/|www\./gi)?.length ?? 0

const written = (least: number, most: number, short: Problem, long: Problem = short) =>
  z
    .string({ error: short })
    .transform(readable)
    .refine((text) => lengthOf(text) <= most, { error: long, abort: true })
    .refine((text) => seenLength(text) >= least, { error: short })

/** What the box on every public page sends. The page is one of this site, or no page of ours has sent this. */
export const feedbackForm = z.object({
  kind: z.enum(feedbackKinds, { error: 'kind' satisfies Problem }),
  text: written(LEAST_TEXT, MOST_TEXT, 'short', 'long').refine((text) => linksIn(text) <= 1, {
    error: 'links' satisfies Problem,
  }),
  page: z.string().refine((page) => safeReturnPath(page) === page),
})

/** What an administrator sends. Without the tick the public wording counts for nothing. */
export const answerForm = z
  .object({
    answer: written(2, MOST_TEXT, 'answer'),
    isPublic: z.literal('yes').optional(),
    publicText: z.string().optional(),
  })
  .transform(({ answer, isPublic, publicText = '' }, context) => {
    if (!isPublic) return { answer, publicText: null }
    const read = written(2, MOST_TEXT, 'publicText').safeParse(publicText)
    if (read.success) return { answer, publicText: read.data }
    context.addIssue({ code: 'custom', path: ['publicText'], message: 'publicText' satisfies Problem })
    return z.NEVER
  })

export const setAsideForm = z.object({ reason: written(2, MOST_REASON, 'reason') })

const problems = ['kind', 'short', 'long', 'links', 'answer', 'publicText', 'reason'] as const
type Problem = (typeof problems)[number]

/** The sentence about what is wrong with a field; null when nothing is. */
export function problemWords(t: Translate, problem: string | undefined): string | null {
  const known = problems.find((one) => one === problem)
  return known ? t(`feedback.error.${known}`) : null
}

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** A page's path without ids: the page of a paper would say which learner wrote this. */
export const withoutLearner = (page: string): string => page.replace(ID, ':id')

/** Whether the page that was written about is there for everybody. */
export const canBeOpened = (page: string): boolean => !page.includes(':id')

/** What the list at the desk can be filtered by. */
export const feedbackFilters = ['status', 'kind'] as const

/** The filter's word for every status; without a word it is `open`. */
export const ANY_STATUS = 'all'

/** The status that a query asks for; null for any. */
export function statusOf({ filters }: Pick<ListQuery, 'filters'>): FeedbackStatus | null {
  if (filters.status === ANY_STATUS) return null
  return feedbackStatuses.find((status) => status === filters.status) ?? 'open'
}

/** The language to read a text out in, where it is not that of the page. */
export const langOf = (text: string): string | undefined => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined)
