import { pino } from 'pino'
import { env } from '#app/env.server'

/** Structured lines on standard output. Paths are logged without ids and queries; addresses and names never are. */
export const log = pino({ level: env.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A path fit for the log: ids become ":id". */
export const withoutIds = (pathname: string): string => pathname.slice(0, 200).replace(ID, ':id')
