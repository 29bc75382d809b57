import { pino } from 'pino'
import { env } from '#app/env.server'

/** Structured lines on standard output. Paths are logged without ids and queries; addresses and names never are. */
export const log = pino({ level: env.LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** A path fit for the log: ids become ":id", also those written in escapes. */
export const withoutIds = (pathname: string): string => decoded(pathname).replace(ID, ':id').slice(0, 200)

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
