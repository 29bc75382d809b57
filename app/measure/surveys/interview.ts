/** What interviewers send: forms from a page, or what a phone kept while it was offline. Pure. */
import { z } from 'zod'
import { isId } from '#app/db/ids'
import { kishSelection, kishTableOf } from './kish-selection'
import { eligibleField } from './read-answer-form'

/** What a visit without answers can come to. */
export const visitOutcomes = ['no-contact', 'refusal', 'not-eligible'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** Up to six eligible persons: from there on the grid says the same. */
const MOST_ELIGIBLE = 6

/** Whom to ask, by how many eligible persons live there: for one, two, … six or more. */
export function kishRow(seed: string, unitCode: string): number[] {
  const table = kishTableOf(seed, unitCode)
  return Array.from({ length: MOST_ELIGIBLE }, (_, at) => kishSelection({ table, eligible: at + 1 }))
}

export const visitForm = z.object({
  intent: z.literal('visit'),
  outcome: z.enum(visitOutcomes, 'outcomeMissing'),
  visits: z.coerce.number().int().min(1).max(99),
  eligible: eligibleField,
})

const LONGEST_ID = 80
const visit = { visits: z.number().int().min(1).max(99), eligible: z.number().int().min(1).max(99).nullable() }
const sent = { id: z.string().refine(isId), unitId: z.string().refine(isId), ...visit }

/** One entry of the queue on an interviewer's phone: answers, or a visit that brought none. */
export const queuedEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit'), ...sent, outcome: z.enum(visitOutcomes) }),
  z.strictObject({
    kind: z.literal('answers'),
    ...sent,
    mode: z.enum(['face', 'phone']),
    sheet: z.record(z.string().max(LONGEST_ID), z.array(z.string().max(LONGEST_ID)).max(20)),
    sex: z.enum(['female', 'male']).nullable(),
    age: z.number().int().min(0).max(150).nullable(),
    isProxy: z.boolean(),
    seconds: z.number().int().min(1).max(86_400).nullable().catch(null),
  }),
])
export type QueuedEntry = z.infer<typeof queuedEntry>
