import { shanghaiDay } from '#app/db/day'
import type { Wave } from './waves.server'

/** The last day on which anybody was asked: closed early, a wave asked nobody after that day. */
export function lastDayOf({ fieldFrom, fieldTo, closedAt }: Pick<Wave, 'fieldFrom' | 'fieldTo' | 'closedAt'>): string {
  const closed = closedAt ? shanghaiDay(closedAt) : fieldTo
  return closed < fieldTo && closed >= fieldFrom ? closed : fieldTo
}
