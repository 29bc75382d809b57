/** By what right an answer comes in, as the WHERE of every statement that keeps one or changes a unit. */
import { and, eq, gte, isNotNull, type SQL, sql } from 'drizzle-orm'
import { shanghaiDay } from '#app/db/day'
import type { Store } from '#app/db/store.server'
import type { Scope } from '#app/people/places/scope'
import { regionsIn } from '#app/people/places/scope.server'

/** The hash of a single-use token; the interviewer whose unit it is, within their scope; or somebody whose scope holds the wave. */
export type AnswerSource =
  | { kind: 'token'; hash: string }
  | { kind: 'interviewer'; accountId: string; scope: Scope }
  | { kind: 'desk'; scope: Scope }

/** For a query over units, waves and the waves' regions: those that this source may answer for. */
export function isOpenTo(store: Store, source: AnswerSource): SQL {
  const { surveyUnits } = store.tables
  if (source.kind === 'token')
    return and(isNotNull(surveyUnits.tokenHash), eq(surveyUnits.tokenHash, source.hash)) ?? no
  const here = regionsIn(store, source.scope)
  if (source.kind === 'desk') return here
  return and(here, eq(surveyUnits.interviewerId, source.accountId)) ?? no
}

const no = sql`1 = 0`

/** For a query over waves: in the field, and its last day is not over. */
export function isInField({ tables: { surveyWaves } }: Store, now: Date): SQL {
  return and(eq(surveyWaves.status, 'field'), gte(surveyWaves.fieldTo, shanghaiDay(now))) ?? no
}

/** A file with the answers of earlier days may come until the wave is closed, also after its last day. */
export const takesFiles = ({ status }: { status: string }): boolean => status === 'field'

/** For a query over waves: the same. */
export const isOpenToFiles = ({ tables: { surveyWaves } }: Store): SQL => eq(surveyWaves.status, 'field')

/** The same as isInField, of a wave that has been read. */
export const takesAnswers = ({ status, fieldTo }: { status: string; fieldTo: string }, now: Date): boolean =>
  status === 'field' && fieldTo >= shanghaiDay(now)
