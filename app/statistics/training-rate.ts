import { monthsLater, requireDay } from './calendar-day'

/**
 * Somebody is employed by a unit from the day `from` (null: always was) until the day `until`, the first on which it no
 * longer holds (null: still is). Dispatched and part-time employees have rows like everybody.
 * `window`: months for which training holds for this person here, instead of the general one (6 in 公众聚集场所).
 */
export type RosterRow = {
  readonly person: string
  readonly unit: string
  readonly from: string | null
  readonly until: string | null
  readonly window?: number
}

/** Somebody took part in a training on a day, and passed it or not. */
export type AttendanceRow = { readonly person: string; readonly day: string; readonly passed: boolean }

/** A share is null when nobody is on the roster. */
export type UnitRate = {
  readonly unit: string
  readonly trained: number
  readonly persons: number
  readonly value: number
}

/**
 * `persons`, `trained`: distinct persons on all rosters; somebody employed twice is trained when the training still
 * holds in every unit. `meanOfUnits`: each unit counts alike. `unitsWithoutRoster`: asked for, but nobody is on it.
 */
export type TrainingRate = {
  readonly value: number | null
  readonly trained: number
  readonly persons: number
  readonly units: readonly UnitRate[]
  readonly completeUnits: number
  readonly meanOfUnits: number | null
  readonly unitsWithoutRoster: readonly string[]
  readonly asOf: string
  readonly window: number
  readonly flags: readonly 'noData'[]
}

export type TrainingInput = {
  readonly roster: readonly RosterRow[]
  readonly attendance: readonly AttendanceRow[]
  readonly asOf: string
  readonly window?: number
  readonly units?: readonly string[]
}

/**
 * 培训率 on the day `asOf`: persons on the roster that day who passed a training that still holds ÷ persons on the
 * roster that day. Leavers are out, new hires in, trainings of strangers and of days to come count for nothing; so the
 * numerator is part of the denominator and the rate never above 1. A count of everybody: no interval, 100 % allowed.
 *
 * A training holds for `window` months (default 12), the last day included. `units`: those that should have a roster.
 * Throws RangeError for a day that does not exist, or a window that is not a whole number from 1 to 1200.
 * Source: knowledge-rate definitions, section 9; 公安部令第61号 第三十六条; 民法典 第二百零一、二百零二条 (periods).
 */
export function trainingRate({ roster, attendance, asOf, window = 12, units = [] }: TrainingInput): TrainingRate {
  requireDays(roster, attendance, asOf)
  const latest = latestPassed(attendance, asOf)
  const unitsOf = new Map<string, Map<string, boolean>>()
  const persons = new Map<string, boolean>()
  for (const row of roster) {
    if (!isOn(row, asOf)) continue
    const holds = isTrained(latest.get(row.person), requireWindow(row.window ?? window), asOf)
    const unit = unitsOf.get(row.unit) ?? new Map<string, boolean>()
    unitsOf.set(row.unit, unit.set(row.person, holds && unit.get(row.person) !== false))
    persons.set(row.person, holds && persons.get(row.person) !== false)
  }
  const rates = [...unitsOf].map(([unit, members]) => ({ unit, ...shareOf(members) }))
  const whole = shareOf(persons)
  return {
    value: persons.size === 0 ? null : whole.value,
    trained: whole.trained,
    persons: whole.persons,
    units: rates,
    completeUnits: rates.filter((rate) => rate.trained === rate.persons).length,
    meanOfUnits: rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate.value, 0) / rates.length,
    unitsWithoutRoster: [...new Set(units)].filter((unit) => !unitsOf.has(unit)),
    asOf,
    window: requireWindow(window),
    flags: persons.size === 0 ? ['noData'] : [],
  }
}

function isOn({ from, until }: RosterRow, asOf: string): boolean {
  return (from === null || from <= asOf) && (until === null || asOf < until)
}

function isTrained(day: string | undefined, window: number, asOf: string): boolean {
  return day !== undefined && monthsLater(day, window) >= asOf
}

function latestPassed(attendance: readonly AttendanceRow[], asOf: string): Map<string, string> {
  const latest = new Map<string, string>()
  for (const { person, day, passed } of attendance)
    if (passed && day <= asOf && day > (latest.get(person) ?? '')) latest.set(person, day)
  return latest
}

function shareOf(members: ReadonlyMap<string, boolean>): { trained: number; persons: number; value: number } {
  const trained = [...members.values()].filter(Boolean).length
  return { trained, persons: members.size, value: trained / members.size }
}

function requireDays(roster: readonly RosterRow[], attendance: readonly AttendanceRow[], asOf: string): void {
  const days = [asOf, ...attendance.map(({ day }) => day), ...roster.flatMap(({ from, until }) => [from, until])]
  for (const day of days) if (day !== null) requireDay(day)
}

function requireWindow(window: number): number {
  if (!(Number.isInteger(window) && window >= 1 && window <= LONGEST_WINDOW))
    throw new RangeError(`A window is 1 to ${LONGEST_WINDOW} whole months, not ${window}`)
  return window
}

/** A hundred years. */
const LONGEST_WINDOW = 1200
